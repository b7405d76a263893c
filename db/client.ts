import 'server-only';
import type { NodePgDatabase } from 'drizzle-orm/node-postgres';
import { drizzle } from 'drizzle-orm/node-postgres';
import pg from 'pg';
import { env } from '@/lib/env';
import { processWide } from '@/lib/process-wide';

/** A transaction that has taken a role; the only thing queries can be run on. */
export type Tx = NodePgDatabase & { readonly inTransaction: true; readonly $client: pg.PoolClient };

type Mode = 'read' | 'ask' | 'write';

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

/**
 * Runs `run` in one transaction that sees one workspace's rows and no others. `read` is a
 * read-only snapshot: all its queries see the same moment. `ask` is one too, whose statements are planned for
 * their own values: for searches, of which no two are alike.
 */
export function withWorkspace<T>(
  workspaceId: string,
  run: (tx: Tx) => Promise<T>,
  mode: Mode = 'write',
): Promise<T> {
  if (!UUID.test(workspaceId)) throw new Error('A workspace id must be a UUID.');
  return transaction(
    `select set_config('role','porchlight_app',true), set_config('app.workspace_id','${workspaceId}',true)`,
    run,
    mode,
  );
}

/** Runs `run` in one transaction outside any workspace: sign-in, raw webhook bodies, and what is due where. */
export function withSystem<T>(run: (tx: Tx) => Promise<T>, mode: Mode = 'write'): Promise<T> {
  return transaction("select set_config('role','porchlight_system',true)", run, mode);
}

/**
 * A statement that each connection parses and plans once: for the reads that a screen waits for.
 * Its name stands for its text in the whole process; without a name it is forgotten again.
 */
export async function prepared<Row extends pg.QueryResultRow>(
  tx: Tx,
  statement: { name?: string; text: string; values: unknown[] },
): Promise<Row[]> {
  return (await tx.$client.query<Row>(statement)).rows;
}

/** From here on, statements of a `read` are planned for their own values, as those of an `ask` are. */
export async function planAnew(tx: Tx): Promise<void> {
  await tx.$client.query("set local plan_cache_mode = 'auto'");
}

/** The pool's own view, for readiness and metrics. */
export function poolCounts() {
  const { totalCount, idleCount, waitingCount } = pool();
  return { total: totalCount, idle: idleCount, waiting: waitingCount };
}

/** One statement outside a transaction. For the session check, which names its own role. */
export async function single<Row extends pg.QueryResultRow>(query: pg.QueryConfig): Promise<Row[]> {
  return (await pool().query<Row>(query)).rows;
}

/** Ends every connection of this process. */
export async function closePool(): Promise<void> {
  const { pool: open } = shared;
  delete shared.pool;
  await open?.end();
}

/** A connection of its own, for LISTEN. The caller connects and ends it. */
export function dedicatedClient(purpose: string): pg.Client {
  return new pg.Client({
    connectionString: env().DATABASE_URL,
    application_name: `porchlight ${purpose}`,
    keepAlive: true,
    connectionTimeoutMillis: 3_000,
  });
}

const shared = processWide<{ pool?: pg.Pool }>('database', () => ({}));

function pool(): pg.Pool {
  if (shared.pool) return shared.pool;
  const made = new pg.Pool({
    connectionString: env().DATABASE_URL,
    application_name: 'porchlight',
    max: env().DATABASE_POOL,
    connectionTimeoutMillis: 3_000,
    idleTimeoutMillis: 60_000,
    statement_timeout: 5_000,
    lock_timeout: 4_000,
    idle_in_transaction_session_timeout: 10_000,
    keepAlive: true,
  });
  // A connection may die at any moment, idle or in the middle of a transaction. The next use of it
  // fails or replaces it; without listeners for both the process would end.
  made.on('error', () => undefined);
  made.on('connect', (client) => client.on('error', () => undefined));
  shared.pool = made;
  return made;
}

const BEGIN_READ = 'begin isolation level repeatable read read only';

// What is looked at is in memory or on a disk without arms: a row by its key costs hardly more than the next one.
const NEAR = "set_config('random_page_cost','1.1',true)";

// PostgreSQL would plan a prepared list anew each time, which costs twice what running it does.
const ONE_PLAN = "set_config('plan_cache_mode','force_generic_plan',true)";

const beginnings: Record<Mode, (takeRole: string) => string> = {
  read: (takeRole) => `${BEGIN_READ};${takeRole},${NEAR},${ONE_PLAN}`,
  ask: (takeRole) => `${BEGIN_READ};${takeRole},${NEAR}`,
  write: (takeRole) => `begin;${takeRole}`,
};

const handles = new WeakMap<pg.PoolClient, Tx>();

async function transaction<T>(
  takeRole: string,
  run: (tx: Tx) => Promise<T>,
  mode: Mode,
): Promise<T> {
  const client = await pool().connect();
  let broken: Error | undefined;
  try {
    // One round trip for all: the role is taken before anything else can run.
    await client.query(beginnings[mode](takeRole));
    const value = await run(handleFor(client));
    await client.query('commit');
    return value;
  } catch (error) {
    await client.query('rollback').catch((failure: Error) => {
      broken = failure;
    });
    throw error;
  } finally {
    client.release(broken);
  }
}

function handleFor(client: pg.PoolClient): Tx {
  const known = handles.get(client);
  if (known) return known;
  const made = Object.assign(drizzle(client), { inTransaction: true as const });
  handles.set(client, made);
  return made;
}
