import 'server-only';
import { log } from '@/lib/log';
import { hintFrame } from './frames';
import { presentNow } from './present';

/** Who hears what is told beside the events. */
export type Listener = { memberId: string; tell: (frame: Uint8Array) => void };

type Hinted = { kind: 'read' | 'draft'; conversationId: string; memberId: string | undefined };

/** At most so often is anything told, however fast people move. */
const SOONEST_MS = 250;

/**
 * What a workspace's windows are told beside the events: who is present, read once for all of this
 * process and encoded once, and where a draft or a read mark moved.
 */
export class Asides {
  readonly #workspaceId: string;
  readonly #listeners: ReadonlySet<Listener>;
  #told: Uint8Array | undefined;
  /** A window that begins to listen takes it that nobody is here until it is told otherwise. */
  #toldText = '[]';
  #hinted: Hinted[] = [];
  #stale = false;
  #reading = false;
  #next: NodeJS.Timeout | undefined;
  #lapse: NodeJS.Timeout | undefined;
  #lastAtMs = Number.NEGATIVE_INFINITY;

  constructor(workspaceId: string, listeners: ReadonlySet<Listener>) {
    this.#workspaceId = workspaceId;
    this.#listeners = listeners;
  }

  /** Somebody new listens: they are told who is here. */
  greet(listener: Listener): void {
    if (this.#told) listener.tell(this.#told);
    else this.look();
  }

  /** Who is here may have changed. */
  look(): void {
    this.#stale = true;
    this.#soon();
  }

  /** The rest of a notification after its workspace: nothing, or `kind:conversation[:member]`. */
  hear([kind, conversationId, memberId]: readonly string[]): void {
    if (kind === 'read' || kind === 'draft') {
      if (conversationId) this.#hinted.push({ kind, conversationId, memberId });
      this.#soon();
    } else this.look();
  }

  stop(): void {
    clearTimeout(this.#next);
    clearTimeout(this.#lapse);
    this.#next = undefined;
    this.#lapse = undefined;
  }

  #soon(): void {
    if (this.#next !== undefined || this.#reading) return;
    const waitMs = Math.max(0, this.#lastAtMs + SOONEST_MS - performance.now());
    this.#next = setTimeout(() => void this.#tell(), waitMs).unref();
  }

  async #tell(): Promise<void> {
    this.#next = undefined;
    this.#lastAtMs = performance.now();
    this.#tellHints();
    if (!this.#stale) return;
    this.#stale = false;
    this.#reading = true;
    try {
      await this.#tellPresent();
    } catch (error) {
      // The hub looks again with its next poll.
      log.warn({ err: error, workspaceId: this.#workspaceId }, 'could not read who is present');
    } finally {
      this.#reading = false;
    }
    if (this.#stale || this.#hinted.length > 0) this.#soon();
  }

  async #tellPresent(): Promise<void> {
    const { present, lapsesInMs } = await presentNow(this.#workspaceId);
    clearTimeout(this.#lapse);
    if (this.#listeners.size === 0) return;
    if (lapsesInMs !== null) {
      this.#lapse = setTimeout(() => this.look(), lapsesInMs + SOONEST_MS).unref();
    }
    const text = JSON.stringify(present);
    if (text === this.#toldText) return;
    this.#toldText = text;
    this.#told = hintFrame({ kind: 'present', present });
    for (const listener of this.#listeners) listener.tell(this.#told);
  }

  #tellHints(): void {
    const hinted = this.#hinted;
    this.#hinted = [];
    for (const kind of ['read', 'draft'] as const) {
      const ofKind = hinted.filter((one) => one.kind === kind);
      for (const memberId of new Set(ofKind.map((one) => one.memberId))) {
        const mine = ofKind.filter((one) => one.memberId === memberId);
        const conversationIds = [...new Set(mine.map(({ conversationId }) => conversationId))];
        this.#tellOf(memberId, hintFrame({ kind, conversationIds }));
      }
    }
  }

  #tellOf(memberId: string | undefined, frame: Uint8Array): void {
    for (const listener of this.#listeners) {
      if (memberId === undefined || listener.memberId === memberId) listener.tell(frame);
    }
  }
}
