import type { LiveEvent } from '@/lib/domain/conversation/events';
import type { Hint } from '@/lib/domain/presence/presence';
import { openSource } from './source';

/**
 * How the tab hears of changes right now. `live`: what is on screen follows the database.
 * `connecting` and `reconnecting`: it may be behind for the moment. `ended`: this browser is signed
 * out here or looks at another workspace; nothing more will come, so load the page again.
 */
export type LiveState = 'connecting' | 'live' | 'reconnecting' | 'ended';

export type LiveOptions = {
  /** The workspace this tab shows; a browser signed in elsewhere meanwhile gets `ended`. */
  workspaceId: string;
  /** The `seq` up to which the tab's first data is true. Without it the first call is `onResync`. */
  after?: number;
  /** Changes in `seq` order, contiguous, each exactly once per tab; several when they come together. */
  onEvents: (events: readonly LiveEvent[]) => void;
  /** What was missed cannot be told one by one: read everything again. `seq` is the new position. */
  onResync: (seq: number) => void;
  onState: (state: LiveState) => void;
  /** Who is here, and what else is told beside the events. */
  onHint?: (hint: Hint) => void;
};

/** What tabs tell each other. `ask` comes from a tab that is behind; all else from the leader. */
type Message =
  | { kind: 'events'; events: readonly LiveEvent[] }
  | { kind: 'resync'; seq: number }
  | { kind: 'hint'; hint: Hint }
  | { kind: 'state'; state: LiveState }
  | { kind: 'ask'; tab: string; after: number | null }
  | {
      kind: 'answer';
      tab: string;
      state: LiveState;
      seq: number;
      events: readonly LiveEvent[] | null;
      present: Hint | null;
    };

/** What the leader keeps for tabs that open or fall behind. */
const MOST_KEPT = 500;
/** The leader repeats itself at least every 15 s; a tab of a suspended phone does not. */
const SILENCE_MS = 60_000;
const ANSWER_MS = 5_000;

/**
 * Follows the workspace's changes until the returned function is called. One connection per browser:
 * a browser allows six to one host, so the tabs elect a leader that shares what it hears. Where tabs
 * cannot (no `navigator.locks` outside https and localhost), each has its own connection.
 */
export function connectLive(options: LiveOptions): () => void {
  options.onState('connecting');
  const tab = new Tab(options);
  tab.join();
  return () => tab.leave();
}

class Tab {
  readonly #options: LiveOptions;
  readonly #id = crypto.randomUUID();
  readonly #name: string;
  #state: LiveState = 'connecting';
  #known: number | null;
  #kept: LiveEvent[] = [];
  /** Who was here when the leader was last told; for tabs that open later. */
  #present: Hint | null = null;
  #channel: BroadcastChannel | undefined;
  #left = new AbortController();
  #stepDown: (() => void) | undefined;
  #silence: ReturnType<typeof setTimeout> | undefined;

  constructor(options: LiveOptions) {
    this.#options = options;
    this.#known = options.after ?? null;
    this.#name = `porchlight-live:${options.workspaceId}`;
  }

  join(): void {
    if (!globalThis.navigator?.locks || typeof BroadcastChannel === 'undefined') {
      this.#lead();
      return;
    }
    this.#channel = new BroadcastChannel(this.#name);
    this.#channel.onmessage = ({ data }: MessageEvent<Message>) => this.#hear(data);
    this.#ask();
    this.#waitForLead({ signal: this.#left.signal });
  }

  leave(): void {
    this.#left.abort();
    clearTimeout(this.#silence);
    this.#stepDown?.();
    this.#channel?.close();
  }

  /** Holds the lock for as long as this tab leads. A tab that was robbed of it follows again. */
  #waitForLead(how: LockOptions): void {
    const held = navigator.locks.request(this.#name, how, () => {
      if (this.#left.signal.aborted) return undefined;
      return new Promise<void>((release) => this.#lead(release));
    });
    held.catch(() => {
      if (this.#left.signal.aborted) return;
      this.#stepDown?.();
      this.#waitForLead({ signal: this.#left.signal });
    });
  }

  #lead(release: () => void = () => undefined): void {
    clearTimeout(this.#silence);
    const close = openSource({
      workspaceId: this.#options.workspaceId,
      position: () => this.#known,
      onEvent: (event) => this.#tellAll({ kind: 'events', events: [event] }),
      onHint: (hint) => this.#tellAll({ kind: 'hint', hint }),
      onHello: (seq) => this.#begin(seq),
      onResync: (seq) => this.#tellAll({ kind: 'resync', seq }),
      onState: (state) => this.#tellAll({ kind: 'state', state }),
      onBeat: () => this.#tellAll({ kind: 'state', state: this.#state }),
    });
    this.#stepDown = () => {
      this.#stepDown = undefined;
      this.#kept = [];
      close();
      release();
    };
  }

  #begin(seq: number): void {
    if (this.#known === null) this.#tellAll({ kind: 'resync', seq });
  }

  #tellAll(message: Message): void {
    if (message.kind === 'events') {
      this.#kept = [...this.#kept, ...message.events].slice(-MOST_KEPT);
    }
    this.#channel?.postMessage(message);
    this.#take(message);
  }

  #hear(message: Message): void {
    if (message.kind === 'ask') {
      if (this.#stepDown) this.#answer(message.tab, message.after);
      return;
    }
    if (this.#stepDown) return;
    this.#listenFor(SILENCE_MS, () => this.#ask());
    this.#take(message);
  }

  #take(message: Message): void {
    if (message.kind === 'events') this.#takeEvents(message.events);
    else if (message.kind === 'resync') this.#takeResync(message.seq);
    else if (message.kind === 'state') this.#takeState(message.state);
    else if (message.kind === 'hint') this.#takeHint(message.hint);
    else if (message.kind === 'answer' && message.tab === this.#id) this.#takeAnswer(message);
  }

  #takeEvents(events: readonly LiveEvent[]): void {
    const known = this.#known;
    // Until the leader has answered, this tab has no place from which to go on.
    if (known === null) return;
    const news = events.filter(({ seq }) => seq > known);
    const [first] = news;
    if (first === undefined) return;
    if (first.seq > known + 1) {
      this.#ask();
      return;
    }
    this.#known = news.at(-1)?.seq ?? known;
    this.#options.onEvents(news);
  }

  #takeResync(seq: number): void {
    if (seq === this.#known) return;
    this.#known = seq;
    this.#options.onResync(seq);
  }

  #takeHint(hint: Hint): void {
    if (hint.kind === 'present') this.#present = hint;
    this.#options.onHint?.(hint);
  }

  #takeState(state: LiveState): void {
    if (state === this.#state) return;
    this.#state = state;
    this.#options.onState(state);
    // Whoever signs in again must not find a leader that has given up.
    if (state === 'ended') this.leave();
  }

  #takeAnswer({ events, seq, state, present }: Extract<Message, { kind: 'answer' }>): void {
    if (events) this.#takeEvents(events);
    else this.#takeResync(seq);
    this.#takeState(state);
    if (present) this.#takeHint(present);
  }

  #ask(): void {
    this.#channel?.postMessage({ kind: 'ask', tab: this.#id, after: this.#known });
    this.#listenFor(ANSWER_MS, () => this.#rob());
  }

  /** Events from memory when they reach back far enough; a tab may also be ahead of the leader. */
  #answer(tab: string, after: number | null): void {
    const seq = this.#known ?? 0;
    const events = this.#eventsAfter(after, seq);
    const [state, present] = [this.#state, this.#present];
    this.#channel?.postMessage({ kind: 'answer', tab, state, seq, events, present });
  }

  #eventsAfter(after: number | null, seq: number): LiveEvent[] | null {
    // A leader that knows no place yet will soon tell everybody where it begins.
    if (this.#known === null) return [];
    if (after === null) return null;
    const oldest = this.#kept[0]?.seq ?? Number.POSITIVE_INFINITY;
    if (after < seq && after + 1 < oldest) return null;
    return this.#kept.filter((event) => event.seq > after);
  }

  /** The leader holds the lock and says nothing: its tab is suspended, so another takes over. */
  #rob(): void {
    this.#takeState('reconnecting');
    this.#waitForLead({ steal: true });
  }

  #listenFor(ms: number, otherwise: () => void): void {
    clearTimeout(this.#silence);
    this.#silence = setTimeout(otherwise, ms);
  }
}
