import 'server-only';
import { log } from '@/lib/log';
import type { Listener } from './asides';
import { Asides } from './asides';
import type { EventFrame } from './frames';
import { eventFrame } from './frames';
import { tailAfter } from './tail';

export type Follower = Listener & {
  /** Changes in order; may begin before what the follower already has. */
  deliver: (frames: readonly EventFrame[]) => void;
  /** There is a hole before `seq` that nobody can fill. */
  skipTo: (seq: number) => void;
};

const PAGE = 500;

/** One workspace's changes for all its followers in this process: read once, encoded once. */
export class Feed {
  readonly followers = new Set<Follower>();
  readonly asides: Asides;
  readonly #workspaceId: string;
  #position: Promise<number> | undefined;
  #reached = 0;
  #behind = false;
  #pulling = false;

  constructor(workspaceId: string) {
    this.#workspaceId = workspaceId;
    this.asides = new Asides(workspaceId, this.followers);
  }

  /** How far the followers are. Whoever followed before asking is told all that comes after it. */
  async position(): Promise<number> {
    this.#position ??= this.#begin();
    await this.#position;
    return this.#reached;
  }

  async #begin(): Promise<number> {
    try {
      const { seq } = await tailAfter(this.#workspaceId, 0, 0);
      this.#reached = Math.max(this.#reached, seq);
      return seq;
    } catch (error) {
      this.#position = undefined;
      throw error;
    }
  }

  /** Reads on if `seq` is news. */
  hint(seq: number): void {
    if (seq > this.#reached) this.pull();
  }

  /** Reads what is new and tells the followers. Calls that come while it reads become one more read. */
  pull(): void {
    this.#behind = true;
    if (!this.#pulling && this.#position !== undefined) void this.#readOn();
  }

  async #readOn(): Promise<void> {
    this.#pulling = true;
    try {
      await this.#position;
      while (this.#behind && this.followers.size > 0) {
        this.#behind = false;
        // biome-ignore lint/performance/noAwaitInLoops: each page begins where the one before ended
        await this.#readPage();
      }
    } catch (error) {
      // The poll comes by again; nothing is lost, the position has not moved.
      log.warn({ err: error, workspaceId: this.#workspaceId }, 'could not read new events');
    } finally {
      this.#pulling = false;
    }
  }

  async #readPage(): Promise<void> {
    const { seq, events } = await tailAfter(this.#workspaceId, this.#reached, PAGE);
    const [first] = events;
    const last = events.at(-1);
    if (first === undefined || last === undefined) return this.#checkAgainst(seq);
    if (first.seq !== this.#reached + 1) return this.#skipTo(seq);
    const frames = events.map(eventFrame);
    this.#reached = last.seq;
    this.#behind ||= last.seq < seq;
    for (const follower of this.followers) follower.deliver(frames);
  }

  /** No news, yet the counter stands elsewhere: the database was restored, or old events were pruned. */
  #checkAgainst(seq: number): void {
    if (seq !== this.#reached) this.#skipTo(seq);
  }

  #skipTo(seq: number): void {
    this.#reached = seq;
    for (const follower of this.followers) follower.skipTo(seq);
  }
}
