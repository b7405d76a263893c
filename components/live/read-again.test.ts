import { QueryObserver } from '@tanstack/react-query';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { FreshClient } from '../shell/fresh-client';
import { readAgain } from './read-again';

const queryKey = ['board'];
const answerMs = 300;

let happened: number;
let asked: number;
let seen: number[];
let client: FreshClient;
let stop: () => void;
beforeEach(async () => {
  vi.useFakeTimers();
  [happened, asked, seen] = [0, 0, []];
  client = new FreshClient();
  const observer = new QueryObserver(client, {
    queryKey,
    queryFn: () => {
      asked += 1;
      const answer = happened;
      return new Promise<number>((resolve) => setTimeout(resolve, answerMs, answer));
    },
  });
  stop = observer.subscribe(({ data }) => {
    if (data !== undefined && data !== seen.at(-1)) seen.push(data);
  });
  await vi.advanceTimersByTimeAsync(answerMs);
});
afterEach(() => {
  stop();
  client.clear();
  vi.useRealTimers();
});

async function happen(times: number, everyMs: number) {
  for (let no = 0; no < times; no++) {
    happened += 1;
    void readAgain(client, queryKey);
    await vi.advanceTimersByTimeAsync(everyMs);
  }
}

test('what happens faster than it is answered is seen while it happens, and the last of it in the end', async () => {
  await happen(40, 100);
  expect(seen.length, 'seen meanwhile').toBeGreaterThan(8);
  await vi.advanceTimersByTimeAsync(2 * answerMs);
  expect(seen.at(-1)).toBe(40);
  expect(asked, 'one at a time').toBeLessThanOrEqual(1 + 4_000 / answerMs + 2);
});

test('whoever waits for it has what happened before they asked', async () => {
  await happen(1, 50);
  happened += 1;
  let isThere = false;
  void readAgain(client, queryKey).then(() => {
    isThere = true;
  });
  await vi.advanceTimersByTimeAsync(answerMs);
  expect(isThere).toBe(false);
  await vi.advanceTimersByTimeAsync(answerMs);
  expect(isThere).toBe(true);
  expect(seen.at(-1)).toBe(2);
});

test('different things are read beside each other', async () => {
  void readAgain(client, queryKey);
  let isRead = false;
  void readAgain(client, ['views']).then(() => {
    isRead = true;
  });
  await vi.advanceTimersByTimeAsync(0);
  expect(isRead).toBe(true);
});

test('an answer that never comes is asked for again', async () => {
  vi.spyOn(client, 'invalidateQueries').mockImplementation(() => new Promise(() => undefined));
  void readAgain(client, queryKey);
  void readAgain(client, queryKey);
  expect(client.invalidateQueries).toHaveBeenCalledTimes(1);
  await vi.advanceTimersByTimeAsync(30_000);
  expect(client.invalidateQueries).toHaveBeenCalledTimes(2);
});
