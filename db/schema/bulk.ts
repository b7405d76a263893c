import { sql } from 'drizzle-orm';
import {
  bigint,
  foreignKey,
  index,
  integer,
  jsonb,
  pgTable,
  primaryKey,
  text,
  uuid,
} from 'drizzle-orm/pg-core';
import type { BulkItemState, BulkState } from '@/lib/domain/conversation/bulk';
import type { TriageChange, Triaged } from '@/lib/domain/conversation/triage';
import { instant, ownedByWorkspace } from './columns';
import { conversations } from './conversations';
import { members } from './workspaces';

/** One decision of a member about everything that a view held, worked off in parts. */
export const bulkActions = pgTable(
  'bulk_actions',
  {
    ...ownedByWorkspace(),
    id: uuid().notNull(),
    memberId: uuid('member_id').notNull(),
    /** The address of the view, and what was asked of it. */
    view: text().notNull(),
    query: text().notNull(),
    change: jsonb().$type<TriageChange>().notNull(),
    state: text().$type<BulkState>().notNull().default('running'),
    /** Up to where it was seen when it was decided: what customers wrote later is not put out of sight. */
    seenSeq: bigint('seen_seq', { mode: 'number' }).notNull(),
    total: integer().notNull(),
    /** Why it was stopped, in words. */
    stoppedBecause: text('stopped_because'),
    createdAt: instant('created_at').notNull().defaultNow(),
    endedAt: instant('ended_at'),
  },
  (table) => [
    primaryKey({ name: 'bulk_actions_pk', columns: [table.workspaceId, table.id] }),
    index('bulk_actions_under_way')
      .on(table.workspaceId, table.id)
      .where(sql`state in ('running', 'undoing')`),
    index('bulk_actions_of_member').on(table.workspaceId, table.memberId, table.createdAt),
    foreignKey({
      name: 'bulk_actions_member_fk',
      columns: [table.workspaceId, table.memberId],
      foreignColumns: [members.workspaceId, members.id],
    }),
  ],
);

/** What it is about, as it was found when it began, and what became of each. */
export const bulkItems = pgTable(
  'bulk_items',
  {
    ...ownedByWorkspace(),
    bulkId: uuid('bulk_id').notNull(),
    conversationId: uuid('conversation_id').notNull(),
    state: text().$type<BulkItemState>().notNull().default('waiting'),
    /** As it was found; once changed, as it was left. */
    version: integer().notNull(),
    /** What an undo brings back. */
    before: jsonb().$type<Partial<Triaged>>(),
    /** Why it stayed as it was, in words. */
    why: text(),
  },
  (table) => [
    primaryKey({
      name: 'bulk_items_pk',
      columns: [table.workspaceId, table.bulkId, table.conversationId],
    }),
    index('bulk_items_by_state').on(
      table.workspaceId,
      table.bulkId,
      table.state,
      table.conversationId,
    ),
    foreignKey({
      name: 'bulk_items_bulk_fk',
      columns: [table.workspaceId, table.bulkId],
      foreignColumns: [bulkActions.workspaceId, bulkActions.id],
    }).onDelete('cascade'),
    foreignKey({
      name: 'bulk_items_conversation_fk',
      columns: [table.workspaceId, table.conversationId],
      foreignColumns: [conversations.workspaceId, conversations.id],
    }),
  ],
);
