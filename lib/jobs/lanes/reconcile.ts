import 'server-only';
import { dueToLookFor, lostLeases } from '../../commands/delivery/due';
import {
  recordAbsence,
  recordChannelGone,
  recordFound,
  recordNoLook,
} from '../../commands/delivery/proof';
import type { ChannelSearch, Unknown } from '../../commands/delivery/search';
import { beginSearch, notYetKnown } from '../../commands/delivery/search';
import { expireLease } from '../../commands/delivery/settle-attempt';
import { count } from '../../counts';
import type { Shown } from '../../domain/delivery/match';
import { matchSent } from '../../domain/delivery/match';
import { withoutLeadingNames } from '../../domain/delivery/normalise';
import type { DeliveryPolicy } from '../../domain/delivery/policy';
import { deliveryPolicy } from '../../domain/delivery/policy';
import { env } from '../../env';
import { log } from '../../log';
import type { LaneDefinition } from '../lane';
import { searchWalk } from '../search-walk';

const MOST_LEASES_AT_ONCE = 100;

/** Replies of which nobody knows whether they arrived: looks for them, channel by channel. */
export const reconcileLane: LaneDefinition<ChannelSearch> = {
  lane: 'reconcile',
  pollMs: 1_000,
  concurrency: 4,
  claim: async (limit) => {
    await giveUpLostLeases();
    return await beginSearches(limit);
  },
  run: lookFor,
};

async function giveUpLostLeases(): Promise<void> {
  for (const place of await lostLeases(MOST_LEASES_AT_ONCE)) {
    try {
      // biome-ignore lint/performance/noAwaitInLoops: rare, and each is its own transaction
      if (await expireLease(place, policy())) count('delivery_leases_expired');
    } catch (err) {
      log.error({ err, message: place.messageId }, 'a lost lease could not be ended');
    }
  }
}

async function beginSearches(limit: number): Promise<ChannelSearch[]> {
  const searches: ChannelSearch[] = [];
  for (const place of await dueToLookFor(limit)) {
    try {
      // biome-ignore lint/performance/noAwaitInLoops: each is its own transaction
      const search = await beginSearch(place, policy());
      if (search) searches.push(search);
    } catch (err) {
      log.error({ err, channel: place.channelId }, 'a search could not begin');
    }
  }
  return searches;
}

async function lookFor(search: ChannelSearch): Promise<void> {
  const open = await withoutNamed(search);
  const due = open.filter((unknown) => unknown.due);
  if (due.length === 0) return;
  if (search.channelStatus === 'disconnected') return await each(search, due, recordChannelGone);
  for (const isPublic of [false, true]) {
    const within = (unknowns: Unknown[]) => unknowns.filter((one) => one.isPublic === isPublic);
    // biome-ignore lint/performance/noAwaitInLoops: one walk after the other
    if (within(due).length > 0) await walkFor(search, { open: within(open), due: within(due) });
  }
}

/** Private messages and public posts are found in different places. */
async function walkFor(
  search: ChannelSearch,
  { open, due }: { open: Unknown[]; due: Unknown[] },
): Promise<void> {
  const walk = await searchWalk(search, due, policy());
  const found = await bindShown(search, open, walk.shown);
  const missing = due.filter(({ messageId }) => !found.has(messageId));
  await each(search, missing, (subject) =>
    walk.complete
      ? recordAbsence(subject, search.beganAt)
      : recordNoLook(subject, { now: search.beganAt, earliest: walk.until?.getTime() }),
  );
}

/** What a late answer of an attempt named is found already. Answers with the others. */
async function withoutNamed({ workspaceId, unknowns }: ChannelSearch): Promise<Unknown[]> {
  const open: Unknown[] = [];
  for (const unknown of unknowns) {
    const { messageId, knownAs } = unknown;
    const bound =
      // biome-ignore lint/performance/noAwaitInLoops: rare, and each is its own transaction
      knownAs !== null && (await recordFound(workspaceId, { messageId, externalId: knownAs }));
    if (!bound) open.push(unknown);
  }
  return open;
}

/** Binds what the network shows and no message of ours is bound to yet. Answers with what was found. */
async function bindShown(
  search: ChannelSearch,
  open: readonly Unknown[],
  shown: readonly Shown[],
): Promise<Set<string>> {
  const free = await notYetKnown(
    search,
    shown.map(({ externalId }) => externalId),
  );
  const candidates = shown.filter(({ externalId }) => free.has(externalId));
  const found = new Set<string>();
  const sought = open.map((one) =>
    one.isPublic ? { ...one, text: withoutLeadingNames(one.text) } : one,
  );
  for (const { messageId, externalId, at } of matchSent(sought, candidates, policy().lookBackMs)) {
    const match = { messageId, externalId, at: new Date(at) };
    // biome-ignore lint/performance/noAwaitInLoops: oldest first, each its own transaction
    if (await recordFound(search.workspaceId, match)) {
      count('delivery_found');
      found.add(messageId);
    }
  }
  return found;
}

type Record = (subject: {
  workspaceId: string;
  unknown: Unknown;
  policy: DeliveryPolicy;
}) => Promise<void>;

async function each(
  { workspaceId }: ChannelSearch,
  unknowns: readonly Unknown[],
  record: Record,
): Promise<void> {
  for (const unknown of unknowns) {
    // biome-ignore lint/performance/noAwaitInLoops: each is its own transaction
    await record({ workspaceId, unknown, policy: policy() });
  }
}

function policy(): DeliveryPolicy {
  return deliveryPolicy(env().TIME_SCALE);
}
