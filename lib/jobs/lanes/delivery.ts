import 'server-only';
import { setTimeout as sleep } from 'node:timers/promises';
import { isRecalledNow } from '../../commands/approved-reply/hold-recalled';
import type { Attempt, HandOver } from '../../commands/delivery/begin';
import { depart } from '../../commands/delivery/begin';
import { dueToLeave } from '../../commands/delivery/due';
import type { Result } from '../../commands/delivery/settle-attempt';
import { settleAttempt } from '../../commands/delivery/settle-attempt';
import { count } from '../../counts';
import { pagesOf } from '../../domain/channel/links';
import type { DeliveryPolicy } from '../../domain/delivery/policy';
import { deliveryPolicy } from '../../domain/delivery/policy';
import { env } from '../../env';
import { log } from '../../log';
import type { ChannelClient } from '../../networks/network';
import type { Access } from '../access';
import { AccessLost, accessFor } from '../access';
import { clientWith } from '../call';
import { handOver } from '../hand-over';
import type { LaneDefinition } from '../lane';
import { codeOf } from '../trouble';

/** An attempt that is committed, and when its lease began by this process's own steady clock. */
type Setout = { attempt: Attempt; begunAtMs: number };
type Departure = Setout | { handOver: HandOver };

const MOST_LOOKS = 5;
const SETTLE_AGAIN_MS = 250;

/** Queued replies that may leave: commits the attempt, makes the call, writes what it came to. */
export const deliveryLane: LaneDefinition<Departure> = {
  lane: 'delivery',
  pollMs: 1_000,
  concurrency: 8,
  claim: setOut,
  run: (departure) =>
    'handOver' in departure ? handOver(departure.handOver, policy()) : send(departure),
};

/** Begins what is due. Some that are due only turn out to wait; then it looks for others. */
async function setOut(limit: number): Promise<Departure[]> {
  const departures: Departure[] = [];
  for (let looks = 0; looks < MOST_LOOKS && departures.length < limit; looks++) {
    // biome-ignore lint/performance/noAwaitInLoops: each look follows what the one before changed
    const due = await dueToLeave(limit - departures.length);
    if (due.length === 0) break;
    for (const place of due) {
      const begunAtMs = performance.now();
      try {
        // biome-ignore lint/performance/noAwaitInLoops: one transaction after the other, in their order
        const begun = await depart(place, policy());
        if (begun) departures.push({ ...begun, begunAtMs });
      } catch (err) {
        // What has begun must be sent: trouble with one must not lose the others.
        log.error({ err, message: place.messageId }, 'a reply could not leave');
      }
    }
  }
  return departures;
}

async function send({ attempt, begunAtMs }: Setout): Promise<void> {
  const giveUpAtMs = begunAtMs + policy().leaseMs;
  const result = await call(attempt, giveUpAtMs - policy().callDeadlineMs);
  count(`delivery_${result.outcome.kind}`);
  await settleSurely(attempt, result, giveUpAtMs);
}

/** The call, and nothing but its outcome: whatever goes wrong before it provably sent nothing. */
async function call(attempt: Attempt, latestMs: number): Promise<Result> {
  let access: Access;
  try {
    access = await accessFor(attempt);
  } catch (error) {
    const reason = error instanceof AccessLost ? 'ACCOUNT_DISCONNECTED' : 'NETWORK_UNREACHABLE';
    return { outcome: { kind: 'not_accepted', reason, detail: codeOf(error) } };
  }
  // A process that was held up must not send what others have given up, and may be sending.
  if (performance.now() > latestMs) {
    return { outcome: { kind: 'not_accepted', reason: 'NETWORK_UNREACHABLE', detail: 'held_up' } };
  }
  if (await isRecalledNow(attempt)) {
    return { outcome: { kind: 'not_accepted', reason: 'REPLY_RECALLED' } };
  }
  const result = await deliver(attempt, access);
  const { outcome } = result;
  if (outcome.kind === 'not_accepted' && outcome.reason === 'ACCOUNT_DISCONNECTED') {
    await refresh(attempt, access.version);
  }
  return result;
}

async function deliver(attempt: Attempt, access: Access): Promise<Result> {
  try {
    return await say(clientWith(access), attempt);
  } catch (error) {
    log.error({ err: error, message: attempt.messageId }, 'a send broke');
    return { outcome: { kind: 'unknown', detail: codeOf(error) } };
  }
}

/** In public it answers a post; an invitation brings the button that opens a private message to the account. */
function say(client: ChannelClient, attempt: Attempt): Promise<Result> {
  const { recipientExternalId, text, mediaIds, post, network } = attempt;
  if (!post) return client.send(recipientExternalId, { text, mediaIds });
  const { answers, invites } = post;
  const account = { externalId: attempt.channelExternalId };
  const messageLink = invites && pagesOf(network)?.message(account);
  return client.post(text, {
    ...(answers && { inReplyTo: answers.externalId }),
    ...(messageLink && { messageLink }),
  });
}

/** Before the message is queued again, so that the next attempt finds the new token or a closed channel. */
async function refresh(attempt: Attempt, refused: number): Promise<void> {
  try {
    await accessFor(attempt, refused);
  } catch (error) {
    log.warn({ err: error, channel: attempt.channelId, problem: codeOf(error) }, 'no new token');
  }
}

/** An outcome is worth more than a try: while the lease lasts, a database in trouble is given time. */
async function settleSurely(attempt: Attempt, result: Result, giveUpAtMs: number): Promise<void> {
  for (;;) {
    try {
      // biome-ignore lint/performance/noAwaitInLoops: each try waits for the one before
      const settled = await settleAttempt(attempt, result, policy());
      if (settled === 'overtaken') count('delivery_overtaken');
      return;
    } catch (error) {
      if (performance.now() > giveUpAtMs) throw error;
      await sleep(SETTLE_AGAIN_MS);
    }
  }
}

function policy(): DeliveryPolicy {
  return deliveryPolicy(env().TIME_SCALE);
}
