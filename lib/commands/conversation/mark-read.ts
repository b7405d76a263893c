import 'server-only';
import { and, eq, sql } from 'drizzle-orm';
import { z } from 'zod';
import { conversations } from '@/db/schema/conversations';
import { conversationReads } from '@/db/schema/together';
import { Refusal } from '@/lib/domain/refusal';
import type { CommandContext } from '../command';
import { command } from '../command';
import { hintRead } from '../presence/hint';

/**
 * Remembers up to where this person has read a conversation. Reading only goes on; `unread` sets the
 * mark back to exactly there, null for unread altogether. No event: nobody else sees anything of it.
 */
export const markRead = command({
  permission: 'conversation.read',
  input: z.strictObject({
    conversationId: z.uuid(),
    upTo: z.iso.datetime().nullable(),
    unread: z.boolean().optional(),
  }),
  async run(context, { conversationId, upTo, unread }) {
    const { tx, workspaceId, actor } = context;
    await requireHere(context, conversationId);
    const mark = sql`coalesce(${upTo}::timestamptz, '-infinity')`;
    const back = unread === true || upTo === null;
    const next = back
      ? sql`excluded.read_up_to`
      : sql`greatest(${conversationReads.readUpTo}, excluded.read_up_to)`;
    const moved = await tx
      .insert(conversationReads)
      .values({ workspaceId, conversationId, memberId: actor.memberId, readUpTo: mark })
      .onConflictDoUpdate({
        target: [
          conversationReads.workspaceId,
          conversationReads.memberId,
          conversationReads.conversationId,
        ],
        set: { readUpTo: next },
        setWhere: sql`${conversationReads.readUpTo} <> ${next}`,
      })
      .returning({ conversationId: conversationReads.conversationId });
    if (moved.length > 0) await hintRead(context, conversationId);
    return { value: { conversationId }, events: [] };
  },
});

async function requireHere(
  { tx, workspaceId }: CommandContext,
  conversationId: string,
): Promise<void> {
  const found = await tx
    .select({ id: conversations.id })
    .from(conversations)
    .where(and(eq(conversations.workspaceId, workspaceId), eq(conversations.id, conversationId)));
  if (found.length === 0) throw new Refusal('not_found', 'There is no such conversation here.');
}
