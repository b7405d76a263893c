import 'server-only';
import { log } from '../log';
import type { Lane } from './nudge';

/** One kind of work. Rows are its truth: `claim` leases due ones, `run` settles one, a lost lease falls due again. */
export type LaneDefinition<Item> = {
  lane: Lane;
  /** How long a lost nudge can cost, in milliseconds. */
  pollMs: number;
  /** How long it may rest after what the last claim saw, when that is sooner than the poll. */
  restMs?: () => number | null;
  concurrency: number;
  claim: (limit: number) => Promise<Item[]>;
  run: (item: Item) => Promise<void>;
};

export type RunningLane = {
  lane: Lane;
  /** Looks for due work now. */
  wake: () => void;
  /** Claims nothing more and resolves when what is running has ended. */
  stop: () => Promise<void>;
};

/** Starts a lane: claims up to its concurrency, runs, and sleeps until woken or polled. */
export function startLane<Item>(definition: LaneDefinition<Item>): RunningLane {
  const running = new Set<Promise<void>>();
  let stopped = false;
  let woken = true;
  let wakeUp: () => void = () => undefined;

  function wake(): void {
    woken = true;
    wakeUp();
  }

  function rest(ms: number): Promise<void> {
    return new Promise((resolve) => {
      const timer = setTimeout(resolve, ms);
      wakeUp = () => {
        clearTimeout(timer);
        resolve();
      };
      if (woken || stopped) wakeUp();
    });
  }

  function restMs(): number {
    const sooner = definition.restMs?.() ?? definition.pollMs;
    return Math.max(0, Math.min(sooner, definition.pollMs));
  }

  async function claimed(limit: number): Promise<Item[]> {
    try {
      return await definition.claim(limit);
    } catch (error) {
      log.error({ err: error, lane: definition.lane }, 'could not look for due work');
      return [];
    }
  }

  function begin(item: Item): void {
    const work = definition
      .run(item)
      // The row keeps its lease and falls due again: a bug here costs time, not the work.
      .catch((error: unknown) => log.error({ err: error, lane: definition.lane }, 'work failed'))
      .finally(() => {
        running.delete(work);
        wake();
      });
    running.add(work);
  }

  async function loop(): Promise<void> {
    while (!stopped) {
      woken = false;
      const free = definition.concurrency - running.size;
      // biome-ignore lint/performance/noAwaitInLoops: a loop of looking and resting
      const items = free > 0 ? await claimed(free) : [];
      for (const item of items) begin(item);
      if (items.length === 0 || items.length === free) await rest(restMs());
    }
  }

  const looping = loop();
  return {
    lane: definition.lane,
    wake,
    stop: async () => {
      stopped = true;
      wakeUp();
      await looping;
      await Promise.all(running);
    },
  };
}
