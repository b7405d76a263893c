import { spawn, spawnSync } from 'node:child_process';
import {
  chownSync,
  closeSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  openSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { freePort, isPortFree } from './ports.mjs';
import { dataDirName } from './postgres-binaries.mjs';
import { childrenOf, commandOf, isAlive, signal } from './process.mjs';
import { until } from './until.mjs';

/** Creates the data directory once. Several may try at the same time: one rename wins. */
export function initialise({ home, programs, spawnOptions }, password) {
  const dataDir = path.join(home, dataDirName);
  if (existsSync(path.join(dataDir, 'PG_VERSION'))) return dataDir;
  refuseOtherMajor(home);
  const draft = mkdtempSync(path.join(home, 'initdb-'));
  const passwordFile = path.join(draft, 'password');
  const target = path.join(draft, 'data');
  try {
    writeFileSync(passwordFile, `${password}\n`, { mode: 0o600 });
    mkdirSync(target, { mode: 0o700 });
    if (spawnOptions.uid !== undefined) {
      for (const made of [draft, passwordFile, target]) {
        chownSync(made, spawnOptions.uid, spawnOptions.gid);
      }
    }
    runInitdb(programs.initdb, { target, passwordFile }, spawnOptions);
    renameSync(target, dataDir);
  } catch (error) {
    if (!existsSync(path.join(dataDir, 'PG_VERSION'))) throw error;
  } finally {
    rmSync(draft, { recursive: true, force: true });
  }
  return dataDir;
}

/**
 * Starts the server, or adopts the one that already runs on this data directory (its launcher was killed).
 * Answers `{ pid, port, adopted }`.
 */
export async function startOrAdopt({ located, dataDir, fast, log }) {
  const running = await settledServer(dataDir);
  if (running) return { ...running, adopted: true };
  const patience = performance.now() + 30_000;
  async function attempt() {
    const started = await startOnce({ located, dataDir, fast });
    if (started) return { ...started, adopted: false };
    // Backends of a killed server may hold its shared memory for a few seconds more.
    if (performance.now() > patience) {
      throw new Error(`PostgreSQL does not start; the reason is in ${logFile(located.home)}`);
    }
    log('PostgreSQL is still recovering; trying again');
    await sleep(500);
    return attempt();
  }
  return attempt();
}

/** Fast shutdown: sessions are rolled back, everything is on disk. Killed when it takes longer than `withinMs`, which loses nothing. */
export async function stopServer(dataDir, withinMs) {
  const server = readPidFile(dataDir);
  if (!server || !isServer(server.pid, dataDir)) return;
  signal(server.pid, 'SIGINT');
  const gone = await until(() => !isServer(server.pid, dataDir), { withinMs });
  if (!gone) await killServer(dataDir);
}

/** As a power cut would: the server and all its backends at once. For tests, and as the last resort. */
export async function killServer(dataDir) {
  const server = readPidFile(dataDir);
  if (!server || !isServer(server.pid, dataDir)) return;
  const family = [server.pid, ...childrenOf(server.pid)];
  for (const pid of family) signal(pid, 'SIGKILL');
  await until(() => !family.some(isAlive), { withinMs: 5_000 });
}

/** The server that runs on this directory: `{ pid, port, status }`; undefined when there is none. */
export function readServer(dataDir) {
  const server = readPidFile(dataDir);
  return server && isServer(server.pid, dataDir) ? server : undefined;
}

function refuseOtherMajor(home) {
  const other = readdirSync(home).find((name) => /^pg\d+$/.test(name) && name !== dataDirName);
  if (!other) return;
  throw new Error(
    `${path.join(home, other)} was made by another major version of PostgreSQL. Export it with that version, or move it away.`,
  );
}

function runInitdb(initdb, { target, passwordFile }, spawnOptions) {
  const fixed =
    '-U postgres --auth=scram-sha-256 --encoding=UTF8 --locale-provider=builtin --builtin-locale=C.UTF-8 --locale=C --no-sync --no-instructions';
  const args = ['-D', target, `--pwfile=${passwordFile}`, ...fixed.split(' ')];
  const result = spawnSync(initdb, args, { ...spawnOptions, encoding: 'utf8' });
  if (result.status === 0) return;
  throw new Error(`PostgreSQL could not be set up: ${result.stderr || result.error}`);
}

async function settledServer(dataDir) {
  const pidFile = path.join(dataDir, 'postmaster.pid');
  const server = readPidFile(dataDir);
  if (!server) return undefined;
  if (!isServer(server.pid, dataDir)) {
    rmSync(pidFile, { force: true });
    return undefined;
  }
  return until(
    () => {
      const now = readServer(dataDir);
      return now?.status === 'ready' && now;
    },
    { withinMs: 10_000 },
  );
}

async function startOnce({ located: { home, programs, spawnOptions }, dataDir, fast }) {
  const port = await preferredPort(home);
  const output = openSync(logFile(home), 'a', 0o600);
  // Its own process group: Ctrl-C in the terminal reaches only the launcher, which stops in order.
  const child = spawn(programs.postgres, ['-D', dataDir, '-p', String(port), ...options(fast)], {
    ...spawnOptions,
    detached: true,
    stdio: ['ignore', output, output],
  });
  closeSync(output);
  child.unref();
  let ended = false;
  child.once('exit', () => {
    ended = true;
  });
  child.once('error', () => {
    ended = true;
  });
  const isReady = () => {
    const now = readPidFile(dataDir);
    return now?.pid === child.pid && now.status === 'ready';
  };
  await until(() => ended || isReady(), { withinMs: 60_000 });
  if (ended || !isReady()) return undefined;
  writeFileSync(portFile(home), String(port));
  return { pid: child.pid, port };
}

function options(fast) {
  const settings = {
    listen_addresses: '127.0.0.1',
    unix_socket_directories: '',
    max_connections: 200,
    shared_buffers: '128MB',
    jit: 'off',
    // Survives kill -9 of every process all the same; only a power cut would hurt.
    ...(fast && { fsync: 'off' }),
  };
  return Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`]);
}

/** The port of the last time, so that addresses handed out before a crash stay true. */
async function preferredPort(home) {
  const last = existsSync(portFile(home)) ? Number(readFileSync(portFile(home), 'utf8')) : 0;
  return last > 0 && (await isPortFree(last, '127.0.0.1')) ? last : freePort();
}

function readPidFile(dataDir) {
  try {
    const lines = readFileSync(path.join(dataDir, 'postmaster.pid'), 'utf8').split('\n');
    return { pid: Number(lines[0]), port: Number(lines[3]), status: (lines[7] ?? '').trim() };
  } catch {
    return undefined;
  }
}

function isServer(pid, dataDir) {
  return isAlive(pid) && commandOf(pid).includes(dataDir);
}

const portFile = (home) => path.join(home, 'postgres.port');
const logFile = (home) => path.join(home, 'postgres.log');
