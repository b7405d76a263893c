export type PostgresRole = 'login' | 'superuser';

export type PostgresCluster = {
  host: string;
  readonly port: number;
  /** The postmaster; undefined while it is down. */
  readonly pid: number | undefined;
  dataDir: string;
  /** It already ran when it was asked for. */
  adopted: boolean;
  superuser: { user: string; password: string };
  login: { user: string; password: string };
  /** The address of a database, as the login role unless told otherwise. */
  url(dbName: string, as?: PostgresRole): string;
  /** Creates a database owned by the login role, empty or copied from `template`; answers its address. */
  createDatabase(name: string, template?: string): Promise<string>;
  /** The rows of one statement in a database, past every fence. */
  rows(dbName: string, text: string): Promise<Record<string, unknown>[]>;
  hasDatabase(name: string): Promise<boolean>;
  dropDatabase(name: string): Promise<void>;
  /** Starts it again after `kill()`, on the same port. */
  restart(): Promise<unknown>;
  /** SIGKILL to the server and every backend, as a power cut would. */
  kill(): Promise<void>;
  /** Gives up this use; the last user of the cluster stops the server, killing it after `withinMs` (6,000). */
  stop(withinMs?: number): Promise<void>;
};

/**
 * A running PostgreSQL 18 whose cluster lives in `home` (relative to `root`), started or adopted.
 * `fast` trades safety against power cuts for speed; a kill -9 still loses nothing.
 */
export function ensurePostgres(options: {
  root?: string;
  home: string;
  fast?: boolean;
  log?: (line: string) => void;
}): Promise<PostgresCluster>;
