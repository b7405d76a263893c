import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { LiveEvent } from '@/lib/domain/conversation/events';
import type { Hint } from '@/lib/domain/presence/presence';
import type { LiveState } from './stream';
import { connectLive } from './stream';

const workspaceId = '0190f0e4-1111-7000-8000-0123456789ab';

/** A connection as the browser makes it; the test plays the server. */
class FakeSource extends EventTarget {
  static readonly CLOSED = 2;
  static made: FakeSource[] = [];
  readyState = 0;
  onerror: (() => void) | null = null;
  readonly after: string | null;

  constructor(address: string) {
    super();
    this.after = new URL(address, 'http://localhost').searchParams.get('after');
    FakeSource.made.push(this);
  }

  say(event: string, data: unknown): void {
    this.dispatchEvent(new MessageEvent(event, { data: JSON.stringify(data) }));
  }

  change(seq: number): void {
    this.say('message', { seq } satisfies Partial<LiveEvent>);
  }

  fail(refused: boolean): void {
    this.readyState = refused ? FakeSource.CLOSED : 0;
    this.onerror?.();
  }

  close(): void {
    this.readyState = FakeSource.CLOSED;
  }

  get open(): boolean {
    return this.readyState !== FakeSource.CLOSED;
  }
}

/** All tabs of one browser hear each other at once. */
class FakeChannel {
  static open = new Set<FakeChannel>();
  /** Tabs whose phone is in a pocket neither hear nor speak. */
  static suspended = new Set<FakeChannel>();
  onmessage: ((event: { data: unknown }) => void) | null = null;

  constructor() {
    FakeChannel.open.add(this);
  }

  postMessage(data: unknown): void {
    if (FakeChannel.suspended.has(this)) return;
    for (const other of FakeChannel.open) {
      if (other !== this && !FakeChannel.suspended.has(other)) other.onmessage?.({ data });
    }
  }

  close(): void {
    FakeChannel.open.delete(this);
  }
}

type Waiting = { grant: () => Promise<void>; lose: (error: Error) => void; gone: () => boolean };

/** One lock of `navigator.locks`, with `signal` and `steal`. */
function fakeLocks() {
  let holder: Waiting | undefined;
  const queue: Waiting[] = [];
  function next(): void {
    holder = undefined;
    const waiting = queue.splice(0).filter((one) => !one.gone());
    const first = waiting.shift();
    queue.push(...waiting);
    if (first) hold(first);
  }
  function hold(waiting: Waiting): void {
    holder = waiting;
    void waiting.grant().then(() => holder === waiting && next());
  }
  function request(_: string, how: LockOptions, run: () => Promise<void> | undefined) {
    return new Promise<void>((resolve, reject) => {
      const waiting = {
        grant: async () => resolve(await run()),
        lose: reject,
        gone: () => how.signal?.aborted ?? false,
      };
      if (how.steal) {
        holder?.lose(new DOMException('stolen', 'AbortError'));
        hold(waiting);
      } else if (holder) queue.push(waiting);
      else hold(waiting);
    });
  }
  return { request };
}

type Tab = {
  told: number[];
  resyncs: number[];
  states: LiveState[];
  hints: Hint[];
  stop: () => void;
};

function openTab(after?: number): Tab {
  const tab: Omit<Tab, 'stop'> = { told: [], resyncs: [], states: [], hints: [] };
  const stop = connectLive({
    workspaceId,
    ...(after === undefined ? {} : { after }),
    onEvents: (events) => tab.told.push(...events.map(({ seq }) => seq)),
    onResync: (seq) => tab.resyncs.push(seq),
    onState: (state) => tab.states.push(state),
    onHint: (hint) => tab.hints.push(hint),
  });
  return { ...tab, stop };
}

function newest(): FakeSource {
  const source = FakeSource.made.at(-1);
  if (!source) throw new Error('Nobody has connected.');
  return source;
}

let meStatus = 503;
const settle = () => vi.advanceTimersByTimeAsync(0);

beforeEach(() => {
  vi.useFakeTimers();
  FakeSource.made = [];
  FakeChannel.open.clear();
  FakeChannel.suspended.clear();
  meStatus = 503;
  vi.stubGlobal('window', new EventTarget());
  vi.stubGlobal('document', Object.assign(new EventTarget(), { visibilityState: 'visible' }));
  vi.stubGlobal('EventSource', FakeSource);
  vi.stubGlobal('BroadcastChannel', FakeChannel);
  vi.stubGlobal('navigator', { locks: fakeLocks() });
  vi.stubGlobal('fetch', () => Promise.resolve(new Response('{}', { status: meStatus })));
});

afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

test('three tabs share one connection, and each is told each change once', async () => {
  const tabs = [openTab(4), openTab(4), openTab(4)];
  await settle();
  expect(FakeSource.made).toHaveLength(1);
  expect(newest().after).toBe('4');
  newest().say('hello', { seq: 4 });
  for (const seq of [5, 6, 7]) newest().change(seq);
  for (const tab of tabs) {
    expect(tab).toMatchObject({ told: [5, 6, 7], resyncs: [], states: ['connecting', 'live'] });
  }
});

test('when the leading tab closes, the next one goes on where it was', async () => {
  const [first, second] = [openTab(4), openTab(4)];
  await settle();
  newest().say('hello', { seq: 4 });
  newest().change(5);
  first.stop();
  await settle();
  expect(FakeSource.made.map(({ open }) => open)).toEqual([false, true]);
  expect(newest().after).toBe('5');
  newest().say('hello', { seq: 5 });
  newest().change(6);
  expect(first.told).toEqual([5]);
  expect(second).toMatchObject({ told: [5, 6], resyncs: [] });
});

test('a tab that opens behind the leader is brought up from its memory', async () => {
  openTab(4);
  await settle();
  newest().say('hello', { seq: 4 });
  for (const seq of [5, 6, 7]) newest().change(seq);
  const late = openTab(5);
  await settle();
  expect(late).toMatchObject({ told: [6, 7], resyncs: [], states: ['connecting', 'live'] });
});

test('a tab that is further behind, or has no place yet, reads everything again', async () => {
  openTab(40);
  await settle();
  newest().say('hello', { seq: 40 });
  newest().change(41);
  const tabs = [openTab(20), openTab()];
  await settle();
  for (const tab of tabs) expect(tab).toMatchObject({ told: [], resyncs: [41] });
  newest().change(42);
  for (const tab of tabs) expect(tab.told).toEqual([42]);
});

test('a tab whose data is newer than the leader waits until the stream gets there', async () => {
  openTab(4);
  await settle();
  newest().say('hello', { seq: 4 });
  const ahead = openTab(6);
  await settle();
  for (const seq of [5, 6, 7]) newest().change(seq);
  expect(ahead).toMatchObject({ told: [7], resyncs: [] });
});

test('a lost line is tried again from the last change, ever more slowly', async () => {
  const tab = openTab(4);
  await settle();
  newest().say('hello', { seq: 4 });
  newest().change(5);
  newest().fail(false);
  expect(tab.states.at(-1)).toBe('reconnecting');
  await vi.advanceTimersByTimeAsync(500);
  expect(FakeSource.made).toHaveLength(2);
  expect(newest().after).toBe('5');
  for (let failure = 0; failure < 8; failure++) {
    newest().fail(false);
    await vi.advanceTimersByTimeAsync(15_000);
  }
  expect(FakeSource.made).toHaveLength(10);
  newest().say('hello', { seq: 5 });
  expect(tab.states.at(-1)).toBe('live');
});

test('a connection that has gone silent is given up after forty seconds, a beating one is not', async () => {
  const tab = openTab(4);
  await settle();
  newest().say('hello', { seq: 4 });
  for (let beat = 0; beat < 10; beat++) {
    await vi.advanceTimersByTimeAsync(15_000);
    newest().say('beat', { seq: 4 });
  }
  expect(FakeSource.made).toHaveLength(1);
  await vi.advanceTimersByTimeAsync(41_000);
  expect(FakeSource.made.map(({ open }) => open)).toEqual([false, true]);
  expect(tab.states).toEqual(['connecting', 'live', 'reconnecting']);
});

test('a server that restarts is waited for, a browser that is signed out is told the end', async () => {
  const [tab, other] = [openTab(4), openTab(4)];
  await settle();
  newest().say('hello', { seq: 4 });
  newest().say('bye', { reason: 'shutdown' });
  await vi.advanceTimersByTimeAsync(500);
  expect(FakeSource.made).toHaveLength(2);
  newest().fail(true);
  await vi.advanceTimersByTimeAsync(15_000);
  expect(FakeSource.made).toHaveLength(3);
  meStatus = 401;
  newest().say('bye', { reason: 'signed_out' });
  await vi.advanceTimersByTimeAsync(60_000);
  for (const { states } of [tab, other]) expect(states.at(-1)).toBe('ended');
  expect(FakeSource.made).toHaveLength(3);

  const signedInAgain = openTab(9);
  await settle();
  newest().say('hello', { seq: 9 });
  expect(signedInAgain.states).toEqual(['connecting', 'live']);
});

test('what cannot be replayed is said to every tab once', async () => {
  const tabs = [openTab(4), openTab(4)];
  await settle();
  newest().say('resync', { seq: 9_000 });
  newest().change(9_001);
  for (const tab of tabs) expect(tab).toMatchObject({ told: [9_001], resyncs: [9_000] });
});

test('a leader that sleeps in a pocket is relieved, and follows when it wakes', async () => {
  const first = openTab(4);
  await settle();
  newest().say('hello', { seq: 4 });
  const [sleeper] = FakeChannel.open;
  const second = openTab(4);
  await settle();
  if (sleeper) FakeChannel.suspended.add(sleeper);
  await vi.advanceTimersByTimeAsync(66_000);
  expect(second.states).toContain('reconnecting');
  expect(newest().after).toBe('4');
  newest().say('hello', { seq: 4 });
  newest().change(5);
  expect(second).toMatchObject({ told: [5] });
  FakeChannel.suspended.clear();
  newest().change(6);
  expect(second.told).toEqual([5, 6]);
  expect(first.told).toEqual([5, 6]);
  expect(FakeSource.made.filter(({ open }) => open)).toHaveLength(1);
});

test('who is present is told to every tab, and to one that opens later', async () => {
  const tabs = [openTab(4), openTab(4)];
  await settle();
  newest().say('hello', { seq: 4 });
  const present = [{ conversationId: 'ana', memberId: 'mo', doing: 'writing' }];
  newest().say('presence', { kind: 'present', present });
  newest().say('presence', { kind: 'draft', conversationIds: ['ana'] });
  for (const { hints, told } of tabs) {
    expect(hints).toEqual([
      { kind: 'present', present },
      { kind: 'draft', conversationIds: ['ana'] },
    ]);
    expect(told).toEqual([]);
  }
  const late = openTab(4);
  await settle();
  expect(late.hints).toEqual([{ kind: 'present', present }]);
  expect(late.states).toEqual(['connecting', 'live']);
});

test('without locks each tab has its own connection', async () => {
  vi.stubGlobal('navigator', {});
  const tabs = [openTab(), openTab(2)];
  await settle();
  expect(FakeSource.made).toHaveLength(2);
  for (const source of FakeSource.made) {
    source.say('hello', { seq: 2 });
    source.change(3);
  }
  expect(tabs.map(({ resyncs }) => resyncs)).toEqual([[2], []]);
  expect(tabs.map(({ told }) => told)).toEqual([[3], [3]]);
});

test('a closed tab hears nothing more and leaves nothing running', async () => {
  const tab = openTab(4);
  await settle();
  const source = newest();
  source.say('hello', { seq: 4 });
  tab.stop();
  source.change(5);
  expect(tab.told).toEqual([]);
  expect(source.open).toBe(false);
  expect(FakeChannel.open.size).toBe(0);
  expect(vi.getTimerCount()).toBe(0);
});
