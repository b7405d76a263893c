import { expect, test, vi } from 'vitest';
import { startLane } from './lane';

test('runs everything that is due, never more at once than its concurrency', async () => {
  const due = Array.from({ length: 25 }, (_, index) => index);
  const done: number[] = [];
  let together = 0;
  let most = 0;
  const lane = startLane<number>({
    lane: 'inbound',
    pollMs: 60_000,
    concurrency: 4,
    claim: (limit) => Promise.resolve(due.splice(0, limit)),
    run: async (item) => {
      together++;
      most = Math.max(most, together);
      await new Promise((resolve) => setImmediate(resolve));
      together--;
      done.push(item);
    },
  });
  await vi.waitFor(() => expect(done).toHaveLength(25));
  await lane.stop();
  expect(most).toBe(4);
});

test('wakes for work that appears after it went to rest', async () => {
  const due: string[] = [];
  const done: string[] = [];
  const lane = startLane<string>({
    lane: 'delivery',
    pollMs: 60_000,
    concurrency: 1,
    claim: (limit) => Promise.resolve(due.splice(0, limit)),
    run: (item) => Promise.resolve(void done.push(item)),
  });
  await new Promise((resolve) => setImmediate(resolve));
  due.push('late');
  lane.wake();
  await vi.waitFor(() => expect(done).toEqual(['late']));
  await lane.stop();
});

test('a stop waits for what is running and claims nothing more', async () => {
  let claims = 0;
  let finished = false;
  let finish: (() => void) | undefined;
  const lane = startLane<number>({
    lane: 'delivery',
    pollMs: 60_000,
    concurrency: 2,
    claim: () => Promise.resolve(++claims === 1 ? [1] : []),
    run: () =>
      new Promise<void>((resolve) => {
        finish = () => {
          finished = true;
          resolve();
        };
      }),
  });
  await vi.waitFor(() => expect(finish).toBeDefined());
  const stopping = lane.stop();
  const before = claims;
  finish?.();
  await stopping;
  expect(finished).toBe(true);
  expect(claims).toBe(before);
});
