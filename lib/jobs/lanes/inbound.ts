import 'server-only';
import type { InboundTally } from '@/db/schema/inbound';
import type { ChannelPlace } from '../../commands/channel/credentials';
import { noteProof } from '../../commands/channel/healing';
import { ownersOf } from '../../commands/channel/owners';
import { grantRevoked } from '../../commands/channel/revoked';
import { asSystem } from '../../commands/command';
import type { ClaimedDelivery } from '../../commands/inbound/claim';
import { claimDeliveries } from '../../commands/inbound/claim';
import type { Settlement } from '../../commands/inbound/settle';
import { settleDelivery } from '../../commands/inbound/settle';
import { count } from '../../counts';
import { log } from '../../log';
import type { InboundEvent } from '../../networks/network';
import { PayloadNotUnderstood } from '../../networks/network';
import { findNetwork } from '../../networks/registry';
import type { LaneDefinition } from '../lane';
import { paced } from '../pace';
import { takeIn } from '../take-in';
import { codeOf, isPassing } from '../trouble';

const LEASE_MS = 60_000;
const SHORTEST_LEASE_MS = 5_000;
const MOST_TRIES = 8;
const FIRST_BACK_OFF_MS = 1_000;
const LONGEST_BACK_OFF_MS = 5 * 60_000;

/** Verified webhook bodies: reads each and takes in what it says. */
export const inboundLane: LaneDefinition<ClaimedDelivery> = {
  lane: 'inbound',
  pollMs: 2_000,
  concurrency: 6,
  claim: (limit) => claimDeliveries(limit, Math.max(SHORTEST_LEASE_MS, paced(LEASE_MS))),
  run: takeInDelivery,
};

type Reading = { events: readonly InboundEvent[]; trouble: unknown[] };

type Progress = { tally: InboundTally; trouble: unknown[]; places: Map<string, ChannelPlace> };

/** Reads one body and settles it: done, to be tried again, or set aside for a person to look at. */
export async function takeInDelivery(delivery: ClaimedDelivery): Promise<void> {
  if (delivery.wasAbandoned) count('inbound_leases_expired');
  const progress: Progress = { tally: newTally(), trouble: [], places: new Map() };
  // A body that brings its worker down never gets as far as being settled; its tries tell.
  if (delivery.tries > MOST_TRIES) progress.trouble.push(new EndedItsWorkers());
  else await takeInAll(delivery, progress);
  const settlement = settlementOf(delivery, progress);
  if (settlement.state !== 'done') {
    const { state, problem } = settlement;
    const [err] = progress.trouble;
    log.warn({ err, inbound: delivery.id, tries: delivery.tries, problem }, `webhook ${state}`);
  }
  if (await settleDelivery(delivery, settlement))
    count('messages_repeated', progress.tally.repeated);
}

class EndedItsWorkers extends Error {
  override readonly name = 'ended_its_workers';
}

async function takeInAll(delivery: ClaimedDelivery, progress: Progress): Promise<void> {
  const { events, trouble } = readingOf(delivery);
  progress.trouble.push(...trouble);
  try {
    const named = events.flatMap((event) =>
      'channelExternalId' in event ? event.channelExternalId : [],
    );
    const owners = await ownersOf(delivery.network, [...new Set(named)]);
    for (const event of events) {
      // biome-ignore lint/performance/noAwaitInLoops: one transaction a message, in the order told
      await takeInOne(event, owners, progress);
    }
    await Promise.all([...progress.places.values()].map(noteProof));
  } catch (error) {
    progress.trouble.push(error);
  }
}

function readingOf({ network, body }: ClaimedDelivery): Reading {
  try {
    const adapter = findNetwork(network);
    if (!adapter) throw new PayloadNotUnderstood('no such network');
    return { events: adapter.webhook.read(body), trouble: [] };
  } catch (error) {
    const understood = error instanceof PayloadNotUnderstood ? error.understood : [];
    return { events: understood, trouble: [error] };
  }
}

/** A message that cannot be taken in keeps none of its neighbours out. */
async function takeInOne(
  event: InboundEvent,
  owners: ReadonlyMap<string, ChannelPlace>,
  progress: Progress,
): Promise<void> {
  const { tally, trouble, places } = progress;
  if (event.kind === 'ignored') return ignore(tally, event.why);
  const place = owners.get(event.channelExternalId);
  if (!place) return ignore(tally, 'unknown channel');
  places.set(place.channelId, place);
  try {
    const receipt =
      event.kind === 'revoked' ? await revoke(place, event.at) : await takeIn(place, event);
    if (receipt === 'received' || receipt === 'repeated') tally[receipt]++;
    else ignore(tally, receipt === 'gone' ? 'unknown channel' : 'older than the connection');
  } catch (error) {
    trouble.push(error);
  }
}

function revoke({ workspaceId, channelId }: ChannelPlace, at: Date) {
  return asSystem(workspaceId, (context) => grantRevoked(context, channelId, at));
}

function settlementOf(delivery: ClaimedDelivery, { tally, trouble, places }: Progress): Settlement {
  // While something may yet pass, nothing is given up.
  const worst = trouble.find(isPassing) ?? trouble[0];
  if (worst === undefined) return { state: 'done', tally };
  const problem = codeOf(worst);
  const uncounted = isPassing(worst);
  const hopeless = worst instanceof PayloadNotUnderstood;
  if (hopeless || (!uncounted && delivery.tries >= MOST_TRIES)) {
    const concerns = [...new Set([...places.values()].map(({ workspaceId }) => workspaceId))];
    return { state: 'quarantined', tally, problem, concerns };
  }
  return { state: 'pending', afterMs: backOffMs(delivery, uncounted), uncounted, problem };
}

/** Full jitter: many that failed together come back apart. Uncounted tries are told by the age of the body. */
function backOffMs({ tries, ageMs }: ClaimedDelivery, uncounted: boolean): number {
  const grown = uncounted ? Math.max(FIRST_BACK_OFF_MS, ageMs / 2) : FIRST_BACK_OFF_MS * 2 ** tries;
  return Math.ceil(paced(Math.min(LONGEST_BACK_OFF_MS, grown) * Math.random()));
}

function newTally(): InboundTally {
  return { received: 0, repeated: 0, ignored: {} };
}

function ignore({ ignored }: InboundTally, why: string): void {
  ignored[why] = (ignored[why] ?? 0) + 1;
}
