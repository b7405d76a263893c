import type { LiveEvent } from '@/lib/domain/conversation/events';
import type { Hint } from '@/lib/domain/presence/presence';

/** Why the server ends a stream: come back after `shutdown` and `slow`; `signed_out` has nothing to come back to. */
export type ByeReason = 'shutdown' | 'slow' | 'signed_out';

/** One change as it goes over the wire, made once for all who hear it. */
export type EventFrame = { seq: number; bytes: Uint8Array };

const encoder = new TextEncoder();

/** A change. The browser hands its `id` back when it resumes. */
export function eventFrame(event: LiveEvent): EventFrame {
  const { seq } = event;
  return { seq, bytes: encoder.encode(`id: ${seq}\ndata: ${JSON.stringify(event)}\n\n`) };
}

/** The first frame: the position after which changes will follow. */
export function helloFrame(seq: number): Uint8Array {
  return encoder.encode(`retry: 2000\nevent: hello\nid: ${seq}\ndata: {"seq":${seq}}\n\n`);
}

/** What was missed cannot be replayed; changes follow after `seq`. */
export function resyncFrame(seq: number): Uint8Array {
  return encoder.encode(`event: resync\nid: ${seq}\ndata: {"seq":${seq}}\n\n`);
}

/** Says that the stream lives, so that a browser notices when it does not. */
export function beatFrame(seq: number): Uint8Array {
  return encoder.encode(`event: beat\ndata: {"seq":${seq}}\n\n`);
}

/** What is told beside the events: it has no place, and nobody is told it again. */
export function hintFrame(hint: Hint): Uint8Array {
  return encoder.encode(`event: presence\ndata: ${JSON.stringify(hint)}\n\n`);
}

/** The last frame. */
export function byeFrame(reason: ByeReason): Uint8Array {
  return encoder.encode(`event: bye\ndata: {"reason":"${reason}"}\n\n`);
}
