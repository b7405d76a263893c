import 'server-only';
import type { ChannelPlace } from '../commands/channel/credentials';
import { noteProof } from '../commands/channel/healing';

const EVERY_MS = 5_000;

/** When this process last wrote it down, by its own steady clock. */
const notedAt = new Map<string, number>();

/** The network told us something of these channels. Written down at most every five seconds. */
export async function noteProofs(places: Iterable<ChannelPlace>): Promise<void> {
  const now = performance.now();
  const due = [...places].filter(
    ({ channelId }) => now - (notedAt.get(channelId) ?? -EVERY_MS) >= EVERY_MS,
  );
  for (const { channelId } of due) notedAt.set(channelId, now);
  await Promise.all(due.map(noteProof));
}
