import { sql } from 'drizzle-orm';
import {
  check,
  foreignKey,
  index,
  integer,
  pgTable,
  primaryKey,
  text,
  unique,
  uuid,
} from 'drizzle-orm/pg-core';
import { bytes, instant, ownedByWorkspace } from './columns';
import { conversations, messages } from './conversations';
import { approvedReplies } from './replies';

/** A file of a conversation or of an approved reply, kept here and served by us alone. */
export const files = pgTable(
  'files',
  {
    ...ownedByWorkspace(),
    id: uuid().notNull(),
    /** Null for what belongs to an approved reply. */
    conversationId: uuid('conversation_id'),
    /** The approved reply whose versions it goes along with; whatever is sent of it is a copy. */
    replyId: uuid('reply_id'),
    /** Null until it is sent; what is never sent is swept. */
    messageId: uuid('message_id'),
    /** Null when the network brought it. */
    uploadedBy: uuid('uploaded_by'),
    kind: text({ enum: ['image', 'gif', 'video', 'document'] }).notNull(),
    mimeType: text('mime_type').notNull(),
    name: text().notNull(),
    /** Bytes. */
    size: integer().notNull(),
    width: integer(),
    height: integer(),
    /** SHA-256, hex. */
    sha256: text().notNull(),
    /** The network's own id of it, once it was handed over, and until when it may be sent. */
    networkMediaId: text('network_media_id'),
    networkMediaState: text('network_media_state', { enum: ['processing', 'ready'] }),
    networkMediaUntil: instant('network_media_until'),
    /** How often handing it over has not worked. */
    handOverTries: integer('hand_over_tries').notNull().default(0),
    createdAt: instant('created_at').notNull().defaultNow(),
  },
  (table) => [
    primaryKey({ name: 'files_pk', columns: [table.workspaceId, table.id] }),
    check('files_of_one', sql`conversation_id is null or reply_id is null`),
    index('files_unsent').on(table.createdAt).where(sql`message_id is null and reply_id is null`),
    index('files_of_reply').on(table.workspaceId, table.replyId).where(sql`reply_id is not null`),
    index('files_of_message').on(table.workspaceId, table.messageId),
    index('files_unsent_of').on(table.workspaceId, table.uploadedBy).where(sql`message_id is null`),
    foreignKey({
      name: 'files_conversation_fk',
      columns: [table.workspaceId, table.conversationId],
      foreignColumns: [conversations.workspaceId, conversations.id],
    }),
    foreignKey({
      name: 'files_reply_fk',
      columns: [table.workspaceId, table.replyId],
      foreignColumns: [approvedReplies.workspaceId, approvedReplies.id],
    }),
    foreignKey({
      name: 'files_message_fk',
      columns: [table.workspaceId, table.messageId],
      foreignColumns: [messages.workspaceId, messages.id],
      // Only an echo that turned out to be ours goes, and what was fetched for it goes along.
    }).onDelete('cascade'),
  ],
);

/** The contents of a file in pieces of at most 1 MiB, in order. */
export const fileChunks = pgTable(
  'file_chunks',
  {
    ...ownedByWorkspace(),
    fileId: uuid('file_id').notNull(),
    no: integer().notNull(),
    bytes: bytes().notNull(),
  },
  (table) => [
    primaryKey({ name: 'file_chunks_pk', columns: [table.workspaceId, table.fileId, table.no] }),
    foreignKey({
      name: 'file_chunks_file_fk',
      columns: [table.workspaceId, table.fileId],
      foreignColumns: [files.workspaceId, files.id],
    }).onDelete('cascade'),
  ],
);

/** A file that a customer sent and the worker has yet to fetch from the network. */
export const mediaFetches = pgTable(
  'media_fetches',
  {
    ...ownedByWorkspace(),
    id: uuid().notNull(),
    messageId: uuid('message_id').notNull(),
    channelId: uuid('channel_id').notNull(),
    /** The attachment's own id on the network. */
    externalId: text('external_id').notNull(),
    url: text().notNull(),
    state: text({ enum: ['pending', 'done', 'failed'] })
      .notNull()
      .default('pending'),
    problem: text(),
    tries: integer().notNull().default(0),
    /** Null when nothing is due. */
    dueAt: instant('due_at').defaultNow(),
    leaseUntil: instant('lease_until'),
    leaseId: uuid('lease_id'),
  },
  (table) => [
    primaryKey({ name: 'media_fetches_pk', columns: [table.workspaceId, table.id] }),
    unique('media_fetches_attachment').on(table.workspaceId, table.messageId, table.externalId),
    index('media_fetches_due').on(table.dueAt).where(sql`due_at is not null`),
    foreignKey({
      name: 'media_fetches_message_fk',
      columns: [table.workspaceId, table.messageId],
      foreignColumns: [messages.workspaceId, messages.id],
    }).onDelete('cascade'),
  ],
);
