import { sql } from 'drizzle-orm';
import { bigint, foreignKey, index, pgTable, primaryKey, text, uuid } from 'drizzle-orm/pg-core';
import { instant, ownedByWorkspace } from './columns';
import { conversations, messages } from './conversations';
import { members } from './workspaces';

/** Up to which instant, by the network's time, a member has read a conversation. */
export const conversationReads = pgTable(
  'conversation_reads',
  {
    ...ownedByWorkspace(),
    memberId: uuid('member_id').notNull(),
    conversationId: uuid('conversation_id').notNull(),
    /** `-infinity` when it was marked unread altogether. */
    readUpTo: instant('read_up_to').notNull(),
  },
  (table) => [
    primaryKey({
      name: 'conversation_reads_pk',
      columns: [table.workspaceId, table.memberId, table.conversationId],
    }),
    foreignKey({
      name: 'conversation_reads_conversation_fk',
      columns: [table.workspaceId, table.conversationId],
      foreignColumns: [conversations.workspaceId, conversations.id],
    }),
  ],
);

/** A member named in a note. */
export const noteMentions = pgTable(
  'note_mentions',
  {
    ...ownedByWorkspace(),
    memberId: uuid('member_id').notNull(),
    conversationId: uuid('conversation_id').notNull(),
    messageId: uuid('message_id').notNull(),
  },
  (table) => [
    primaryKey({
      name: 'note_mentions_pk',
      columns: [table.workspaceId, table.memberId, table.conversationId, table.messageId],
    }),
    foreignKey({
      name: 'note_mentions_message_fk',
      columns: [table.workspaceId, table.messageId],
      foreignColumns: [messages.workspaceId, messages.id],
    }),
    foreignKey({
      name: 'note_mentions_member_fk',
      columns: [table.workspaceId, table.memberId],
      foreignColumns: [members.workspaceId, members.id],
    }),
  ],
);

/** What a member has begun to write and not sent. */
export const drafts = pgTable(
  'drafts',
  {
    ...ownedByWorkspace(),
    conversationId: uuid('conversation_id').notNull(),
    memberId: uuid('member_id').notNull(),
    mode: text({ enum: ['reply', 'note'] }).notNull(),
    body: text().notNull(),
    fileIds: uuid('file_ids').array().notNull().default(sql`'{}'::uuid[]`),
    mentionIds: uuid('mention_ids').array().notNull().default(sql`'{}'::uuid[]`),
    /** Grows with each save; an older save never overwrites a newer one. */
    revision: bigint({ mode: 'number' }).notNull(),
    updatedAt: instant('updated_at').notNull().defaultNow(),
  },
  (table) => [
    primaryKey({
      name: 'drafts_pk',
      columns: [table.workspaceId, table.conversationId, table.memberId, table.mode],
    }),
    index('drafts_of_member').on(table.workspaceId, table.memberId),
    foreignKey({
      name: 'drafts_conversation_fk',
      columns: [table.workspaceId, table.conversationId],
      foreignColumns: [conversations.workspaceId, conversations.id],
    }),
    foreignKey({
      name: 'drafts_member_fk',
      columns: [table.workspaceId, table.memberId],
      foreignColumns: [members.workspaceId, members.id],
    }),
  ],
);

/** Who looks at what right now. A tab keeps its row alive; the table is unlogged and may be lost. */
export const presence = pgTable(
  'presence',
  {
    ...ownedByWorkspace(),
    tab: uuid().notNull(),
    memberId: uuid('member_id').notNull(),
    conversationId: uuid('conversation_id').notNull(),
    doing: text({ enum: ['viewing', 'writing'] }).notNull(),
    until: instant().notNull(),
  },
  (table) => [primaryKey({ name: 'presence_pk', columns: [table.workspaceId, table.tab] })],
);
