import path from 'node:path';
import { setTimeout as rest } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import pg from 'pg';
import { mintSession } from '@/lib/auth/mint';
import type { Stack } from '@/scripts/stack.mjs';
import { startStack } from '@/scripts/stack.mjs';
import { testSource } from '@/scripts/test-settings.mjs';

export type Rig = {
  stack: Stack;
  app: string;
  sandbox: string;
  secret: string;
  /** Past every fence: for assertions only. Reconnects when the database was killed. */
  rows: <Row extends pg.QueryResultRow>(text: string, values?: unknown[]) => Promise<Row[]>;
  channel: { id: string; externalId: string };
  workspaceId: string;
  /** The cookie header of a demo member, by address or, for a demo member, its first part such as `priya`. */
  cookieOf: (name: string) => Promise<string>;
  close: () => Promise<void>;
};

/** Moves all ports, for two runs beside each other. */
const shift = Number(process.env['HARD_PORT_SHIFT'] ?? 0);

const root = fileURLToPath(new URL('../..', import.meta.url));

/** The built product with its demo on ports of its own, to be killed part by part. */
export async function startRig(
  name: string,
  { port, timeScale = 0.02 }: { port: number; timeScale?: number },
): Promise<Rig> {
  const stack = await startStack({
    root,
    home: path.join('.test', `hard-${name}`),
    at: { host: '127.0.0.1', web: port + shift, sandbox: port + shift + 1 },
    source: testSource({ TIME_SCALE: String(timeScale) }),
    hideDotEnv: true,
    seed: true,
    fresh: true,
    fast: true,
    logs: true,
    restartCrashed: false,
  });
  const { cluster } = stack;
  if (!cluster) throw new Error('hardness is tried on the embedded database only');
  const database = new URL(`${stack.env['DATABASE_URL']}`).pathname.slice(1);
  const rows = superuserQueries(() => cluster.url(database, 'superuser'));
  const [channel] = await rows<{ id: string; externalId: string; workspaceId: string }>(
    `select id, external_id as "externalId", workspace_id as "workspaceId" from channels where handle = 'saltedcaramel'`,
  );
  if (!channel) throw new Error('the demo has no channel');
  return {
    stack,
    app: stack.urls.app,
    sandbox: `${stack.urls.sandbox}`,
    secret: `${stack.env['X_CONSUMER_SECRET']}`,
    rows,
    channel,
    workspaceId: channel.workspaceId,
    cookieOf: (member) => signIn(stack, rows, member),
    close: () => stack.stop(),
  };
}

type Rows = Rig['rows'];

function superuserQueries(url: () => string): Rows {
  return async (text, values) => {
    for (let attempt = 1; ; attempt++) {
      const client = new pg.Client({ connectionString: url(), connectionTimeoutMillis: 2_000 });
      client.on('error', () => undefined);
      try {
        await client.connect();
        return (await client.query(text, values)).rows;
      } catch (error) {
        if (attempt === 40) throw error;
        await rest(250);
      } finally {
        await client.end().catch(() => undefined);
      }
    }
  };
}

async function signIn(stack: Stack, rows: Rows, name: string): Promise<string> {
  const [member] = await rows<{ user_id: string; workspace_id: string }>(
    'select user_id, workspace_id from members where email = $1',
    [name.includes('@') ? name : `${name}@saltedcaramel.example`],
  );
  if (!member) throw new Error(`nobody called ${name}`);
  const session = await mintSession(
    { userId: member.user_id, workspaceId: member.workspace_id },
    {
      databaseUrl: `${stack.env['DATABASE_URL']}`,
      authSecret: `${stack.env['AUTH_SECRET']}`,
      appUrl: `${stack.env['APP_URL']}`,
    },
  );
  return `${session.name}=${session.value}`;
}

/** Asks until it is so; says what it waited for when it never was. */
export async function until(
  what: string,
  isSo: () => Promise<boolean>,
  withinMs = 60_000,
): Promise<void> {
  const end = Date.now() + withinMs;
  while (!(await isSo())) {
    if (Date.now() > end) throw new Error(`not within ${withinMs} ms: ${what}`);
    await rest(100);
  }
}

/** Every raw delivery has been read or put aside. */
export function drained(rig: Rig, withinMs = 60_000): Promise<void> {
  return until(
    'every delivery is read',
    async () => {
      const [open] = await rig.rows<{ count: number }>(
        "select count(*)::int as count from inbound_deliveries where state not in ('done', 'quarantined')",
      );
      return open?.count === 0;
    },
    withinMs,
  );
}

/** A random source that can be run again: prints its seed, takes it back from SEED. */
export function seededRandom(): () => number {
  const seed = Number(process.env['SEED'] ?? Date.now() % 2 ** 31);
  process.stdout.write(`SEED=${seed}\n`);
  let state = seed;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
}
