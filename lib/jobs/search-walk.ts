import 'server-only';
import type { ChannelSearch, Unknown } from '../commands/delivery/search';
import type { Shown } from '../domain/delivery/match';
import { withoutLeadingNames } from '../domain/delivery/normalise';
import type { DeliveryPolicy } from '../domain/delivery/policy';
import { log } from '../log';
import type { LookedUpMessage } from '../networks/network';
import { findNetwork } from '../networks/registry';
import { lookUp } from './look-up';
import { codeOf } from './trouble';

/** What a walk over the channel's messages showed, and whether it reached past every attempt it was made for. */
export type SearchWalk = { shown: Shown[]; complete: boolean; until?: Date };

/** A walk costs budget that others need: one that has not arrived after so many pages is not complete. */
const MOST_PAGES = 5;

/**
 * Walks back until before the oldest attempt looked for: with one person when it is about one
 * conversation, else over the whole channel. All of `due` are private or all are public. Never rejects; what it saw before it failed still counts.
 */
export async function searchWalk(
  search: ChannelSearch,
  due: readonly Unknown[],
  { lookBackMs }: DeliveryPolicy,
): Promise<SearchWalk> {
  const walk: SearchWalk = { shown: [], complete: false };
  if (!findNetwork(search.network)?.capabilities.lookup) return walk;
  const boundary = Math.min(...due.map(({ since }) => since)) - lookBackMs;
  const turn = due.some(({ isPublic }) => isPublic) ? postsOf(search) : messagesOf(search, due);
  try {
    let pageToken: string | undefined;
    for (let pages = 0; pages < MOST_PAGES; pages++) {
      // biome-ignore lint/performance/noAwaitInLoops: each page names the next
      const page = await turn(pageToken);
      if ('until' in page) return { ...walk, until: page.until };
      const { said, nextToken, oldestAt } = page.shown;
      walk.shown.push(...said);
      const arrived = oldestAt !== undefined && oldestAt.getTime() <= boundary;
      if (nextToken === undefined || arrived) return { ...walk, complete: true };
      pageToken = nextToken;
    }
  } catch (err) {
    log.warn({ err, channel: search.channelId, problem: codeOf(err) }, 'a search failed');
  }
  return walk;
}

type Page = { said: Shown[]; nextToken?: string; oldestAt?: Date };
type Turn = (pageToken: string | undefined) => Promise<{ shown: Page } | { until: Date }>;

function messagesOf(search: ChannelSearch, due: readonly Unknown[]): Turn {
  const [first, ...others] = new Set(due.map(({ personExternalId }) => personExternalId));
  return async (pageToken) => {
    const page = await lookUp(search, (client) =>
      first !== undefined && others.length === 0
        ? client.messagesWith(first, pageToken)
        : client.recentMessages(pageToken),
    );
    if ('until' in page) return page;
    const { messages, ...rest } = page.shown;
    return { shown: { ...rest, said: messages.filter(isOurs).map(asShown) } };
  };
}

/** What the account said in public: a post is told from its like by what it answers. */
function postsOf(search: ChannelSearch): Turn {
  return async (pageToken) => {
    const page = await lookUp(search, (client) => client.ownPosts(pageToken), 'posts');
    if ('until' in page) return page;
    const { posts, ...rest } = page.shown;
    const said = posts.map(({ externalId, text, at, answersExternalId = '' }) => ({
      externalId,
      personExternalId: answersExternalId,
      text: withoutLeadingNames(text),
      attachmentCount: 0,
      at: at.getTime(),
    }));
    return { shown: { ...rest, said } };
  };
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
