import 'server-only';
import type { Actor } from '@/lib/domain/access/can';
import type { Follower } from './feed';
import type { ByeReason, EventFrame } from './frames';
import { beatFrame, byeFrame, helloFrame, resyncFrame } from './frames';

/** What a browser that does not read may let pile up here before it is cut off. */
const MOST_QUEUED_BYTES = 2 * 1024 * 1024;

/** One browser's stream: every change after its position once, in order, without a gap. */
export class LiveStream implements Follower {
  readonly actor: Actor;
  readonly body: ReadableStream<Uint8Array>;
  readonly #onEnd: () => void;
  #controller!: ReadableStreamDefaultController<Uint8Array>;
  /** What comes while the stream may not tell it yet; undefined while it is live. */
  #held: EventFrame[] | undefined = [];
  #begun = false;
  #doubts = 0;
  #asides: Uint8Array[] = [];
  #last = 0;
  #ended = false;

  constructor(actor: Actor, onEnd: () => void) {
    this.actor = actor;
    this.#onEnd = onEnd;
    this.body = new ReadableStream<Uint8Array>(
      {
        start: (controller) => {
          this.#controller = controller;
        },
        cancel: () => {
          if (!this.#ended) this.#leave();
        },
      },
      new ByteLengthQueuingStrategy({ highWaterMark: MOST_QUEUED_BYTES }),
    );
  }

  /** Continues after `seq` with the past that the browser missed, then with what was held meanwhile. */
  resume(seq: number, past: readonly EventFrame[]): void {
    this.#last = seq;
    this.#send(helloFrame(seq));
    this.#goLive(past);
  }

  /** Begins anew after `seq`: what the browser missed is too much, or not there. */
  resync(seq: number): void {
    this.#last = seq;
    this.#send(resyncFrame(seq));
    this.#goLive([]);
  }

  /** Holds everything back while somebody looks up whether its reader may still hear it. */
  doubt(): void {
    this.#doubts += 1;
    this.#held ??= [];
  }

  /** Ends one `doubt`: tells what was held, unless there is another or the stream has ended. */
  trust(): void {
    this.#doubts -= 1;
    this.#tellHeld();
  }

  #goLive(past: readonly EventFrame[]): void {
    this.#begun = true;
    this.#held = [...past, ...(this.#held ?? [])];
    this.#tellHeld();
  }

  #tellHeld(): void {
    if (!this.#begun || this.#doubts > 0) return;
    const held = this.#held ?? [];
    this.#held = undefined;
    this.deliver(held);
    for (const frame of this.#asides.splice(0)) this.#send(frame);
  }

  get memberId(): string {
    return this.actor.memberId;
  }

  /** Something beside the events; after the first frame, which says where the stream begins. */
  tell(frame: Uint8Array): void {
    if (this.#held) this.#asides.push(frame);
    else this.#send(frame);
  }

  deliver(frames: readonly EventFrame[]): void {
    if (this.#held) {
      this.#held.push(...frames);
      return;
    }
    for (const { seq, bytes } of frames) {
      if (seq <= this.#last) continue;
      if (seq > this.#last + 1) this.#send(resyncFrame(seq - 1));
      this.#last = seq;
      this.#send(bytes);
    }
  }

  skipTo(seq: number): void {
    // While changes are held back, the first one after the hole shows it.
    if (this.#held || seq === this.#last) return;
    this.#last = seq;
    this.#send(resyncFrame(seq));
  }

  beat(): void {
    if (!this.#held) this.#send(beatFrame(this.#last));
  }

  /** Says why and ends. */
  bye(reason: ByeReason): void {
    this.#send(byeFrame(reason));
    this.end();
  }

  /** Ends for a browser that may have gone already. */
  end(): void {
    if (this.#ended) return;
    this.#leave();
    this.#controller.close();
  }

  #leave(): void {
    this.#ended = true;
    this.#onEnd();
  }

  #send(bytes: Uint8Array): void {
    if (this.#ended) return;
    this.#controller.enqueue(bytes);
    if ((this.#controller.desiredSize ?? 0) > 0) return;
    // Cut, not closed: a close would wait for the reader that does not read.
    this.#leave();
    this.#controller.error(new DOMException('The reader is too slow.', 'AbortError'));
  }
}
