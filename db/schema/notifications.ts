import { sql } from 'drizzle-orm';
import { foreignKey, index, integer, pgTable, primaryKey, text, uuid } from 'drizzle-orm/pg-core';
import type { NotificationKind } from '@/lib/domain/notifications/kinds';
import type { Metric } from '@/lib/domain/sla/policy';
import { instant, ownedByWorkspace } from './columns';
import { members } from './workspaces';

/** Something that a member should hear of. */
export const notifications = pgTable(
  'notifications',
  {
    ...ownedByWorkspace(),
    id: uuid().notNull(),
    memberId: uuid('member_id').notNull(),
    kind: text().$type<NotificationKind>().notNull(),
    conversationId: uuid('conversation_id'),
    messageId: uuid('message_id'),
    channelId: uuid('channel_id'),
    actorMemberId: uuid('actor_member_id'),
    /** How often it happened since it was last read: several messages are one line. */
    times: integer().notNull().default(1),
    at: instant().notNull().defaultNow(),
    readAt: instant('read_at'),
    /** The promise that it is about, and when that is due or was. */
    metric: text().$type<Metric>(),
    dueAt: instant('due_at'),
  },
  (table) => [
    primaryKey({ name: 'notifications_pk', columns: [table.workspaceId, table.id] }),
    index('notifications_of_member').on(
      table.workspaceId,
      table.memberId,
      table.at.desc().nullsFirst(),
    ),
    index('notifications_unread')
      .on(table.workspaceId, table.memberId, table.conversationId, table.kind)
      .where(sql`read_at is null`),
    foreignKey({
      name: 'notifications_member_fk',
      columns: [table.workspaceId, table.memberId],
      foreignColumns: [members.workspaceId, members.id],
    }),
  ],
);
