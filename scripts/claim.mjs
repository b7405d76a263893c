import path from 'node:path';
import { takeLock } from './lock.mjs';
import { identityOf, signal } from './process.mjs';
import { until } from './until.mjs';

/**
 * Makes this launcher the only one in `home`, or refuses with who is there. What a killed launcher left
 * running is ended first: it holds the ports. PostgreSQL is not in that list, it is taken over.
 */
export async function claimHome(home) {
  const lock = await takeLock(path.join(home, 'launcher.lock')).catch(explain(home));
  if (lock.holder) throw new Error(alreadyRuns(lock.holder));
  await Promise.all((lock.previous?.parts ?? []).map(endOrphan));
  return lock;
}

function alreadyRuns({ pid, address }) {
  return address
    ? `Porchlight already runs here: ${address} (pid ${pid}). It was left alone; stop it with: kill ${pid}`
    : `Porchlight is just being started here (pid ${pid}). It was left alone.`;
}

/** It noticed that its launcher is gone and is stopping; when that takes too long it is killed. */
async function endOrphan({ identity }) {
  const pid = Number.parseInt(identity, 10);
  const isGone = () => identityOf(pid) !== identity;
  if (identity === '' || isGone()) return;
  signal(pid, 'SIGTERM');
  if (await until(isGone, { withinMs: 2_000 })) return;
  signal(pid, 'SIGKILL');
  await until(isGone, { withinMs: 2_000 });
}

function explain(home) {
  return (error) => {
    if (error.code !== 'EACCES' && error.code !== 'EPERM') throw error;
    throw new Error(
      `${home} belongs to another user (was Porchlight started as root before?). Start it as that user, or move the folder away.`,
      { cause: error },
    );
  };
}
