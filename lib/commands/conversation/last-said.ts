import 'server-only';
import { and, desc, eq, ne, sql } from 'drizzle-orm';
import { conversations, messages } from '@/db/schema/conversations';
import { deliveries } from '@/db/schema/deliveries';
import type { Actor } from '@/lib/domain/access/can';
import { previewOf } from '@/lib/domain/conversation/preview';
import { CALLED_BACK } from '@/lib/domain/delivery/called-back';
import type { CommandContext } from '../command';

/**
 * The list shows the newest message: one that moved in time may have become it, or ceased to be, and
 * one that was called back is none.
 */
export async function showLastSaid(
  { tx, workspaceId }: CommandContext<Actor | null>,
  conversationId: string,
): Promise<void> {
  const [last] = await tx
    .select({
      at: messages.at,
      tie: messages.tie,
      kind: messages.kind,
      body: messages.body,
      unreadable: messages.unreadable,
      attachments: messages.attachments,
    })
    .from(messages)
    .leftJoin(
      deliveries,
      and(eq(deliveries.workspaceId, messages.workspaceId), eq(deliveries.messageId, messages.id)),
    )
    .where(
      and(
        eq(messages.workspaceId, workspaceId),
        eq(messages.conversationId, conversationId),
        ne(messages.kind, 'note'),
        sql`${deliveries.detail} is distinct from ${CALLED_BACK}`,
      ),
    )
    .orderBy(desc(messages.at), desc(messages.tie), desc(messages.id))
    .limit(1);
  if (!last) return;
  await tx
    .update(conversations)
    .set({
      lastMessageAt: last.at,
      lastMessageTie: last.tie,
      lastMessageKind: last.kind,
      preview: previewOf(last),
    })
    .where(and(eq(conversations.workspaceId, workspaceId), eq(conversations.id, conversationId)));
}
