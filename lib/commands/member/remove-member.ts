import 'server-only';
import { and, eq, notInArray, sql } from 'drizzle-orm';
import { z } from 'zod';
import { conversations } from '@/db/schema/conversations';
import { teamMembers } from '@/db/schema/teams';
import { members } from '@/db/schema/workspaces';
import { announceRevocation } from '@/lib/auth/revocation';
import type { EventDraft } from '@/lib/domain/conversation/events';
import { Refusal } from '@/lib/domain/refusal';
import type { CommandContext } from '../command';
import { command } from '../command';
import { requireAnswerer } from '../conversation/answerer';
import { lastAdminStays, memberToManage } from './manage';

type Handover = { memberId: string; handTo: string | null };

/**
 * Ends a membership from the next request on. The conversations it still held go back to everyone or to
 * a colleague, as chosen; what was written keeps its author. The only admin cannot be removed.
 */
export const removeMember = command({
  permission: 'member.manage',
  input: z.strictObject({ memberId: z.uuid(), handTo: z.uuid().nullable().default(null) }),
  async run(context, { memberId, handTo }) {
    const { tx, workspaceId } = context;
    const member = await memberToManage(tx, workspaceId, memberId);
    if (member.isLastAdmin) throw lastAdminStays();
    if (handTo === memberId) {
      throw new Refusal('invalid', 'Choose somebody who stays.');
    }
    if (handTo !== null) await requireAnswerer(context, handTo);
    await tx
      .update(members)
      .set({ removedAt: sql`now()` })
      .where(and(eq(members.workspaceId, workspaceId), eq(members.id, memberId)));
    await leaveTeams(context, memberId);
    await coverNobody(context, memberId);
    const handed = await handOver(context, { memberId, handTo });
    await announceRevocation(tx, member.userId);
    return {
      value: { handed: handed.length },
      events: [
        { type: 'member.removed' as const, memberId },
        ...handed.map((conversationId) => factOf(conversationId, { memberId, handTo })),
      ],
    };
  },
});

async function leaveTeams({ tx, workspaceId }: CommandContext, memberId: string): Promise<void> {
  await tx
    .delete(teamMembers)
    .where(and(eq(teamMembers.workspaceId, workspaceId), eq(teamMembers.memberId, memberId)));
}

async function coverNobody({ tx, workspaceId }: CommandContext, memberId: string): Promise<void> {
  await tx
    .update(members)
    .set({ coverId: null })
    .where(and(eq(members.workspaceId, workspaceId), eq(members.coverId, memberId)));
}

async function handOver(
  { tx, workspaceId }: CommandContext,
  { memberId, handTo }: Handover,
): Promise<string[]> {
  const handed = await tx
    .update(conversations)
    .set({ ownerId: handTo, version: sql`${conversations.version} + 1` })
    .where(
      and(
        eq(conversations.workspaceId, workspaceId),
        eq(conversations.ownerId, memberId),
        notInArray(conversations.status, ['resolved', 'spam']),
      ),
    )
    .returning({ id: conversations.id });
  return handed.map(({ id }) => id);
}

function factOf(conversationId: string, { memberId, handTo }: Handover): EventDraft {
  return handTo === null
    ? { type: 'conversation.unassigned', conversationId, memberId }
    : {
        type: 'conversation.assigned',
        conversationId,
        memberId: handTo,
        data: { from: memberId },
      };
}
