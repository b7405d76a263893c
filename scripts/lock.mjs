import { linkSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { identityOf } from './process.mjs';
import { until } from './until.mjs';

let serial = 0;

/**
 * Takes a lock that dies with its holder: a file naming a process that must still live.
 * Answers `{ release, note }`, or `{ holder }` with what the living holder noted.
 */
export async function takeLock(file, note = {}) {
  mkdirSync(path.dirname(file), { recursive: true });
  const identity = identityOf(process.pid);
  const own = { pid: process.pid, identity, token: `${identity}#${serial++}`, ...note };
  const draft = write(`${file}.${own.token}`, own);
  try {
    linkSync(draft, file);
  } catch (error) {
    if (error.code !== 'EEXIST') throw error;
    const holder = readLock(file);
    if (holder && isHeld(holder)) return { holder };
    renameSync(draft, file);
    // Two may have found the same dead holder: the last to write keeps it, once both have written.
    await sleep(60);
    const winner = readLock(file);
    if (winner?.token !== own.token) return { holder: winner ?? {} };
    return held(file, own, holder);
  } finally {
    rmSync(draft, { force: true });
  }
  return held(file, own);
}

/** Runs `work` while nobody else holds the lock; waits up to `withinMs` for it. */
export async function withLock(file, work, withinMs = 60_000) {
  const lock = await until(
    async () => {
      const attempt = await takeLock(file);
      return attempt.release && attempt;
    },
    { withinMs, everyMs: 50 },
  );
  if (!lock) throw new Error(`Somebody else has held ${file} for ${withinMs / 1000} s`);
  try {
    return await work();
  } finally {
    lock.release();
  }
}

/** What the holder noted, dead or alive; undefined when there is none. */
export function readLock(file) {
  try {
    return JSON.parse(readFileSync(file, 'utf8'));
  } catch {
    return undefined;
  }
}

function held(file, own, previous) {
  return {
    /** What a dead holder had noted, for whoever cleans up after it. */
    previous,
    note(more) {
      Object.assign(own, more);
      renameSync(write(`${file}.${own.token}`, own), file);
    },
    release() {
      if (readLock(file)?.token === own.token) rmSync(file, { force: true });
    },
  };
}

function isHeld(holder) {
  return holder.identity !== undefined && identityOf(holder.pid) === holder.identity;
}

function write(file, value) {
  writeFileSync(file, JSON.stringify(value));
  return file;
}
