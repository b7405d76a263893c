import type { QueryClient, QueryKey } from '@tanstack/react-query';

/** An answer that takes longer is given up: its connection may be dead. */
const PATIENCE_MS = 30_000;

type Reading = { now: Map<string, Promise<void>>; next: Map<string, Promise<void>> };

const readings = new WeakMap<QueryClient, Reading>();

/**
 * Reads again what became stale, and answers once what happened before it was asked is on screen. A reading that is under
 * way is let finish, and one more follows for all that happened meanwhile: begun anew with each event, it
 * would not come to an end while events come faster than answers.
 */
export function readAgain(client: QueryClient, queryKey: QueryKey, exact = false): Promise<void> {
  const { now, next } = readingOf(client);
  const id = JSON.stringify([queryKey, exact]);
  const underWay = now.get(id);
  if (!underWay) return begin();
  const following = next.get(id) ?? underWay.then(begin);
  next.set(id, following);
  return following;

  async function begin(): Promise<void> {
    next.delete(id);
    const reading = inTime(client.invalidateQueries({ queryKey, exact }));
    now.set(id, reading);
    await reading;
    if (now.get(id) === reading) now.delete(id);
  }
}

function readingOf(client: QueryClient): Reading {
  const known = readings.get(client) ?? { now: new Map(), next: new Map() };
  readings.set(client, known);
  return known;
}

/** Resolves with the reading, or when patience is over. */
function inTime(reading: Promise<void>): Promise<void> {
  return new Promise((resolve) => {
    const timer = setTimeout(resolve, PATIENCE_MS);
    void reading.finally(() => {
      clearTimeout(timer);
      resolve();
    });
  });
}
