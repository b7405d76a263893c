import 'server-only';
import { and, eq, sql } from 'drizzle-orm';
import { messageBlocks } from '@/db/schema/blocks';
import { relationFacts } from '@/db/schema/relations';
import type { EventDraft } from '@/lib/domain/conversation/events';
import type { BlockProblem } from '@/lib/domain/permissions/message-block';
import type { CommandContext } from '../command';
import { asSystem } from '../command';
import { askAbout } from '../relation/checks';
import { conversationsOfPair } from '../relation/conversations-of-pair';
import { learn } from '../relation/learn';
import { ofPair } from '../relation/of-pair';
import type { HeldBlock, Hitch } from './orders';
import { isHeld } from './orders';

/** The network did it: from here on the rules know. What is wanted by now, if it is something else, comes next. */
export function settleBlock(held: HeldBlock): Promise<void> {
  return asSystem(held.workspaceId, async (context) => {
    const { rowCount } = await context.tx
      .update(messageBlocks)
      .set({
        leaseId: null,
        inDoubt: false,
        tries: 0,
        problem: null,
        failedAt: null,
        dueAt: sql`case when ${messageBlocks.wanted} <> ${held.wanted} then now() end`,
        blockedAt: held.wanted ? sql`coalesce(${messageBlocks.blockedAt}, now())` : null,
        blockedBy: held.wanted ? sql`coalesce(${messageBlocks.blockedBy}, ${held.askedBy})` : null,
      })
      .where(isHeld(held));
    if (rowCount !== 1) return { value: undefined, events: [] };
    const learned = [{ name: 'messagesBlockedByUs', value: held.wanted, source: 'book' }] as const;
    const changes = await learn(context, held, { learned });
    const asks = !held.wanted && (await isBlockedBeside(context, held));
    if (asks) await askAbout(context, held);
    return {
      value: undefined,
      events: [...changes, ...(await told(context, held, {}))],
      nudges: ['block', 'delivery', ...(asks ? (['relation'] as const) : [])],
    };
  });
}

/** It will not come about by itself; that stays to be read until somebody wants something. */
export function failBlock(held: HeldBlock, { problem, neverArrived }: Hitch): Promise<void> {
  return asSystem(held.workspaceId, async (context) => {
    const isWanted = sql`${messageBlocks.wanted} = ${held.wanted}`;
    const { rowCount } = await context.tx
      .update(messageBlocks)
      .set({
        leaseId: null,
        dueAt: sql`case when not (${isWanted}) then now() end`,
        problem: sql`case when ${isWanted} then ${problem} end`,
        failedAt: sql`case when ${isWanted} then now() end`,
        ...(neverArrived && { inDoubt: held.inDoubt }),
      })
      .where(isHeld(held));
    if (rowCount !== 1) return { value: undefined, events: [] };
    return { value: undefined, events: await told(context, held, { problem }), nudges: ['block'] };
  });
}

async function told(
  context: CommandContext<null>,
  { channelId, identityId, wanted, askedBy }: HeldBlock,
  why: { problem?: BlockProblem },
): Promise<EventDraft[]> {
  const found = await conversationsOfPair(context, { channelId, identityId });
  return found.map((conversationId) => ({
    type: 'block.settled',
    conversationId,
    channelId,
    memberId: askedBy,
    data: { on: wanted, ...why },
  }));
}

/** Somebody at the brand blocked them altogether, or the network once said so: only asking tells whether that holds. */
async function isBlockedBeside(
  { tx, workspaceId }: CommandContext<null>,
  held: HeldBlock,
): Promise<boolean> {
  const [known] = await tx
    .select({ value: relationFacts.value })
    .from(relationFacts)
    .where(and(ofPair(relationFacts, workspaceId, held), eq(relationFacts.name, 'blockedByUs')));
  return known?.value === true;
}
