import { randomBytes } from 'node:crypto';
import { mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { withLock } from './lock.mjs';
import { locate } from './postgres-binaries.mjs';
import {
  initialise,
  killServer,
  readServer,
  startOrAdopt,
  stopServer,
} from './postgres-server.mjs';
import { identityOf } from './process.mjs';
import { keep } from './secrets.mjs';

const host = '127.0.0.1';
const loginRole = 'porchlight';

/**
 * A running PostgreSQL 18 whose cluster lives in `home`, started or adopted.
 * Several processes may share it: whoever stops last stops the server.
 */
export async function ensurePostgres({ root = process.cwd(), home, fast = false, log = () => {} }) {
  const wantedHome = path.resolve(root, home);
  const located = await locate(wantedHome, log);
  const passwords = keep(path.join(located.home, 'postgres.json'), {
    superuser: randomPassword,
    login: randomPassword,
  });
  const lock = path.join(located.home, 'postgres.lock');
  const start = () =>
    withLock(lock, async () => {
      const dataDir = initialise(located, passwords.superuser);
      const server = await startOrAdopt({ located, dataDir, fast, log });
      return { dataDir, server };
    });
  const lease = takeLease(located.home);
  const { dataDir, server } = await start();
  const cluster = describe(passwords, () => readServer(dataDir)?.port ?? server.port);
  await ensureLoginRole(cluster);

  return {
    ...cluster,
    dataDir,
    adopted: server.adopted,
    get pid() {
      return readServer(dataDir)?.pid;
    },
    get port() {
      return readServer(dataDir)?.port ?? server.port;
    },
    restart: start,
    kill: () => killServer(dataDir),
    stop: (withinMs = 6_000) =>
      withLock(lock, async () => {
        lease.release();
        if (!hasLeases(located.home)) await stopServer(dataDir, withinMs);
      }),
  };
}

function describe(passwords, port) {
  const superuser = { user: 'postgres', password: passwords.superuser };
  const login = { user: loginRole, password: passwords.login };
  const url = (dbName, as = 'login') => {
    const { user, password } = as === 'superuser' ? superuser : login;
    return `postgres://${user}:${password}@${host}:${port()}/${dbName}`;
  };
  const asSuperuser = (work) => withClient(url('postgres', 'superuser'), work);
  return {
    host,
    superuser,
    login,
    url,
    asSuperuser,
    /** The rows of one statement, past every fence. */
    rows: (dbName, text) =>
      withClient(url(dbName, 'superuser'), async (client) => (await client.query(text)).rows),
    /** A database owned by the login role, empty or a copy of `template`; its address. */
    async createDatabase(name, template) {
      await asSuperuser(async (client) => {
        const from = template ? ` template ${client.escapeIdentifier(template)}` : '';
        const statement = `create database ${client.escapeIdentifier(name)} owner ${loginRole}${from}`;
        await client.query(statement);
      });
      return url(name);
    },
    async hasDatabase(name) {
      return asSuperuser(async (client) => {
        const found = await client.query('select 1 from pg_database where datname = $1', [name]);
        return found.rowCount === 1;
      });
    },
    /** Removes it, also under sessions that still use it. */
    async dropDatabase(name) {
      await asSuperuser((client) =>
        client.query(`drop database if exists ${client.escapeIdentifier(name)} with (force)`),
      );
    },
  };
}

/** The role of the processes escapes nothing; it may make the role without login that the tables are used under. */
function ensureLoginRole({ asSuperuser, login }) {
  return asSuperuser(async (client) => {
    const found = await client.query('select 1 from pg_roles where rolname = $1', [loginRole]);
    if (found.rowCount === 1) return;
    const attributes =
      'login noinherit nosuperuser nobypassrls nocreatedb createrole noreplication';
    await client
      .query(
        `create role ${loginRole} ${attributes} password ${client.escapeLiteral(login.password)}`,
      )
      .catch((error) => {
        if (error.code !== '42710' && error.code !== '23505') throw error;
      });
  });
}

async function withClient(connectionString, work) {
  const { default: pg } = await import('pg');
  const client = new pg.Client({ connectionString, connectionTimeoutMillis: 5_000 });
  client.on('error', () => {});
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end().catch(() => {});
  }
}

let leases = 0;

function takeLease(home) {
  const folder = leaseFolder(home);
  mkdirSync(folder, { recursive: true });
  const file = path.join(folder, `${identityOf(process.pid)}#${leases++}`);
  writeFileSync(file, '');
  return { release: () => rmSync(file, { force: true }) };
}

/** Whether a living process still uses the cluster; leases of the dead are swept. */
function hasLeases(home) {
  const folder = leaseFolder(home);
  const names = readdirSync(folder);
  const living = names.filter((name) => {
    const [identity] = name.split('#');
    return identityOf(Number.parseInt(identity, 10)) === identity;
  });
  for (const name of names) {
    if (!living.includes(name)) rmSync(path.join(folder, name), { force: true });
  }
  return living.length > 0;
}

const leaseFolder = (home) => path.join(home, 'postgres.users');
const randomPassword = () => randomBytes(18).toString('base64url');
