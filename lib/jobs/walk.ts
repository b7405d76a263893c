import 'server-only';
import pLimit from 'p-limit';
import type { HealWalk } from '@/db/schema/channels';
import { isoInstant } from '@/lib/domain/conversation/instant';
import type { ChannelPlace } from '../commands/channel/credentials';
import type { ChannelToHeal } from '../commands/channel/healing';
import { notYetKnown } from '../commands/delivery/search';
import { count } from '../counts';
import { log } from '../log';
import type { ChannelClient, LookedUpMessage, MessagePage } from '../networks/network';
import { lookUp } from './look-up';
import { takeIn } from './take-in';
import { isPassing } from './trouble';

/** How far back the first walk of a channel reaches. */
const FIRST_REACH_MS = 7 * 24 * 3_600_000;

/** Walks overlap: a network shows its newest messages late, and clocks differ. Never scaled. */
const OVERLAP_MS = 10 * 60_000;

/** More pages than any network keeps for us: a page that leads to itself must not be walked for ever. */
const MOST_PAGES = 400;

const THREADS_TOGETHER = 3;

export type WalkEnd =
  | { kind: 'finished'; healedUpTo: string; skipped: number }
  | { kind: 'out_of_budget'; until: Date; unfinished: HealWalk };

/**
 * Walks a channel's messages from the newest back to what an earlier walk has confirmed, and takes in
 * what is missing. `beforePage` keeps the hold on the channel; when it rejects, the walk ends.
 */
export async function walkBack(
  channel: ChannelToHeal,
  beforePage: () => Promise<void>,
): Promise<WalkEnd> {
  const begun = channel.walk ?? beginning(channel);
  const until = new Date(begun.until);
  let pageToken = channel.walk?.pageToken;
  let skipped = 0;
  for (let pages = 0; pages < MOST_PAGES; pages++) {
    // biome-ignore lint/performance/noAwaitInLoops: each page names the next
    await beforePage();
    const answer = await lookUp(channel, askFor(pageToken));
    if ('until' in answer) {
      const unfinished = { ...begun, ...(pageToken !== undefined && { pageToken }) };
      return { kind: 'out_of_budget', until: answer.until, unfinished };
    }
    const page = answer.shown;
    skipped += await takeInPage(channel, page);
    if (page.nextToken === undefined || reaches(page, until)) {
      return { kind: 'finished', healedUpTo: begun.startedAt, skipped };
    }
    pageToken = page.nextToken;
  }
  throw new Error(`a look-up did not end within ${MOST_PAGES} pages`);
}

function beginning({ healedUpTo, now }: ChannelToHeal): HealWalk {
  const startedAt = isoInstant(now);
  const from =
    healedUpTo === null
      ? Date.parse(startedAt) - FIRST_REACH_MS
      : Date.parse(isoInstant(healedUpTo));
  return {
    startedAt,
    until: new Date(from - OVERLAP_MS).toISOString(),
  };
}

function askFor(pageToken: string | undefined) {
  return (client: ChannelClient) => client.recentMessages(pageToken);
}

function reaches({ oldestAt }: MessagePage, until: Date): boolean {
  return oldestAt !== undefined && oldestAt < until;
}

/** Answers how many could not be taken in. Passing trouble ends the walk. */
async function takeInPage(channel: ChannelToHeal, { messages }: MessagePage): Promise<number> {
  const missing = await notYetKnown(
    channel,
    messages.map(({ externalId }) => externalId),
  );
  const threads = new Map<string, LookedUpMessage[]>();
  // Pages are newest first; within a thread, messages are told as they were written.
  for (const message of messages.toReversed()) {
    if (!missing.has(message.externalId)) continue;
    const { externalId } = message.participant;
    threads.set(externalId, [...(threads.get(externalId) ?? []), message]);
  }
  const together = pLimit(THREADS_TOGETHER);
  const ends = await Promise.allSettled(
    [...threads.values()].map((thread) => together(() => takeInThread(channel, thread))),
  );
  const [trouble] = ends.flatMap((end) => (end.status === 'rejected' ? [end.reason] : []));
  if (trouble !== undefined) throw trouble;
  return ends.reduce((sum, end) => sum + (end.status === 'fulfilled' ? end.value : 0), 0);
}

async function takeInThread(
  channel: ChannelToHeal,
  thread: readonly LookedUpMessage[],
): Promise<number> {
  const isFirstWalk = channel.healedUpTo === null;
  let skipped = 0;
  for (const message of thread) {
    try {
      // biome-ignore lint/performance/noAwaitInLoops: one transaction a message, in their order
      const receipt = await takeIn(channel, message, { healed: true });
      if (receipt === 'received' && !isFirstWalk) count('messages_healed');
    } catch (error) {
      if (isPassing(error)) throw error;
      skipped++;
      logSkipped(channel, message, error);
    }
  }
  return skipped;
}

function logSkipped({ channelId }: ChannelPlace, { externalId }: LookedUpMessage, err: unknown) {
  log.error({ err, channel: channelId, externalId }, 'a looked-up message could not be taken in');
}
