import 'server-only';
import { and, eq, sql } from 'drizzle-orm';
import { messageBlocks } from '@/db/schema/blocks';
import { channels } from '@/db/schema/channels';
import type { EventDraft } from '@/lib/domain/conversation/events';
import type { BlockStanding } from '@/lib/domain/permissions/message-block';
import { stepFor } from '@/lib/domain/permissions/message-block';
import { Refusal } from '@/lib/domain/refusal';
import type { CommandContext, Outcome } from '../command';
import { conversationFor } from '../conversation/conversation-for';
import { conversationsOfPair } from '../relation/conversations-of-pair';
import type { Pair } from '../relation/learn';
import { ofPair } from '../relation/of-pair';

/** What came of a wish: the network is asked, what was wanted before is let go, or all is so already. */
export type Wished = { step: ReturnType<typeof stepFor> };

/** Notes that somebody wants a conversation's customer blocked, or no longer. A lane carries it out. */
export async function wish(
  context: CommandContext,
  conversationId: string,
  wanted: boolean,
): Promise<Outcome<Wished>> {
  const { channelId, identityId } = await conversationFor(context, conversationId);
  const pair = { channelId, identityId };
  const step = stepFor(await standingOf(context, pair), wanted);
  if (step === 'none') return { value: { step }, events: [] };
  if (step === 'let_go') await letGo(context, pair, wanted);
  else {
    await requireGrant(context, channelId);
    await order(context, pair, wanted);
  }
  const told: EventDraft = {
    type: 'block.asked',
    channelId,
    data: { on: wanted, ...(step === 'let_go' && { letGo: true }) },
  };
  const concerned = new Set([conversationId, ...(await conversationsOfPair(context, pair))]);
  const events = [...concerned].map((id) => ({ ...told, conversationId: id }));
  return { value: { step }, events, nudges: ['block'] };
}

async function requireGrant({ tx, workspaceId }: CommandContext, channelId: string) {
  const [channel] = await tx
    .select({ handle: channels.handle, status: channels.status })
    .from(channels)
    .where(and(eq(channels.workspaceId, workspaceId), eq(channels.id, channelId)));
  if (channel?.status === 'connected' || channel?.status === 'paused') return;
  throw new Refusal('conflict', `@${channel?.handle} has to be connected again first.`);
}

/** How it stands, under the lock on its row. */
async function standingOf(
  { tx, workspaceId }: CommandContext,
  pair: Pair,
): Promise<BlockStanding | null> {
  const [block] = await tx
    .select()
    .from(messageBlocks)
    .where(ofPair(messageBlocks, workspaceId, pair))
    .for('update');
  if (!block) return null;
  return {
    wanted: block.wanted,
    isBlocked: block.blockedAt !== null,
    isUnderWay: block.dueAt !== null,
    hasFailed: block.failedAt !== null,
    isInDoubt: block.inDoubt,
  };
}

/** Nothing of it can have reached the network: whoever holds it finds that it is theirs no more. */
async function letGo({ tx, workspaceId, actor }: CommandContext, pair: Pair, wanted: boolean) {
  await tx
    .update(messageBlocks)
    .set({ wanted, askedBy: actor.memberId, askedAt: sql`now()`, ...nothingToDo })
    .where(ofPair(messageBlocks, workspaceId, pair));
}

/** Where a worker is at work on the wish before, this one comes after it: two calls never cross. */
async function order({ tx, workspaceId, actor }: CommandContext, pair: Pair, wanted: boolean) {
  const asked = { wanted, askedBy: actor.memberId };
  const isHeld = sql`${messageBlocks.leaseId} is not null and ${messageBlocks.dueAt} > now()`;
  await tx
    .insert(messageBlocks)
    .values({ workspaceId, ...pair, ...asked })
    .onConflictDoUpdate({
      target: [messageBlocks.workspaceId, messageBlocks.channelId, messageBlocks.identityId],
      set: {
        ...asked,
        askedAt: sql`now()`,
        dueAt: sql`case when ${isHeld} then ${messageBlocks.dueAt} else now() end`,
        tries: 0,
        problem: null,
        failedAt: null,
      },
    });
}

const nothingToDo = { dueAt: null, leaseId: null, tries: 0, problem: null, failedAt: null };
