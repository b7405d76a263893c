import { sql } from 'drizzle-orm';
import {
  boolean,
  check,
  foreignKey,
  index,
  integer,
  jsonb,
  pgTable,
  primaryKey,
  text,
  unique,
  uuid,
} from 'drizzle-orm/pg-core';
import type { Segment } from '@/lib/domain/replies/template';
import { instant, ownedByWorkspace } from './columns';
import { conversations, messages } from './conversations';
import { replyVersions } from './replies';
import { members } from './workspaces';

/** One use of a version: put into a reply that is being written, then sent, or taken out of it again. */
export const replyUses = pgTable(
  'reply_uses',
  {
    ...ownedByWorkspace(),
    /** Made by the writer's browser, so that telling of it twice is telling once. */
    id: uuid().notNull(),
    versionId: uuid('version_id').notNull(),
    conversationId: uuid('conversation_id').notNull(),
    /** In whose reply it stands. */
    memberId: uuid('member_id').notNull(),
    /** `asked`: the reply waits for somebody's approval. */
    state: text({ enum: ['inserted', 'asked', 'sent', 'removed'] })
      .notNull()
      .default('inserted'),
    /** Its words as they were put there. */
    segments: jsonb().$type<Segment[]>().notNull(),
    /** Its pictures and films, as copies of this conversation. */
    fileIds: uuid('file_ids').array().notNull().default(sql`'{}'::uuid[]`),
    insertedAt: instant('inserted_at').notNull().defaultNow(),
    /** When it left the draft: it was sent, or taken out. */
    leftAt: instant('left_at'),
    /** The approval that its reply waits for. */
    approvalId: uuid('approval_id'),
    messageId: uuid('message_id'),
    sentAt: instant('sent_at'),
    /** The share of its words that was not there any more as it was sent, in per cent. */
    edited: integer(),
  },
  (table) => [
    primaryKey({ name: 'reply_uses_pk', columns: [table.workspaceId, table.id] }),
    // Everything that is sent is judged by what stood in its conversation.
    index('reply_uses_of_conversation').on(table.workspaceId, table.conversationId, table.memberId),
    index('reply_uses_of_version').on(table.workspaceId, table.versionId, table.sentAt),
    index('reply_uses_of_message')
      .on(table.workspaceId, table.messageId)
      .where(sql`message_id is not null`),
    index('reply_uses_sent').on(table.workspaceId, table.sentAt).where(sql`sent_at is not null`),
    foreignKey({
      name: 'reply_uses_version_fk',
      columns: [table.workspaceId, table.versionId],
      foreignColumns: [replyVersions.workspaceId, replyVersions.id],
    }),
    foreignKey({
      name: 'reply_uses_conversation_fk',
      columns: [table.workspaceId, table.conversationId],
      foreignColumns: [conversations.workspaceId, conversations.id],
    }),
    foreignKey({
      name: 'reply_uses_member_fk',
      columns: [table.workspaceId, table.memberId],
      foreignColumns: [members.workspaceId, members.id],
    }),
    foreignKey({
      name: 'reply_uses_message_fk',
      columns: [table.workspaceId, table.messageId],
      foreignColumns: [messages.workspaceId, messages.id],
    }),
  ],
);

/** A reply that strayed from approved words and waits for somebody to let it go. It is no message before that. */
export const replyApprovals = pgTable(
  'reply_approvals',
  {
    ...ownedByWorkspace(),
    id: uuid().notNull(),
    conversationId: uuid('conversation_id').notNull(),
    authorId: uuid('author_id').notNull(),
    body: text().notNull(),
    fileIds: uuid('file_ids').array().notNull().default(sql`'{}'::uuid[]`),
    /** Where its writer wants the conversation to go with it. */
    wish: text({ enum: ['waiting', 'open', 'resolved', 'on_hold'] }),
    /** The replies that stood in the conversation before and of which words came back changed. */
    lateUseIds: uuid('late_use_ids').array().notNull().default(sql`'{}'::uuid[]`),
    /** What its replies do along with the send is left out. */
    wordsOnly: boolean('words_only').notNull().default(false),
    clientKey: uuid('client_key').notNull(),
    /** The `seq` of the thread that the writer had on screen. */
    seenSeq: integer('seen_seq').notNull(),
    state: text({ enum: ['waiting', 'approved', 'returned', 'withdrawn'] })
      .notNull()
      .default('waiting'),
    askedAt: instant('asked_at').notNull().defaultNow(),
    decidedBy: uuid('decided_by'),
    decidedAt: instant('decided_at'),
    /** What the approver says to the writer. */
    comment: text().notNull().default(''),
    /** The message that it became. */
    messageId: uuid('message_id'),
  },
  (table) => [
    primaryKey({ name: 'reply_approvals_pk', columns: [table.workspaceId, table.id] }),
    unique('reply_approvals_client_key').on(table.workspaceId, table.authorId, table.clientKey),
    index('reply_approvals_waiting')
      .on(table.workspaceId, table.askedAt)
      .where(sql`state = 'waiting'`),
    index('reply_approvals_of_conversation').on(table.workspaceId, table.conversationId),
    check('reply_approvals_not_own', sql`state <> 'approved' or decided_by <> author_id`),
    foreignKey({
      name: 'reply_approvals_conversation_fk',
      columns: [table.workspaceId, table.conversationId],
      foreignColumns: [conversations.workspaceId, conversations.id],
    }),
    foreignKey({
      name: 'reply_approvals_author_fk',
      columns: [table.workspaceId, table.authorId],
      foreignColumns: [members.workspaceId, members.id],
    }),
    foreignKey({
      name: 'reply_approvals_message_fk',
      columns: [table.workspaceId, table.messageId],
      foreignColumns: [messages.workspaceId, messages.id],
    }),
  ],
);
