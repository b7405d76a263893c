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
  uniqueIndex,
  uuid,
} from 'drizzle-orm/pg-core';
import type { ReplyActions, ReplyMedia } from '@/lib/domain/replies/reply';
import { allowances, purposes, risks } from '@/lib/domain/replies/reply';
import { versionStates } from '@/lib/domain/replies/state';
import { instant, ownedByWorkspace } from './columns';
import { members, workspaces } from './workspaces';

/** An approved reply: what it is for, and who looks after it. Its words are versions. */
export const approvedReplies = pgTable(
  'approved_replies',
  {
    ...ownedByWorkspace(),
    id: uuid().notNull(),
    /** What is typed after the slash. */
    key: text().notNull(),
    title: text().notNull(),
    /** Empty for none. */
    folder: text().notNull().default(''),
    purpose: text({ enum: purposes }).notNull(),
    risk: text({ enum: risks }).notNull(),
    /** Empty for all channels. */
    channelIds: uuid('channel_ids').array().notNull().default(sql`'{}'::uuid[]`),
    /** The language that the others are translations of. */
    sourceLanguage: text('source_language').notNull(),
    ownerId: uuid('owner_id').notNull(),
    /** Grows with each change of the above. */
    version: integer().notNull().default(1),
    createdBy: uuid('created_by').notNull(),
    createdAt: instant('created_at').notNull().defaultNow(),
    archivedAt: instant('archived_at'),
  },
  (table) => [
    primaryKey({ name: 'approved_replies_pk', columns: [table.workspaceId, table.id] }),
    unique('approved_replies_key').on(table.workspaceId, table.key),
    foreignKey({
      name: 'approved_replies_workspace_fk',
      columns: [table.workspaceId],
      foreignColumns: [workspaces.id],
    }),
    foreignKey({
      name: 'approved_replies_owner_fk',
      columns: [table.workspaceId, table.ownerId],
      foreignColumns: [members.workspaceId, members.id],
    }),
  ],
);

/** The words of a reply in one language. What it says is fixed from the moment it is submitted: the database holds it. */
export const replyVersions = pgTable(
  'reply_versions',
  {
    ...ownedByWorkspace(),
    id: uuid().notNull(),
    replyId: uuid('reply_id').notNull(),
    language: text().notNull(),
    /** 1, 2, 3 of its reply and language. */
    number: integer().notNull(),
    state: text({ enum: versionStates }).notNull().default('draft'),
    body: text().notNull().default(''),
    allowance: text({ enum: allowances }).notNull().default('locked'),
    /** As its reply's was when it was submitted. */
    risk: text({ enum: risks }).notNull(),
    media: jsonb().$type<ReplyMedia[]>().notNull().default([]),
    actions: jsonb().$type<ReplyActions>().notNull().default({}),
    validFrom: instant('valid_from'),
    validUntil: instant('valid_until'),
    /** When somebody should read it again; nothing ends by it. */
    reviewBy: instant('review_by'),
    /** Of a translation: the version of the source language that it says. */
    sourceVersionId: uuid('source_version_id'),
    authorId: uuid('author_id').notNull(),
    /** Grows with each save of a draft. */
    revision: integer().notNull().default(1),
    /** SHA-256, hex, of everything that a reviewer approves; null while it is a draft. */
    bodyHash: text('body_hash'),
    createdAt: instant('created_at').notNull().defaultNow(),
    submittedAt: instant('submitted_at'),
    approvedAt: instant('approved_at'),
    /** It is approved and comes into use by itself at `valid_from`. */
    scheduled: boolean().notNull().default(false),
    publishedAt: instant('published_at'),
    publishedBy: uuid('published_by'),
    endedAt: instant('ended_at'),
    /** Null when the clock or a newer version ended it. */
    endedBy: uuid('ended_by'),
    /** Why it was recalled. */
    endReason: text('end_reason'),
    /** When the worker has to look at it: to publish it, to end it, or to remind of it; null for never. */
    dueAt: instant('due_at'),
    /** Up to which of its reminders its owner was told. */
    remindedFor: text('reminded_for'),
  },
  (table) => [
    primaryKey({ name: 'reply_versions_pk', columns: [table.workspaceId, table.id] }),
    unique('reply_versions_number').on(
      table.workspaceId,
      table.replyId,
      table.language,
      table.number,
    ),
    unique('reply_versions_author').on(table.workspaceId, table.id, table.authorId),
    // One published version per reply and language, whoever publishes at the same time.
    uniqueIndex('reply_versions_published')
      .on(table.workspaceId, table.replyId, table.language)
      .where(sql`state = 'published'`),
    // Nobody writes past somebody else's draft.
    uniqueIndex('reply_versions_open')
      .on(table.workspaceId, table.replyId, table.language)
      .where(sql`state in ('draft', 'in_review')`),
    index('reply_versions_due').on(table.dueAt).where(sql`due_at is not null`),
    index('reply_versions_in_review')
      .on(table.workspaceId, table.submittedAt)
      .where(sql`state = 'in_review'`),
    // Few are, and every reply that is sent asks for them.
    index('reply_versions_recalled')
      .on(table.workspaceId, table.endedAt)
      .where(sql`state = 'recalled'`),
    check('reply_versions_hash', sql`(state = 'draft') = (body_hash is null)`),
    check(
      'reply_versions_window',
      sql`valid_from is null or valid_until is null or valid_from < valid_until`,
    ),
    check(
      'reply_versions_scheduled',
      sql`not scheduled or (state = 'approved' and valid_from is not null)`,
    ),
    foreignKey({
      name: 'reply_versions_reply_fk',
      columns: [table.workspaceId, table.replyId],
      foreignColumns: [approvedReplies.workspaceId, approvedReplies.id],
    }),
    foreignKey({
      name: 'reply_versions_author_fk',
      columns: [table.workspaceId, table.authorId],
      foreignColumns: [members.workspaceId, members.id],
    }),
  ],
);

/** What somebody decided about exactly these words. The database lets no author decide about their own. */
export const replyReviews = pgTable(
  'reply_reviews',
  {
    ...ownedByWorkspace(),
    id: uuid().notNull(),
    versionId: uuid('version_id').notNull(),
    authorId: uuid('author_id').notNull(),
    memberId: uuid('member_id').notNull(),
    decision: text({ enum: ['approved', 'changes_requested'] }).notNull(),
    bodyHash: text('body_hash').notNull(),
    comment: text().notNull().default(''),
    at: instant().notNull().defaultNow(),
  },
  (table) => [
    primaryKey({ name: 'reply_reviews_pk', columns: [table.workspaceId, table.id] }),
    // Two approvals are of two people.
    unique('reply_reviews_once').on(
      table.workspaceId,
      table.versionId,
      table.memberId,
      table.bodyHash,
    ),
    check('reply_reviews_not_own', sql`member_id <> author_id`),
    foreignKey({
      name: 'reply_reviews_version_fk',
      columns: [table.workspaceId, table.versionId, table.authorId],
      foreignColumns: [replyVersions.workspaceId, replyVersions.id, replyVersions.authorId],
      // Only a draft goes: one that was taken back from its reviewers and is discarded.
    }).onDelete('cascade'),
    foreignKey({
      name: 'reply_reviews_member_fk',
      columns: [table.workspaceId, table.memberId],
      foreignColumns: [members.workspaceId, members.id],
    }),
  ],
);

/** What is said about a version beside its review. */
export const replyComments = pgTable(
  'reply_comments',
  {
    ...ownedByWorkspace(),
    id: uuid().notNull(),
    versionId: uuid('version_id').notNull(),
    memberId: uuid('member_id').notNull(),
    body: text().notNull(),
    /** The words that it is about; empty for all of them. */
    quote: text().notNull().default(''),
    at: instant().notNull().defaultNow(),
    resolvedAt: instant('resolved_at'),
    resolvedBy: uuid('resolved_by'),
  },
  (table) => [
    primaryKey({ name: 'reply_comments_pk', columns: [table.workspaceId, table.id] }),
    index('reply_comments_of_version').on(table.workspaceId, table.versionId, table.at),
    foreignKey({
      name: 'reply_comments_version_fk',
      columns: [table.workspaceId, table.versionId],
      foreignColumns: [replyVersions.workspaceId, replyVersions.id],
    }).onDelete('cascade'),
    foreignKey({
      name: 'reply_comments_member_fk',
      columns: [table.workspaceId, table.memberId],
      foreignColumns: [members.workspaceId, members.id],
    }),
  ],
);
