import { afterEach, beforeEach, expect, test, vi } from 'vitest';

type Put = { mode: string; body: string; revision: number };

const page = new EventTarget();
const sheet = Object.assign(new EventTarget(), {
  visibilityState: 'visible',
  hasFocus: () => true,
});
const line = { onLine: true };
const storage = new Map<string, string>();

vi.stubGlobal('window', page);
vi.stubGlobal('document', sheet);
vi.stubGlobal('navigator', line);
vi.stubGlobal('localStorage', {
  getItem: (key: string) => storage.get(key) ?? null,
  setItem: (key: string, value: string) => storage.set(key, value),
  removeItem: (key: string) => storage.delete(key),
});

const drafts = await import('./drafts');
const { keepDrafts } = await import('./draft-keeper');

const kept = (put: Put) => Promise.resolve({ kept: true, ...put });
/** The server as the test plays it: it answers each save of this test's conversation. */
let answer: (put: Put) => Promise<unknown>;
let saves: (Put & { keepalive: boolean })[];
let count = 0;

beforeEach(() => {
  vi.useFakeTimers();
  line.onLine = true;
  answer = kept;
  saves = [];
  count += 1;
  vi.stubGlobal('fetch', async (path: string, { body, keepalive }: RequestInit) => {
    const put: Put = JSON.parse(String(body));
    if (path !== `/api/conversations/c${count}/drafts`) return Response.json(await kept(put));
    saves.push({ ...put, keepalive: keepalive === true });
    return Response.json(await answer(put));
  });
});

afterEach(() => {
  vi.useRealTimers();
});

/** A conversation of its own for each test, open on the page. */
function openDraft() {
  const id = `me:c${count}`;
  keepDrafts(id);
  return {
    id,
    type: (text: string) => drafts.typeDraft(id, 'reply', text),
    here: () => drafts.shelfOf(id),
  };
}

const pass = (ms: number) => vi.advanceTimersByTimeAsync(ms);

test('what is typed is saved once there is a pause, under the next revision', async () => {
  const { type, here } = openDraft();
  for (const text of ['O', 'On', 'On it']) {
    type(text);
    await pass(200);
  }
  expect(saves).toEqual([]);
  await pass(600);
  expect(saves).toEqual([{ mode: 'reply', body: 'On it', revision: 1, keepalive: false }]);
  type('On its way');
  await pass(700);
  expect(saves.at(-1)).toMatchObject({ body: 'On its way', revision: 2 });
  expect(here().known.reply).toMatchObject({ text: 'On its way', revision: 2 });
});

test('somebody who never pauses is saved too', async () => {
  const { type } = openDraft();
  for (let letters = 1; letters <= 20; letters += 1) {
    type('x'.repeat(letters));
    await pass(200);
  }
  expect(saves.length).toBeGreaterThan(0);
});

test('what is typed while a save is on its way follows it; two never overtake each other', async () => {
  const { type } = openDraft();
  let release: () => void = () => undefined;
  const held = new Promise<void>((resolve) => {
    release = resolve;
  });
  answer = (put) => held.then(() => kept(put));
  type('First');
  await pass(700);
  type('First and second');
  await pass(5_000);
  expect(saves).toHaveLength(1);
  release();
  await pass(700);
  expect(saves.map(({ body, revision }) => [body, revision])).toEqual([
    ['First', 1],
    ['First and second', 2],
  ]);
});

test('without a line the text stays on the device, and goes out when the line is back', async () => {
  const { id, type, here } = openDraft();
  line.onLine = false;
  type('In a tunnel');
  await pass(2_000);
  expect(saves).toEqual([]);
  expect(here().unsaved).toEqual(['reply']);
  expect(storage.get(`draft:${id}`)).toContain('In a tunnel');
  line.onLine = true;
  page.dispatchEvent(new Event('online'));
  await pass(0);
  expect(saves.at(-1)).toMatchObject({ body: 'In a tunnel', revision: 1 });
  expect(here().unsaved).toEqual([]);
});

test('a reload finds the text, and saves what the server has not', async () => {
  const before = JSON.stringify({ note: { text: 'Before the crash', clientKey: null } });
  storage.set(`draft:me:c${count}`, before);
  const { here } = openDraft();
  expect(here().drafts.note.text).toBe('Before the crash');
  await pass(700);
  expect(saves).toMatchObject([{ mode: 'note', body: 'Before the crash', revision: 1 }]);
});

test('words from elsewhere give way to those typed here, and are offered', async () => {
  const { id, type, here } = openDraft();
  answer = (put) =>
    put.revision > 7
      ? kept(put)
      : Promise.resolve({ kept: false, body: 'On the phone', revision: 7 });
  type('At the desk');
  await pass(2_000);
  expect(saves.at(-1)).toMatchObject({ body: 'At the desk', revision: 8 });
  expect(here().known.reply).toMatchObject({ text: 'At the desk', spare: 'On the phone' });
  drafts.settleSpare(id, 'reply', true);
  await pass(700);
  expect(saves.at(-1)?.body).toBe('At the desk\n\nOn the phone');
});

test('a page that goes away says the last letters on its way out', async () => {
  const { type } = openDraft();
  type('Closing the lid');
  page.dispatchEvent(new Event('pagehide'));
  expect(saves).toEqual([{ mode: 'reply', body: 'Closing the lid', revision: 1, keepalive: true }]);
});

test('what is being sent is not saved as emptied, and once sent nothing of it is saved', async () => {
  const { id, type, here } = openDraft();
  type('On its way');
  await pass(700);
  const { clientKey, draftRevision } = drafts.startSending(id, 'reply');
  expect(draftRevision).toBe(2);
  await pass(5_000);
  drafts.confirmSent(id, new Set([clientKey]));
  await pass(5_000);
  expect(saves).toHaveLength(1);
  type('And sorry');
  await pass(700);
  // Past the revision that the server gave the emptied draft.
  expect(saves.at(-1)).toMatchObject({ body: 'And sorry', revision: 4 });
  expect(here().drafts.sending).toEqual([]);
});

test('what is too long for the server is told so once, and asked for again when it is shorter', async () => {
  const { type, here } = openDraft();
  type('x'.repeat(100_001));
  await pass(60_000);
  expect(saves).toEqual([]);
  expect(here().unsaved).toEqual(['reply']);
  type('short');
  await pass(700);
  expect(saves).toHaveLength(1);
  expect(here().unsaved).toEqual([]);
});
