import 'server-only';
import type { ChannelSearch, Unknown } from '../commands/delivery/search';
import type { Shown } from '../domain/delivery/match';
import type { DeliveryPolicy } from '../domain/delivery/policy';
import { log } from '../log';
import type { ChannelClient, LookedUpMessage } from '../networks/network';
import { findNetwork } from '../networks/registry';
import { lookUp } from './look-up';
import { codeOf } from './trouble';

/** What a walk over the channel's messages showed, and whether it reached past every attempt it was made for. */
export type SearchWalk = { shown: Shown[]; complete: boolean; until?: Date };

/** A walk costs budget that others need: one that has not arrived after so many pages is not complete. */
const MOST_PAGES = 5;

/**
 * Walks back until before the oldest attempt looked for: with one person when it is about one
 * conversation, else over the whole channel. Never rejects; what it saw before it failed still counts.
 */
export async function searchWalk(
  search: ChannelSearch,
  due: readonly Unknown[],
  { lookBackMs }: DeliveryPolicy,
): Promise<SearchWalk> {
  const walk: SearchWalk = { shown: [], complete: false };
  if (!findNetwork(search.network)?.capabilities.lookup) return walk;
  const boundary = Math.min(...due.map(({ since }) => since)) - lookBackMs;
  const ask = pageOf(due);
  try {
    let pageToken: string | undefined;
    for (let pages = 0; pages < MOST_PAGES; pages++) {
      // biome-ignore lint/performance/noAwaitInLoops: each page names the next
      const page = await lookUp(search, ask(pageToken));
      if ('until' in page) return { ...walk, until: page.until };
      const { messages, nextToken, oldestAt } = page.shown;
      walk.shown.push(...messages.filter(isOurs).map(asShown));
      const arrived = oldestAt !== undefined && oldestAt.getTime() <= boundary;
      if (nextToken === undefined || arrived) return { ...walk, complete: true };
      pageToken = nextToken;
    }
  } catch (err) {
    log.warn({ err, channel: search.channelId, problem: codeOf(err) }, 'a search failed');
  }
  return walk;
}

function pageOf(due: readonly Unknown[]) {
  const [first, ...others] = new Set(due.map(({ personExternalId }) => personExternalId));
  return (pageToken: string | undefined) => (client: ChannelClient) =>
    first !== undefined && others.length === 0
      ? client.messagesWith(first, pageToken)
      : client.recentMessages(pageToken);
}

function isOurs({ kind, direction }: LookedUpMessage): boolean {
  return kind === 'message' && direction === 'outbound';
}

function asShown({ externalId, participant, text, attachments, at }: LookedUpMessage): Shown {
  return {
    externalId,
    personExternalId: participant.externalId,
    text,
    attachmentCount: attachments.length,
    at: at.getTime(),
  };
}
