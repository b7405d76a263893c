import { sql } from 'drizzle-orm';
import {
  boolean,
  foreignKey,
  index,
  integer,
  pgTable,
  primaryKey,
  text,
  uuid,
} from 'drizzle-orm/pg-core';
import type { DeliveryReason, SendOutcome } from '@/lib/domain/delivery/reasons';
import { deliveryStates } from '@/lib/domain/delivery/states';
import type { SendPurpose } from '@/lib/domain/permissions/purpose';
import { instant, ownedByWorkspace } from './columns';
import { conversations, messages } from './conversations';

/** The fate of one outbound message: the row is the state machine. */
export const deliveries = pgTable(
  'deliveries',
  {
    ...ownedByWorkspace(),
    messageId: uuid('message_id').notNull(),
    conversationId: uuid('conversation_id').notNull(),
    channelId: uuid('channel_id').notNull(),
    state: text({ enum: deliveryStates }).notNull().default('queued'),
    reason: text().$type<DeliveryReason>(),
    /** What the network said, shortened; shown to the agent, never logged. */
    detail: text(),
    attemptNo: integer('attempt_no').notNull().default(0),
    /** The fence: only the attempt named here may move the row on. */
    attemptId: uuid('attempt_id'),
    /** Not sent before this; for a wait on the budget, the time at which it will go out. */
    notBefore: instant('not_before').notNull().defaultNow(),
    /** When a sweep must look at the row again; null when nothing is due. */
    dueAt: instant('due_at').defaultNow(),
    leaseUntil: instant('lease_until'),
    /** Complete look-up walks that showed no such message, and when the last one ended. */
    absences: integer().notNull().default(0),
    absentAt: instant('absent_at'),
    /** The agent chose not to wait for an unanswered predecessor. */
    released: boolean().notNull().default(false),
    /** Why it is written, as the rules were asked when it was. */
    purpose: text().$type<SendPurpose>().notNull().default('reply'),
    createdAt: instant('created_at').notNull().defaultNow(),
    updatedAt: instant('updated_at').notNull().defaultNow(),
  },
  (table) => [
    primaryKey({ name: 'deliveries_pk', columns: [table.workspaceId, table.messageId] }),
    index('deliveries_due').on(table.dueAt).where(sql`due_at is not null`),
    index('deliveries_of_conversation').on(
      table.workspaceId,
      table.conversationId,
      table.createdAt,
    ),
    index('deliveries_open_of_channel')
      .on(table.workspaceId, table.channelId, table.state)
      .where(sql`state in ('queued','sending','unknown')`),
    // How many strangers a channel has written to lately.
    index('deliveries_to_strangers')
      .on(table.workspaceId, table.channelId, table.createdAt)
      .where(sql`purpose = 'outreach'`),
    index('deliveries_in_trouble')
      .on(table.workspaceId, table.conversationId)
      .where(sql`state in ('failed','needs_review')`),
    foreignKey({
      name: 'deliveries_message_fk',
      columns: [table.workspaceId, table.messageId],
      foreignColumns: [messages.workspaceId, messages.id],
    }),
    foreignKey({
      name: 'deliveries_conversation_fk',
      columns: [table.workspaceId, table.conversationId],
      foreignColumns: [conversations.workspaceId, conversations.id],
    }),
  ],
);

/** One try to hand a message to the network, committed before the call is made. */
export const attempts = pgTable(
  'attempts',
  {
    ...ownedByWorkspace(),
    id: uuid().notNull(),
    messageId: uuid('message_id').notNull(),
    no: integer().notNull(),
    startedAt: instant('started_at').notNull().defaultNow(),
    endedAt: instant('ended_at'),
    outcome: text().$type<SendOutcome['kind'] | 'lease_expired'>(),
    reason: text().$type<DeliveryReason>(),
    externalId: text('external_id'),
  },
  (table) => [
    primaryKey({ name: 'attempts_pk', columns: [table.workspaceId, table.id] }),
    index('attempts_of_message').on(table.workspaceId, table.messageId, table.no),
    foreignKey({
      name: 'attempts_delivery_fk',
      columns: [table.workspaceId, table.messageId],
      foreignColumns: [deliveries.workspaceId, deliveries.messageId],
    }),
  ],
);
