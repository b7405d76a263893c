import 'server-only';
import { and, eq, notInArray, sql } from 'drizzle-orm';
import { z } from 'zod';
import type { Tx } from '@/db/client';
import { conversations } from '@/db/schema/conversations';
import { members } from '@/db/schema/workspaces';
import { announceRevocation } from '@/lib/auth/revocation';
import { command } from '../command';
import { lastAdminStays, memberToManage } from './manage';

/**
 * Ends a membership from the next request on, and gives the conversations it still held back to
 * everyone. What was written keeps its author. The only admin cannot be removed.
 */
export const removeMember = command({
  permission: 'member.manage',
  input: z.strictObject({ memberId: z.uuid() }),
  async run({ tx, workspaceId }, { memberId }) {
    const member = await memberToManage(tx, workspaceId, memberId);
    if (member.isLastAdmin) throw lastAdminStays();
    await tx
      .update(members)
      .set({ removedAt: sql`now()` })
      .where(and(eq(members.workspaceId, workspaceId), eq(members.id, memberId)));
    const released = await releaseConversations(tx, workspaceId, memberId);
    await announceRevocation(tx, member.userId);
    return {
      value: null,
      events: [
        { type: 'member.removed' as const, memberId },
        ...released.map((conversationId) => ({
          type: 'conversation.unassigned' as const,
          conversationId,
          memberId,
        })),
      ],
    };
  },
});

async function releaseConversations(
  tx: Tx,
  workspaceId: string,
  memberId: string,
): Promise<string[]> {
  const released = await tx
    .update(conversations)
    .set({ ownerId: null, version: sql`${conversations.version} + 1` })
    .where(
      and(
        eq(conversations.workspaceId, workspaceId),
        eq(conversations.ownerId, memberId),
        notInArray(conversations.status, ['resolved', 'spam']),
      ),
    )
    .returning({ id: conversations.id });
  return released.map(({ id }) => id);
}
