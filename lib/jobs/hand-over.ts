import 'server-only';
import type { HandOver } from '../commands/delivery/begin';
import {
  handOverLater,
  noteHandedOver,
  readyToLeave,
  refuseHandOver,
} from '../commands/delivery/hand-over';
import type { FileAlong } from '../commands/delivery/standing';
import { contentsOf } from '../commands/file/contents';
import type { DeliveryPolicy } from '../domain/delivery/policy';
import { backOffMs } from '../domain/delivery/policy';
import type { DeliveryReason } from '../domain/delivery/reasons';
import { log } from '../log';
import type { MediaState } from '../networks/network';
import { NetworkFailure } from '../networks/network';
import { findNetwork } from '../networks/registry';
import { AccessLost } from './access';
import { callFor } from './call';
import { paced } from './pace';
import { codeOf, isPassing } from './trouble';

/** The first wait for a network that works on a file; each further one is twice as long. */
const FIRST_LOOK_MS = 1_000;

/** What was handed over so long ago might end before its message comes. */
const SHARE_OF_LIFE = 0.9;

class Unusable extends Error {
  override readonly name = 'Unusable';
}

class StillWorking extends Error {
  override readonly name = 'StillWorking';
}

/**
 * Gives the network the files of a message whose turn it is, and then lets it leave. No message sets out
 * here, so all of it may happen twice; what the network refuses fails the message with the reason.
 */
export async function handOver(order: HandOver, policy: DeliveryPolicy): Promise<void> {
  try {
    for (const file of order.files) {
      // biome-ignore lint/performance/noAwaitInLoops: one file after the other
      if (!file.ready) await handOverFile(order, file);
    }
    await readyToLeave(order);
  } catch (error) {
    const problem = codeOf(error);
    if (!(error instanceof StillWorking)) {
      log.warn({ err: error, message: order.messageId, problem }, 'a file was not handed over');
    }
    await settle(order, error, policy);
  }
}

/** Hands it over, or looks how far the network is with it: nobody waits here. */
async function handOverFile(order: HandOver, file: FileAlong): Promise<void> {
  const { mediaId, state } = await standingOf(order, file);
  if (state === 'failed') throw new Unusable('the network could make nothing of it');
  const lifeMs = (findNetwork(order.network)?.capabilities.mediaLifeMs ?? 0) * SHARE_OF_LIFE;
  const ready = state === 'ready';
  await noteHandedOver(order, { fileId: file.id, mediaId, ready, lifeMs });
  if (!ready) throw new StillWorking('the network works on it');
}

async function standingOf(
  order: HandOver,
  { id, kind, mimeType, mediaId }: FileAlong,
): Promise<{ mediaId: string; state: MediaState }> {
  if (mediaId !== null) {
    const { value } = await callFor(order, (client) => client.mediaState(mediaId));
    return { mediaId, state: value };
  }
  if (kind === 'document') throw new Unusable('a paper goes to no network');
  const bytes = await contentsOf(order.workspaceId, id);
  return (await callFor(order, (client) => client.uploadMedia(bytes, kind, mimeType))).value;
}

async function settle(order: HandOver, error: unknown, policy: DeliveryPolicy): Promise<void> {
  const tries = Math.max(0, ...order.files.map((file) => file.tries)) + 1;
  if (maySucceedLater(error) && tries < policy.mostHandOvers) {
    return await handOverLater(order, waitFor(error, tries, policy));
  }
  await refuseHandOver(order, whyRefused(error));
}

function maySucceedLater(error: unknown): boolean {
  if (error instanceof NetworkFailure && error.failure.kind === 'credits_depleted') return false;
  return error instanceof StillWorking || error instanceof AccessLost || isPassing(error);
}

function waitFor(error: unknown, tries: number, policy: DeliveryPolicy): number {
  if (error instanceof StillWorking) return paced(FIRST_LOOK_MS) * 2 ** (tries - 1);
  const resetAt =
    error instanceof NetworkFailure && error.failure.kind === 'rate_limited'
      ? error.failure.resetAt
      : undefined;
  return resetAt
    ? Math.max(0, resetAt.getTime() - Date.now())
    : backOffMs(tries, Math.random(), policy);
}

function whyRefused(error: unknown): { reason: DeliveryReason; detail: string | null } {
  if (error instanceof AccessLost) return { reason: 'ACCOUNT_DISCONNECTED', detail: null };
  if (!(error instanceof NetworkFailure)) return { reason: 'ATTACHMENT_REFUSED', detail: null };
  const { failure } = error;
  const detail = 'detail' in failure ? (failure.detail ?? null) : null;
  switch (failure.kind) {
    case 'unauthorized':
      return { reason: 'ACCOUNT_DISCONNECTED', detail };
    case 'credits_depleted':
      return { reason: 'CREDITS_DEPLETED', detail };
    case 'rate_limited':
      return { reason: 'RATE_LIMITED', detail };
    case 'unreachable':
      return { reason: 'NETWORK_UNREACHABLE', detail };
    case 'refused': {
      const reason = failure.status === 403 ? 'APP_SCOPE_MISSING' : 'ATTACHMENT_REFUSED';
      return { reason, detail };
    }
    default:
      return { reason: 'ATTACHMENT_REFUSED', detail };
  }
}
