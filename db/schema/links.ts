import { sql } from 'drizzle-orm';
import {
  foreignKey,
  index,
  integer,
  pgTable,
  primaryKey,
  text,
  unique,
  uniqueIndex,
  uuid,
} from 'drizzle-orm/pg-core';
import { channels } from './channels';
import { instant, ownedByWorkspace } from './columns';
import { conversations } from './conversations';
import { members } from './workspaces';

/** A "message us" link for the brand's own site. Its reference is its public address, so it is the only one anywhere. */
export const messageLinks = pgTable(
  'message_links',
  {
    ...ownedByWorkspace(),
    id: uuid().notNull(),
    channelId: uuid('channel_id').notNull(),
    name: text().notNull(),
    reference: text().notNull(),
    /** What stands in the customer's message before they write; the reference follows it. */
    firstWords: text('first_words').notNull(),
    createdBy: uuid('created_by').notNull(),
    createdAt: instant('created_at').notNull().defaultNow(),
    /** Archived links lead where they led, but carry no reference and count nothing. */
    archivedAt: instant('archived_at'),
    /** How often it was followed. By whom is not kept. */
    clicks: integer().notNull().default(0),
  },
  (table) => [
    primaryKey({ name: 'message_links_pk', columns: [table.workspaceId, table.id] }),
    unique('message_links_reference').on(table.reference),
    uniqueIndex('message_links_name')
      .on(table.workspaceId, sql`lower(name)`)
      .where(sql`archived_at is null`),
    foreignKey({
      name: 'message_links_channel_fk',
      columns: [table.workspaceId, table.channelId],
      foreignColumns: [channels.workspaceId, channels.id],
    }),
    foreignKey({
      name: 'message_links_member_fk',
      columns: [table.workspaceId, table.createdBy],
      foreignColumns: [members.workspaceId, members.id],
    }),
  ],
);

/** Which link led to a visit of a customer: of each visit the first that their messages name. */
export const conversationOrigins = pgTable(
  'conversation_origins',
  {
    ...ownedByWorkspace(),
    conversationId: uuid('conversation_id').notNull(),
    episode: integer().notNull(),
    linkId: uuid('link_id').notNull(),
    messageId: uuid('message_id').notNull(),
    at: instant().notNull(),
  },
  (table) => [
    primaryKey({
      name: 'conversation_origins_pk',
      columns: [table.workspaceId, table.conversationId, table.episode],
    }),
    index('conversation_origins_of_link').on(table.workspaceId, table.linkId),
    foreignKey({
      name: 'conversation_origins_conversation_fk',
      columns: [table.workspaceId, table.conversationId],
      foreignColumns: [conversations.workspaceId, conversations.id],
    }),
    foreignKey({
      name: 'conversation_origins_link_fk',
      columns: [table.workspaceId, table.linkId],
      foreignColumns: [messageLinks.workspaceId, messageLinks.id],
    }),
  ],
);
