import 'server-only';
import { and, eq, inArray } from 'drizzle-orm';
import { z } from 'zod';
import { messages } from '@/db/schema/conversations';
import { noteMentions } from '@/db/schema/together';
import { members } from '@/db/schema/workspaces';
import { can } from '@/lib/domain/access/can';
import { Refusal } from '@/lib/domain/refusal';
import type { CommandContext } from '../command';

export const mentionIdsInput = z
  .array(z.uuid())
  .max(50, 'A note can name 50 people.')
  .default([])
  .transform((ids) => [...new Set(ids)]);

/** Refuses, by name, to call somebody who could not come. */
export async function requireReaders(
  { tx, workspaceId }: CommandContext,
  memberIds: readonly string[],
): Promise<void> {
  if (memberIds.length === 0) return;
  const found = await tx
    .select({ name: members.name, roles: members.roles, removedAt: members.removedAt })
    .from(members)
    .where(and(eq(members.workspaceId, workspaceId), inArray(members.id, [...memberIds])))
    // Nobody is removed while they are being called.
    .for('share');
  if (found.length < memberIds.length) {
    throw new Refusal('not_found', 'There is no such member here.');
  }
  for (const { name, roles, removedAt } of found) {
    if (removedAt !== null) {
      throw new Refusal('invalid', `${name} is no longer a member, so they cannot be mentioned.`);
    }
    if (!can({ roles }, 'conversation.read')) {
      throw new Refusal(
        'invalid',
        `${name} cannot read conversations, so they cannot be mentioned.`,
      );
    }
  }
}

/** Stands on the note and in each member's own list of what names them. */
export async function recordMentions(
  { tx, workspaceId }: CommandContext,
  note: { conversationId: string; messageId: string },
  memberIds: readonly string[],
): Promise<void> {
  if (memberIds.length === 0) return;
  await tx
    .update(messages)
    .set({ mentionIds: [...memberIds] })
    .where(and(eq(messages.workspaceId, workspaceId), eq(messages.id, note.messageId)));
  await tx
    .insert(noteMentions)
    .values(memberIds.map((memberId) => ({ workspaceId, memberId, ...note })));
}
