import 'server-only';
import type { InboundTally } from '@/db/schema/inbound';
import type { ChannelPlace } from '../commands/channel/credentials';
import { grantRevoked } from '../commands/channel/revoked';
import { asSystem } from '../commands/command';
import type { ClaimedDelivery } from '../commands/inbound/claim';
import type { Receipt } from '../commands/inbound/told';
import { relationTold } from '../commands/relation/told';
import type { InboundEvent } from '../networks/network';
import { PayloadNotUnderstood } from '../networks/network';
import { findNetwork } from '../networks/registry';
import { findOwner, forgetOwner } from './owners';
import { takeAway, takeIn, takeInPost } from './take-in';

/** What one body came to: a tally of what it told, and all trouble with it. */
export type Reading = {
  tally: InboundTally;
  trouble: unknown[];
  /** The channels that it told of, by their id. */
  places: Map<string, ChannelPlace>;
};

export function newReading(): Reading {
  return { tally: { received: 0, repeated: 0, ignored: {} }, trouble: [], places: new Map() };
}

/** Takes in everything that a body tells. What cannot be taken in keeps none of its neighbours out. */
export async function takeInBody({ network, body }: ClaimedDelivery): Promise<Reading> {
  const reading = newReading();
  for (const event of eventsIn({ network, body }, reading)) {
    try {
      // biome-ignore lint/performance/noAwaitInLoops: one transaction a message, in the order told
      await takeInEvent(network, event, reading);
    } catch (error) {
      reading.trouble.push(error);
    }
  }
  return reading;
}

function eventsIn(
  { network, body }: Pick<ClaimedDelivery, 'network' | 'body'>,
  { trouble }: Reading,
): readonly InboundEvent[] {
  try {
    const adapter = findNetwork(network);
    if (!adapter) throw new PayloadNotUnderstood('no such network');
    return adapter.webhook.read(body);
  } catch (error) {
    trouble.push(error);
    return error instanceof PayloadNotUnderstood ? error.understood : [];
  }
}

async function takeInEvent(network: string, event: InboundEvent, reading: Reading): Promise<void> {
  const { tally } = reading;
  if (event.kind === 'ignored') return ignore(tally, event.why);
  // A revocation must reach whoever has the account now.
  if (event.kind === 'revoked') forgetOwner(network, event.channelExternalId);
  let receipt = await tell(network, event, reading);
  if (receipt === 'gone') {
    // A remembered owner may have lost the account since.
    forgetOwner(network, event.channelExternalId);
    receipt = await tell(network, event, reading);
  }
  if (receipt === 'received' || receipt === 'repeated') tally[receipt]++;
  else ignore(tally, whyIgnored[receipt]);
}

async function tell(
  network: string,
  event: Exclude<InboundEvent, { kind: 'ignored' }>,
  { places }: Reading,
): Promise<Receipt | Unkept> {
  const place = await findOwner(network, event.channelExternalId);
  if (!place) return 'gone';
  places.set(place.channelId, place);
  switch (event.kind) {
    case 'revoked':
      return await revoke(place, event.at);
    case 'relation':
      return await relate(place, event);
    case 'mention':
      return await takeInPost(place, event);
    case 'post_deleted':
      return await takeAway(place, event);
    default:
      return await takeIn(place, event);
  }
}

type Unkept = 'outdated' | 'unknown' | 'unheld';

const whyIgnored: Record<'gone' | Unkept, string> = {
  gone: 'unknown channel',
  outdated: 'older than the connection',
  unheld: 'about a post that is not held here',
  unknown: 'about somebody whom nobody here knows',
};

function relate(
  { workspaceId, channelId }: ChannelPlace,
  told: Extract<InboundEvent, { kind: 'relation' }>,
) {
  return asSystem(workspaceId, (context) => relationTold(context, { ...told, channelId }));
}

function revoke({ workspaceId, channelId }: ChannelPlace, at: Date) {
  return asSystem(workspaceId, (context) => grantRevoked(context, channelId, at));
}

function ignore({ ignored }: InboundTally, why: string): void {
  ignored[why] = (ignored[why] ?? 0) + 1;
}
