import { beforeEach, expect, test, vi } from 'vitest';
import type { DraftFields, Known } from './draft-fields';
import type { Answer } from './draft-keeper';
import { DraftKeeper } from './draft-keeper';

const fields: DraftFields = {
  body: 'a',
  allowance: 'locked',
  validFrom: null,
  validUntil: null,
  reviewBy: null,
  actions: {},
  media: [],
};
const known: Known = { revision: 1, fields };
const withBody = (body: string): DraftFields => ({ ...fields, body });

/** A server that answers when it is told to. */
function aServer() {
  const asked: { body: string; revision: number; answer: (answer: Answer) => void }[] = [];
  const copies: (Known | null)[] = [];
  const state = { news: 0 };
  const keeper = new DraftKeeper(known, {
    save: ({ body }, revision) =>
      new Promise((answer) => {
        asked.push({ body, revision, answer });
      }),
    store: (copy) => copies.push(copy),
    onNewer: () => {
      state.news += 1;
    },
  });
  return { keeper, asked, copies, state };
}

beforeEach(() => {
  vi.useFakeTimers();
  return () => vi.useRealTimers();
});

test('saves once the fingers rest, and keeps a copy here until it is saved', async () => {
  const { keeper, asked, copies } = aServer();
  keeper.set({ body: 'ab' });
  keeper.set({ body: 'abc' });
  expect(asked).toHaveLength(0);
  expect(copies.at(-1)?.fields.body).toBe('abc');
  await vi.advanceTimersByTimeAsync(600);
  expect(asked.map(({ body, revision }) => [body, revision])).toEqual([['abc', 1]]);
  asked[0]?.answer({ kind: 'kept', revision: 2 });
  await vi.advanceTimersByTimeAsync(0);
  expect(keeper.now().state).toBe('kept');
  expect(copies.at(-1)).toBeNull();
});

test('what is typed during a save is saved on top of it', async () => {
  const { keeper, asked } = aServer();
  keeper.set({ body: 'ab' });
  await vi.advanceTimersByTimeAsync(600);
  keeper.set({ body: 'abc' });
  asked[0]?.answer({ kind: 'kept', revision: 2 });
  await vi.advanceTimersByTimeAsync(600);
  expect(asked.at(1)).toMatchObject({ body: 'abc', revision: 2 });
});

test('the echo of one’s own save, heard before its answer, is nobody else’s', async () => {
  const { keeper, asked } = aServer();
  keeper.set({ body: 'ab' });
  await vi.advanceTimersByTimeAsync(600);
  keeper.set({ body: 'abc' });
  keeper.meet({ revision: 2, fields: withBody('ab') });
  asked[0]?.answer({ kind: 'kept', revision: 2 });
  await vi.advanceTimersByTimeAsync(0);
  expect(keeper.now()).toMatchObject({ theirs: null, fields: { body: 'abc' } });
});

test('what a colleague saved is taken over while nothing is typed', () => {
  const { keeper } = aServer();
  keeper.meet({ revision: 2, fields: withBody('theirs') });
  expect(keeper.now()).toMatchObject({ state: 'kept', fields: { body: 'theirs' } });
});

test('what a colleague saved meanwhile replaces nothing that is typed; both are there', async () => {
  const { keeper, asked, state } = aServer();
  keeper.set({ body: 'mine' });
  await vi.advanceTimersByTimeAsync(600);
  asked[0]?.answer({ kind: 'newer' });
  await vi.advanceTimersByTimeAsync(0);
  expect(state.news).toBe(1);
  keeper.meet({ revision: 2, fields: withBody('theirs') });
  keeper.set({ body: 'mine, and more' });
  await vi.advanceTimersByTimeAsync(10_000);
  expect(asked).toHaveLength(1);
  expect(keeper.now()).toMatchObject({
    fields: { body: 'mine, and more' },
    theirs: { fields: { body: 'theirs' } },
  });

  keeper.keepMine();
  await vi.advanceTimersByTimeAsync(0);
  expect(asked.at(1)).toMatchObject({ body: 'mine, and more', revision: 2 });
});

test('theirs can be taken instead', () => {
  const { keeper, copies } = aServer();
  keeper.set({ body: 'mine' });
  keeper.meet({ revision: 2, fields: withBody('theirs') });
  keeper.takeTheirs();
  expect(keeper.now()).toMatchObject({ state: 'kept', fields: { body: 'theirs' }, theirs: null });
  expect(copies.at(-1)).toBeNull();
});

test('what nobody heard is tried again', async () => {
  const { keeper, asked } = aServer();
  keeper.set({ body: 'ab' });
  await vi.advanceTimersByTimeAsync(600);
  asked[0]?.answer({ kind: 'unheard' });
  await vi.advanceTimersByTimeAsync(3_000);
  expect(asked.at(1)).toMatchObject({ body: 'ab', revision: 1 });
});

test('what is refused says why and waits for the next change', async () => {
  const { keeper, asked } = aServer();
  keeper.set({ body: 'ab' });
  await vi.advanceTimersByTimeAsync(600);
  asked[0]?.answer({ kind: 'refused', message: 'Too long.' });
  await vi.advanceTimersByTimeAsync(10_000);
  expect(asked).toHaveLength(1);
  expect(keeper.now()).toMatchObject({ state: 'refused', problem: 'Too long.' });
});

test('a copy of an earlier time is saved, or stands beside what a colleague saved since', async () => {
  const one = aServer();
  one.keeper.restore({ revision: 1, fields: withBody('kept here') });
  await vi.advanceTimersByTimeAsync(600);
  expect(one.asked.at(0)).toMatchObject({ body: 'kept here', revision: 1 });

  const other = aServer();
  other.keeper.restore({ revision: 0, fields: withBody('kept here') });
  expect(other.keeper.now()).toMatchObject({
    fields: { body: 'kept here' },
    theirs: { fields: { body: 'a' } },
  });
});

test('a flush waits for what is on its way and for what was typed meanwhile', async () => {
  const { keeper, asked } = aServer();
  keeper.set({ body: 'ab' });
  await vi.advanceTimersByTimeAsync(600);
  keeper.set({ body: 'abc' });
  const flushed = keeper.flush();
  asked[0]?.answer({ kind: 'kept', revision: 2 });
  await vi.advanceTimersByTimeAsync(0);
  asked[1]?.answer({ kind: 'kept', revision: 3 });
  expect(await flushed).toBe(true);
});
