import type { PostgresCluster } from './postgres.mjs';

export type PartName = 'web' | 'worker' | 'sandbox';

export type StackOptions = {
  /** The checkout. */
  root: string;
  /** Where secrets, logs and the embedded database live; relative to `root`. */
  home: string;
  mode?: 'production' | 'development';
  /** The environment to start from; `process.env` unless given. Without DATABASE_URL the embedded server is used, without X_API_URL the sandbox. */
  source?: Record<string, string | undefined>;
  /** Where the parts listen; from HOST, PORT and SANDBOX_PORT of `source` unless given. */
  at?: { host: string; web: number; sandbox: number };
  /** Which parts to start: sandbox, web and worker unless given. */
  parts?: PartName[];
  /** Lays out the demo; by default only in the embedded database. */
  seed?: boolean;
  /** Empties the embedded database first. */
  fresh?: boolean;
  /** An embedded database that gives up safety against power cuts (not against kill -9). */
  fast?: boolean;
  /** Starts again what dies; on unless given. Turn it off to kill parts and look. */
  restartCrashed?: boolean;
  /** Writes each part's output to `home`/logs/<part>.log instead of the terminal. */
  logs?: boolean;
  log?: (line: string) => void;
  signal?: AbortSignal;
  /** Keeps the developer's `.env` out of the parts. */
  hideDotEnv?: boolean;
  /** Told before anything that needs it starts: the environment of the parts. */
  onEnv?: (env: Record<string, string>, cluster: PostgresCluster | undefined) => void;
  /** Told whenever parts were started: what to end if this process is killed. */
  onParts?: (parts: { name: PartName; identity: string }[]) => void;
};

export type Stack = {
  /** The whole environment that the parts run with. */
  env: Record<string, string>;
  at: { host: string; web: number; sandbox: number };
  /** The demo and its sign-ins are there. */
  hasDemo: boolean;
  urls: { app: string; sandbox: string | undefined };
  /** The embedded server; undefined when DATABASE_URL was given. */
  cluster: PostgresCluster | undefined;
  readonly pids: Partial<Record<PartName | 'postgres', number>>;
  /** Resolves with the reason when the stack gave up on a part that crashes again and again. */
  ended: Promise<string>;
  /** SIGKILL to one part (or to the database and all its sessions), and waits until it is gone. */
  kill(name: PartName | 'postgres'): Promise<unknown>;
  /** Stops a part if it runs and starts it again; web and sandbox answer when it returns. */
  restart(name: PartName | 'postgres'): Promise<void>;
  /** Stops everything in order, within ten seconds. */
  stop(): Promise<void>;
  force(): Promise<void>;
};

/** Starts database, web, worker and sandbox from a finished build and waits until they answer. */
export function startStack(options: StackOptions): Promise<Stack>;
