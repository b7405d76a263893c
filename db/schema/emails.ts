import { sql } from 'drizzle-orm';
import { foreignKey, index, integer, pgTable, primaryKey, text, uuid } from 'drizzle-orm/pg-core';
import type { MailProblem } from '@/lib/domain/notifications/mail-problems';
import { instant, ownedByWorkspace } from './columns';
import { members } from './workspaces';

/**
 * What a member chose to hear of by e-mail too: a row each time that it happened, so that none is sent
 * twice. What is due to the same person goes in one letter, and stays in that one.
 */
export const emails = pgTable(
  'emails',
  {
    ...ownedByWorkspace(),
    notificationId: uuid('notification_id').notNull(),
    /** How often it had happened by then; with the notification it names this one time. */
    times: integer().notNull(),
    memberId: uuid('member_id').notNull(),
    createdAt: instant('created_at').notNull().defaultNow(),
    /** Null when all is done. While a worker has it in hand, when that is taken to be dead. */
    dueAt: instant('due_at'),
    /** Given before the first attempt and never changed: a repeat is recognised by it. */
    letterId: uuid('letter_id'),
    leaseId: uuid('lease_id'),
    tries: integer().notNull().default(0),
    problem: text().$type<MailProblem>(),
    sentAt: instant('sent_at'),
    /** It was read before, or is not wanted any more. */
    droppedAt: instant('dropped_at'),
    failedAt: instant('failed_at'),
  },
  (table) => [
    primaryKey({
      name: 'emails_pk',
      columns: [table.workspaceId, table.notificationId, table.times],
    }),
    index('emails_due').on(table.dueAt).where(sql`due_at is not null`),
    index('emails_of_member').on(table.workspaceId, table.memberId).where(sql`due_at is not null`),
    index('emails_failed').on(table.workspaceId, table.failedAt).where(sql`failed_at is not null`),
    foreignKey({
      name: 'emails_member_fk',
      columns: [table.workspaceId, table.memberId],
      foreignColumns: [members.workspaceId, members.id],
    }),
  ],
);
