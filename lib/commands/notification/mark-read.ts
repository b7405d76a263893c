import 'server-only';
import { and, eq, inArray, isNull, sql } from 'drizzle-orm';
import { z } from 'zod';
import { notifications } from '@/db/schema/notifications';
import { command } from '../command';

/**
 * The actor has seen these, or what concerns a conversation, or everything up to an instant: what
 * comes in while they press the button stays unread. Leaves no fact: it is nobody else's business.
 */
export const markNotificationsRead = command({
  permission: 'profile.own',
  input: z.union([
    z.strictObject({ ids: z.array(z.uuid()).min(1).max(200) }),
    z.strictObject({ conversationId: z.uuid() }),
    z.strictObject({ upTo: z.iso.datetime() }),
  ]),
  async run({ tx, workspaceId, actor }, which) {
    const read = await tx
      .update(notifications)
      .set({ readAt: sql`now()` })
      .where(
        and(
          eq(notifications.workspaceId, workspaceId),
          eq(notifications.memberId, actor.memberId),
          isNull(notifications.readAt),
          ...('ids' in which ? [inArray(notifications.id, which.ids)] : []),
          ...('conversationId' in which
            ? [eq(notifications.conversationId, which.conversationId)]
            : []),
          ...('upTo' in which ? [sql`${notifications.at} <= ${which.upTo}::timestamptz`] : []),
        ),
      )
      .returning({ id: notifications.id });
    return { value: { read: read.length }, events: [] };
  },
});
