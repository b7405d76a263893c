import 'server-only';
import { and, desc, eq, inArray, sql } from 'drizzle-orm';
import { events, members } from '@/db/schema/workspaces';
import { ago } from '@/lib/domain/conversation/ago';
import { isoInstant } from '@/lib/domain/conversation/instant';
import type { TriageChange } from '@/lib/domain/conversation/triage';
import { Refusal } from '@/lib/domain/refusal';
import type { CommandContext } from '../command';
import type { Conversation } from './conversation-for';

/** The refusal that names who has a conversation, and since when. */
export async function heldBy(
  { tx, workspaceId, actor }: CommandContext,
  conversation: Conversation,
): Promise<Refusal> {
  const { ownerId } = conversation;
  if (ownerId === null) {
    return new Refusal('conflict', 'Nobody has this conversation now.', standingOf(conversation));
  }
  const [owner] = await tx
    .select({ name: members.name })
    .from(members)
    .where(and(eq(members.workspaceId, workspaceId), eq(members.id, ownerId)));
  const [since] = await tx
    .select({
      at: events.at,
      seconds: sql<number>`extract(epoch from clock_timestamp() - ${events.at})::float8`,
    })
    .from(events)
    .where(
      and(
        eq(events.workspaceId, workspaceId),
        eq(events.conversationId, conversation.id),
        eq(events.memberId, ownerId),
        inArray(events.type, ['conversation.claimed', 'conversation.assigned']),
      ),
    )
    .orderBy(desc(events.seq))
    .limit(1);
  const ownerName = owner?.name ?? 'Someone else';
  const when = since ? ` ${ago(since.seconds)}` : '';
  return new Refusal(
    'conflict',
    ownerId === actor.memberId
      ? 'This conversation is already yours.'
      : `${ownerName} got this conversation${when}.`,
    { ...standingOf(conversation), ownerName, since: since ? isoInstant(since.at) : null },
  );
}

/** Why a decision came too late: who was given it, or that somebody changed it. */
export async function whyStale(
  context: CommandContext,
  conversation: Conversation,
  wanted: TriageChange['kind'],
): Promise<Pick<Refusal, 'code' | 'message'>> {
  if (wanted === 'assign' && conversation.ownerId !== null) {
    return await heldBy(context, conversation);
  }
  return {
    code: 'conflict',
    message: 'Someone changed this conversation meanwhile. Look at it again, then decide.',
  };
}

/** Where a conversation stands, for a screen that must catch up. */
export function standingOf({ version, status, ownerId }: Conversation) {
  return { version, status, ownerId };
}
