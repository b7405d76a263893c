import { setTimeout as sleep } from 'node:timers/promises';

const STOP_WITHIN_MS = 8_000;
const DATABASE_STOPS_WITHIN_MS = 1_000;
const HAND_OVER_MS = 2_000;
const CRASHES_ALLOWED = 5;
const CRASH_WINDOW_MS = 60_000;
const WATCH_EVERY_MS = 1_000;

/**
 * Keeps the parts and the database running, and ends them in order. `ended` resolves with the reason when it gave up.
 * With `restartCrashed: false` what dies stays dead, for tests that kill.
 */
export function createSupervisor({ cluster, log, onParts, restartCrashed = true }) {
  const parts = new Map();
  const crashes = [];
  let stopping;
  let failure;
  let isReady = false;
  let giveUp = () => {};
  const ended = new Promise((resolve) => {
    giveUp = resolve;
  });
  const watch = restartCrashed && cluster && setInterval(watchDatabase, WATCH_EVERY_MS);

  async function crashed(name, how) {
    if (stopping || !restartCrashed) return;
    const now = performance.now();
    crashes.push(now);
    const recent = crashes.filter((at) => now - at < CRASH_WINDOW_MS).length;
    // Before it was ever ready, ending of its own accord is a refusal: a setting is wrong.
    const refused = !isReady && how.startsWith('code');
    if (refused || recent > CRASHES_ALLOWED) {
      failure ??= `${name} ended (${how})\n${parts.get(name).lastWords()}`;
      giveUp(failure);
      return;
    }
    log(`${name} ended unexpectedly (${how}); starting it again`);
    await sleep(300 * recent);
    if (stopping) return;
    parts.get(name)?.start();
    onParts?.(identities());
  }

  let mending = false;
  async function watchDatabase() {
    if (stopping || mending || cluster.pid) return;
    mending = true;
    log('PostgreSQL ended unexpectedly; starting it again');
    await cluster.restart().catch((error) => log(error.message));
    mending = false;
  }

  const identities = () => [...parts.values()].map(({ name, identity }) => ({ name, identity }));

  function stop() {
    stopping ??= stopInOrder({ parts, cluster, watch });
    return stopping;
  }

  return {
    ended,
    crashed,
    stop,
    add: (part) => parts.set(part.name, part),
    startAll() {
      for (const part of parts.values()) part.start();
      onParts?.(identities());
    },
    becameReady() {
      isReady = true;
    },
    hasFailed: () => failure !== undefined,
    /** Why it does not work: what the part said that gave up, else the last words of all. */
    lastWords: () => failure ?? [...parts.values()].map(describe).filter(Boolean).join('\n'),
    pids: () => ({
      ...Object.fromEntries([...parts].map(([name, part]) => [name, part.pid])),
      ...(cluster && { postgres: cluster.pid }),
    }),
    /** SIGKILL to one part, or to the database and all its sessions. */
    kill: (name) => (name === 'postgres' ? cluster.kill() : parts.get(name).kill()),
    async restart(name) {
      if (name === 'postgres') return cluster.restart();
      const part = parts.get(name);
      if (!(await part.stop(STOP_WITHIN_MS))) await part.kill();
      return part.start();
    },
    /** For the impatient: `stop()` that waits for nobody. */
    async force() {
      const stopped = stop();
      await Promise.all([...parts.values()].map((part) => part.kill()));
      return stopped;
    },
  };
}

/** Web first, so that nothing new comes in; then worker, sandbox, database. All within ten seconds. */
async function stopInOrder({ parts, cluster, watch }) {
  clearInterval(watch);
  const deadline = performance.now() + STOP_WITHIN_MS;
  const end = async (name, withinMs) => {
    const part = parts.get(name);
    if (part && !(await part.stop(withinMs))) await part.kill();
  };
  const web = end('web', STOP_WITHIN_MS);
  await Promise.race([web, sleep(HAND_OVER_MS, undefined, { ref: false })]);
  await Promise.all([web, end('worker', Math.max(0, deadline - performance.now()))]);
  await end('sandbox', 500);
  const left = deadline - performance.now();
  await cluster?.stop(Math.max(DATABASE_STOPS_WITHIN_MS, left));
}

function describe(part) {
  const words = part.lastWords();
  return words && `--- ${part.name} last said:\n${words}`;
}
