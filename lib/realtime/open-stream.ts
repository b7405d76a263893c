import 'server-only';
import type { Actor } from '@/lib/domain/access/can';
import { can } from '@/lib/domain/access/can';
import { Refusal } from '@/lib/domain/refusal';
import type { Feed } from './feed';
import { eventFrame } from './frames';
import { hub } from './hub';
import type { LiveStream } from './live-stream';
import { tailAfter } from './tail';

/** Whoever missed more reads everything again; it is cheaper than being told one by one. */
export const MOST_REPLAYED = 5_000;

type Options = {
  /** The last `seq` that the browser knows; null to begin now. */
  after: number | null;
  signal: AbortSignal;
};

/**
 * Server-sent events of the actor's workspace: `hello`, then each change after `after` exactly once
 * with its `seq` as id; `resync` when they cannot be replayed; `beat` every 15 s; `bye` at the end.
 */
export async function openStream(
  actor: Actor,
  { after, signal }: Options,
): Promise<ReadableStream<Uint8Array>> {
  if (!can(actor, 'conversation.read')) {
    throw new Refusal('forbidden', 'Your role does not show this.');
  }
  const { stream, feed } = hub().open(actor);
  try {
    await begin(stream, feed, after);
  } catch (error) {
    stream.end();
    throw error;
  }
  // Next does not reliably cancel the body of a response whose reader has gone.
  if (signal.aborted) stream.end();
  signal.addEventListener('abort', () => stream.end(), { once: true });
  return stream.body;
}

/** The stream follows before its past is read, so that nothing can fall in between. */
async function begin(stream: LiveStream, feed: Feed, after: number | null): Promise<void> {
  const position = await feed.position();
  if (after === null || after === position) {
    stream.resume(position, []);
    return;
  }
  const { seq, events } = await tailAfter(stream.actor.workspaceId, after, MOST_REPLAYED + 1);
  const whole =
    events.length === Math.max(seq - after, 0) && (events[0]?.seq ?? after + 1) === after + 1;
  if (after > seq || !whole || events.length > MOST_REPLAYED) stream.resync(seq);
  else stream.resume(after, events.map(eventFrame));
}
