import { sql } from 'drizzle-orm';
import {
  foreignKey,
  index,
  integer,
  jsonb,
  numeric,
  pgTable,
  primaryKey,
  text,
  uuid,
} from 'drizzle-orm/pg-core';
import type { Intent, Urgency } from '@/lib/domain/triage/intent';
import type { KeptReason } from '@/lib/domain/triage/judge';
import type { KeptLesson } from '@/lib/domain/triage/learned';
import type { Quarantine } from '@/lib/domain/triage/quarantine';
import { bytes, instant, ownedByWorkspace } from './columns';
import { conversations, messages } from './conversations';
import { members, workspaces } from './workspaces';

/** What each customer's message was taken for, by what, and what a person said of it. */
export const messageTriage = pgTable(
  'message_triage',
  {
    ...ownedByWorkspace(),
    messageId: uuid('message_id').notNull(),
    conversationId: uuid('conversation_id').notNull(),
    intent: text().$type<Intent>().notNull(),
    urgency: text().$type<Urgency>().notNull(),
    language: text(),
    confidence: numeric({ precision: 4, scale: 3, mode: 'number' }).notNull(),
    /** Where the words stand that led to it: what was taken back leaves none. */
    reasons: jsonb().$type<readonly KeptReason[]>().notNull(),
    /** How much had been learned by then; 0 is the lexicon alone. */
    modelVersion: integer('model_version').notNull().default(0),
    /** The same for all messages that say the same; null for what is too short to be alike. */
    likeness: text(),
    /** What a person said it is, who, and when. */
    corrected: text().$type<Intent>(),
    correctedBy: uuid('corrected_by'),
    correctedAt: instant('corrected_at'),
    at: instant().notNull().defaultNow(),
  },
  (table) => [
    primaryKey({ name: 'message_triage_pk', columns: [table.workspaceId, table.messageId] }),
    index('message_triage_of_conversation').on(table.workspaceId, table.conversationId),
    index('message_triage_alike')
      .on(table.workspaceId, table.likeness, table.at)
      .where(sql`likeness is not null`),
    index('message_triage_corrected')
      .on(table.workspaceId, table.correctedAt)
      .where(sql`corrected is not null`),
    foreignKey({
      name: 'message_triage_message_fk',
      columns: [table.workspaceId, table.messageId],
      foreignColumns: [messages.workspaceId, messages.id],
    }),
    foreignKey({
      name: 'message_triage_member_fk',
      columns: [table.workspaceId, table.correctedBy],
      foreignColumns: [members.workspaceId, members.id],
    }),
  ],
);

/** What a correction teaches, in numbers: no word of the message. Only so many of the newest are kept. */
export const triageLessons = pgTable(
  'triage_lessons',
  {
    ...ownedByWorkspace(),
    messageId: uuid('message_id').notNull(),
    intent: text().$type<Intent>().notNull(),
    lesson: jsonb().$type<KeptLesson>().notNull(),
    at: instant().notNull().defaultNow(),
  },
  (table) => [
    primaryKey({ name: 'triage_lessons_pk', columns: [table.workspaceId, table.messageId] }),
    index('triage_lessons_by_time').on(table.workspaceId, table.at),
    foreignKey({
      name: 'triage_lessons_workspace_fk',
      columns: [table.workspaceId],
      foreignColumns: [workspaces.id],
    }),
  ],
);

/** What all lessons of a workspace come to. Of a size that does not grow. */
export const triageModels = pgTable(
  'triage_models',
  {
    ...ownedByWorkspace(),
    /** Grows with every lesson, so that each process knows whether what it holds is old. */
    version: integer().notNull(),
    /** Float32 by table and place; empty when nothing is learned. */
    weights: bytes().notNull(),
    lessons: integer().notNull(),
    /** When what was learned was last thrown away. */
    resetAt: instant('reset_at'),
    changedAt: instant('changed_at').notNull().defaultNow(),
  },
  (table) => [
    primaryKey({ name: 'triage_models_pk', columns: [table.workspaceId] }),
    foreignKey({
      name: 'triage_models_workspace_fk',
      columns: [table.workspaceId],
      foreignColumns: [workspaces.id],
    }),
  ],
);

/** Where no honest stranger's first message leads. */
export const blockedDomains = pgTable(
  'blocked_domains',
  {
    ...ownedByWorkspace(),
    /** Lower case; it stands for what ends in it, too. */
    domain: text().notNull(),
    createdBy: uuid('created_by').notNull(),
    createdAt: instant('created_at').notNull().defaultNow(),
  },
  (table) => [
    primaryKey({ name: 'blocked_domains_pk', columns: [table.workspaceId, table.domain] }),
    foreignKey({
      name: 'blocked_domains_member_fk',
      columns: [table.workspaceId, table.createdBy],
      foreignColumns: [members.workspaceId, members.id],
    }),
  ],
);

/** Every time a conversation was put aside without a person, and when a person took it out again. */
export const quarantines = pgTable(
  'quarantines',
  {
    ...ownedByWorkspace(),
    id: uuid().notNull(),
    conversationId: uuid('conversation_id').notNull(),
    signs: jsonb().$type<Quarantine['signs']>().notNull(),
    at: instant().notNull().defaultNow(),
    releasedAt: instant('released_at'),
    releasedBy: uuid('released_by'),
  },
  (table) => [
    primaryKey({ name: 'quarantines_pk', columns: [table.workspaceId, table.id] }),
    index('quarantines_by_time').on(table.workspaceId, table.at),
    index('quarantines_of_conversation').on(table.workspaceId, table.conversationId, table.at),
    foreignKey({
      name: 'quarantines_conversation_fk',
      columns: [table.workspaceId, table.conversationId],
      foreignColumns: [conversations.workspaceId, conversations.id],
    }),
    foreignKey({
      name: 'quarantines_member_fk',
      columns: [table.workspaceId, table.releasedBy],
      foreignColumns: [members.workspaceId, members.id],
    }),
  ],
);
