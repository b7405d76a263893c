import type { LiveEvent } from '@/lib/domain/conversation/events';
import type { Hint } from '@/lib/domain/presence/presence';
import type { MeView } from '@/lib/queries/inbox/views';

/** The server beats every 15 s; silence for longer than this is a dead stream that nobody closed. */
const SILENCE_MS = 40_000;
const FIRST_RETRY_MS = 500;
const LONGEST_RETRY_MS = 15_000;

type SourceOptions = {
  workspaceId: string;
  /** The position to go on from, asked at each connection; null to begin wherever the server is. */
  position: () => number | null;
  onEvent: (event: LiveEvent) => void;
  onHint: (hint: Hint) => void;
  /** The stream goes on after `seq`, which is where it was asked to. */
  onHello: (seq: number) => void;
  /** The stream goes on after `seq`, and what was before cannot be told. */
  onResync: (seq: number) => void;
  onState: (state: 'live' | 'reconnecting' | 'ended') => void;
  /** Nothing happened, and the stream lives. */
  onBeat: () => void;
};

/** One connection to the live stream, made again whenever it is lost. Returns the function that ends it. */
export function openSource(options: SourceOptions): () => void {
  const connection = new Connection(options);
  const hurry = () => connection.hurry();
  window.addEventListener('online', hurry);
  document.addEventListener('visibilitychange', hurry);
  connection.connect();
  return () => {
    window.removeEventListener('online', hurry);
    document.removeEventListener('visibilitychange', hurry);
    connection.close();
  };
}

class Connection {
  readonly #options: SourceOptions;
  #source: EventSource | undefined;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #failures = 0;
  #heardAt = 0;
  #closed = false;

  constructor(options: SourceOptions) {
    this.#options = options;
  }

  connect(): void {
    this.#disconnect();
    const source = new EventSource(addressOf(this.#options));
    this.#source = source;
    this.#heard();
    const told = this.#listeners();
    for (const name of Object.keys(told)) {
      source.addEventListener(name, ({ data }: MessageEvent<string>) => {
        if (this.#source !== source) return;
        this.#heard();
        told[name]?.(data);
      });
    }
    source.onerror = () => {
      if (this.#source !== source) return;
      // Closed by itself means that the server answered with a refusal; a lost line it would retry.
      if (source.readyState === EventSource.CLOSED) void this.#askWhy();
      else this.#retryLater();
    };
  }

  /** The line or the tab is back: whoever waits or has heard nothing for long tries now. */
  hurry(): void {
    if (this.#closed || document.visibilityState === 'hidden') return;
    if (!this.#source || Date.now() - this.#heardAt > SILENCE_MS) this.connect();
  }

  close(): void {
    this.#closed = true;
    this.#disconnect();
  }

  #listeners(): Record<string, (data: string) => void> {
    const { onHello, onResync, onEvent, onHint, onBeat } = this.#options;
    return {
      hello: (data) => this.#goOn(onHello, data),
      resync: (data) => this.#goOn(onResync, data),
      message: (data) => onEvent(JSON.parse(data)),
      presence: (data) => onHint(JSON.parse(data)),
      beat: () => {
        void import('./here').then(({ sayHere }) => sayHere());
        onBeat();
      },
      bye: (data) => {
        if (JSON.parse(data).reason === 'signed_out') void this.#askWhy();
        else this.#retryLater();
      },
    };
  }

  #goOn(tell: (seq: number) => void, data: string): void {
    this.#failures = 0;
    tell(Number(JSON.parse(data).seq));
    this.#options.onState('live');
  }

  #heard(): void {
    this.#heardAt = Date.now();
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.#retryLater(), SILENCE_MS);
  }

  #disconnect(): void {
    clearTimeout(this.#timer);
    this.#source?.close();
    this.#source = undefined;
  }

  #retryLater(): void {
    this.#disconnect();
    this.#options.onState('reconnecting');
    const longest = Math.min(FIRST_RETRY_MS * 2 ** this.#failures, LONGEST_RETRY_MS);
    this.#failures += 1;
    this.#timer = setTimeout(() => this.connect(), longest * (0.5 + Math.random() / 2));
  }

  /** Only a plain request tells a refusal from a server that is away for the moment. */
  async #askWhy(): Promise<void> {
    this.#disconnect();
    this.#options.onState('reconnecting');
    const over = await accessIsOver(this.#options.workspaceId);
    if (this.#closed || this.#source) return;
    if (over) this.#options.onState('ended');
    else this.#retryLater();
  }
}

function addressOf({ workspaceId, position }: SourceOptions): string {
  const search = new URLSearchParams({ workspace: workspaceId });
  const after = position();
  if (after !== null) search.set('after', String(after));
  return `/api/live?${search}`;
}

async function accessIsOver(workspaceId: string): Promise<boolean> {
  try {
    const response = await fetch('/api/me', { cache: 'no-store' });
    if (response.status === 401 || response.status === 403) return true;
    if (!response.ok) return false;
    const me: MeView = await response.json();
    return me.workspace.id !== workspaceId;
  } catch {
    return false;
  }
}
