import 'server-only';
import { and, eq } from 'drizzle-orm';
import { z } from 'zod';
import { conversations } from '@/db/schema/conversations';
import { members } from '@/db/schema/workspaces';
import { can } from '@/lib/domain/access/can';
import type { EventDraft } from '@/lib/domain/conversation/events';
import { Refusal } from '@/lib/domain/refusal';
import type { CommandContext } from '../command';
import { command } from '../command';
import { conversationFor } from './conversation-for';
import { heldBy } from './stale';

/** Gives a conversation to a member, or to nobody; also takes it over from the owner whom the lead saw. */
export const assignConversation = command({
  permission: 'conversation.assign',
  input: z.strictObject({
    conversationId: z.uuid(),
    memberId: z.uuid().nullable(),
    expectedOwnerId: z.uuid().nullable(),
  }),
  async run(context, { conversationId, memberId, expectedOwnerId }) {
    const conversation = await conversationFor(context, conversationId);
    if (memberId !== null) await requireAnswerer(context, memberId);
    if (conversation.ownerId !== expectedOwnerId) throw await heldBy(context, conversation);
    if (conversation.ownerId === memberId) {
      const { version } = conversation;
      return { value: { conversationId, ownerId: memberId, version }, events: [] };
    }
    const version = conversation.version + 1;
    await context.tx
      .update(conversations)
      .set({ ownerId: memberId, version })
      .where(
        and(
          eq(conversations.workspaceId, context.workspaceId),
          eq(conversations.id, conversationId),
        ),
      );
    return {
      value: { conversationId, ownerId: memberId, version },
      events: [handover(conversationId, memberId, conversation.ownerId)],
    };
  },
});

/** The member is locked too: nobody is removed while work is being given to them. */
async function requireAnswerer(
  { tx, workspaceId }: CommandContext,
  memberId: string,
): Promise<void> {
  const [member] = await tx
    .select({ name: members.name, roles: members.roles, removedAt: members.removedAt })
    .from(members)
    .where(and(eq(members.workspaceId, workspaceId), eq(members.id, memberId)))
    .for('share');
  if (!member || member.removedAt !== null) {
    throw new Refusal('not_found', 'There is no such member here.');
  }
  if (!can(member, 'conversation.reply')) {
    throw new Refusal('invalid', `${member.name} cannot answer conversations.`);
  }
}

function handover(conversationId: string, to: string | null, from: string | null): EventDraft {
  if (to !== null) {
    return { type: 'conversation.assigned', conversationId, memberId: to, data: { from } };
  }
  return {
    type: 'conversation.unassigned',
    conversationId,
    ...(from === null ? {} : { memberId: from }),
  };
}
