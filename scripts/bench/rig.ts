import type { ChildProcess } from 'node:child_process';
import { spawn } from 'node:child_process';
import path from 'node:path';
import pg from 'pg';
import { mintSession } from '@/lib/auth/mint';
import type { Stack, startStack } from '../stack.mjs';
import type { Loaded } from './load';
import { load } from './load';

export type Rig = {
  stack: Stack;
  app: string;
  admin: pg.Client;
  loaded: Loaded;
  cookie: string;
  /** Many browsers of many members: a session may follow the stream only in a few windows. */
  cookies: string[];
  floor: string;
  close: () => Promise<void>;
};

const AT = { host: '127.0.0.1', web: 4200, sandbox: 4201 };
const FLOOR_PORT = 4202;
const BROWSERS = 40;

/** The checkout, and how to start the product from it. */
export type Place = { root: string; startStack: typeof startStack };

/** The whole product on ports of its own with the data set loaded, and the floor beside it. */
export async function setUp(
  { root, startStack: start }: Place,
  conversations: number,
): Promise<Rig> {
  const stack = await start({
    root,
    home: '.test/bench',
    at: AT,
    seed: false,
    fresh: true,
    logs: true,
    restartCrashed: false,
    source: { ...process.env, LOG_LEVEL: 'error' },
  });
  // Until deliveries are pushed a worker would only disturb, and find that these channels have no tokens.
  await stack.kill('worker');
  await countStatements(stack, await superuser(stack));
  const counted = await superuser(stack);
  const loaded = await load(counted, conversations);
  const cookies = await signIn(stack, loaded, BROWSERS);
  const [cookie] = cookies;
  if (!cookie) throw new Error('nobody to sign in as');
  const floor = await startFloor(root, superuserUrl(stack), loaded.workspaceId);
  return {
    stack,
    app: stack.urls.app,
    admin: counted,
    loaded,
    cookie,
    cookies,
    floor: `http://127.0.0.1:${FLOOR_PORT}/`,
    close: async () => {
      floor.kill();
      await counted.end();
      await stack.stop();
    },
  };
}

/** Statements that the application ran since the last call; the floor's and our own are left out. */
export async function statementsSince(admin: pg.Client): Promise<number> {
  const { rows } = await admin.query<{ calls: number }>(
    `select coalesce(sum(calls), 0)::int as calls from pg_stat_statements s join pg_roles r on r.oid = s.userid
     where r.rolname like 'porchlight%'`,
  );
  await admin.query('select pg_stat_statements_reset()');
  return rows[0]?.calls ?? 0;
}

/** Cookie headers of `count` browsers, dealt out over the members. */
export async function signIn(stack: Stack, loaded: Loaded, count: number): Promise<string[]> {
  const cookies: string[] = [];
  for (let turn = 0; turn < count; turn++) {
    const member = loaded.members[turn % loaded.members.length];
    if (!member) throw new Error('nobody to sign in as');
    const session = await mintSession(
      { userId: member.userId, workspaceId: loaded.workspaceId },
      {
        databaseUrl: `${stack.env['DATABASE_URL']}`,
        authSecret: `${stack.env['AUTH_SECRET']}`,
        appUrl: `${stack.env['APP_URL']}`,
      },
    );
    cookies.push(`${session.name}=${session.value}`);
  }
  return cookies;
}

async function countStatements(stack: Stack, admin: pg.Client): Promise<void> {
  await admin.query("alter system set shared_preload_libraries = 'pg_stat_statements'");
  await admin.query('create extension if not exists pg_stat_statements');
  await admin.end();
  await stack.kill('postgres');
  await stack.restart('postgres');
}

async function superuser(stack: Stack): Promise<pg.Client> {
  const client = new pg.Client({ connectionString: superuserUrl(stack) });
  client.on('error', () => undefined);
  await client.connect();
  return client;
}

function superuserUrl(stack: Stack): string {
  const { pathname } = new URL(`${stack.env['DATABASE_URL']}`);
  if (!stack.cluster) throw new Error('the bench measures the embedded database only');
  return stack.cluster.url(pathname.slice(1), 'superuser');
}

function startFloor(root: string, databaseUrl: string, workspaceId: string): Promise<ChildProcess> {
  const script = path.join(root, 'scripts/bench/floor-server.mjs');
  const child = spawn(process.execPath, [script, databaseUrl, workspaceId, String(FLOOR_PORT)], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  return new Promise((resolve, reject) => {
    child.stdout.once('data', () => resolve(child));
    child.once('exit', (code) => reject(new Error(`the floor server ended with ${code}`)));
  });
}
