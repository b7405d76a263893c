import { sql } from 'drizzle-orm';
import {
  check,
  foreignKey,
  index,
  integer,
  jsonb,
  pgTable,
  primaryKey,
  text,
  uniqueIndex,
  uuid,
} from 'drizzle-orm/pg-core';
import type { OfferState, RecipientState } from '@/lib/domain/offers/offer';
import type { Decision } from '@/lib/domain/permissions/decide';
import { channels } from './channels';
import { instant, ownedByWorkspace } from './columns';
import { conversations, messages } from './conversations';
import { identities } from './people';
import { members, workspaces } from './workspaces';

/** A private offer: one text to people who agreed to be sent offers, with a code of their own for each. */
export const offers = pgTable(
  'offers',
  {
    ...ownedByWorkspace(),
    id: uuid().notNull(),
    channelId: uuid('channel_id').notNull(),
    name: text().notNull(),
    /** What is sent: `{name}` stands for the person's name, `{code}` for their code. */
    body: text().notNull(),
    state: text().$type<OfferState>().notNull().default('draft'),
    /** Who carries one of these; empty for everybody who agreed. */
    labelIds: uuid('label_ids').array().notNull().default(sql`'{}'::uuid[]`),
    authorId: uuid('author_id').notNull(),
    /** Somebody else than the author read exactly this text; changing it takes this back. */
    approvedBy: uuid('approved_by'),
    approvedAt: instant('approved_at'),
    /** Grows with each change; every edit is compared with it. */
    version: integer().notNull().default(1),
    createdAt: instant('created_at').notNull().defaultNow(),
    startedAt: instant('started_at'),
    endedAt: instant('ended_at'),
  },
  (table) => [
    primaryKey({ name: 'offers_pk', columns: [table.workspaceId, table.id] }),
    index('offers_running').on(table.workspaceId, table.id).where(sql`state = 'running'`),
    check(
      'offers_four_eyes',
      sql`${table.approvedBy} is null or ${table.approvedBy} <> ${table.authorId}`,
    ),
    check(
      'offers_approved',
      sql`${table.state} in ('draft', 'stopped') or ${table.approvedBy} is not null`,
    ),
    foreignKey({
      name: 'offers_workspace_fk',
      columns: [table.workspaceId],
      foreignColumns: [workspaces.id],
    }),
    foreignKey({
      name: 'offers_channel_fk',
      columns: [table.workspaceId, table.channelId],
      foreignColumns: [channels.workspaceId, channels.id],
    }),
    foreignKey({
      name: 'offers_author_fk',
      columns: [table.workspaceId, table.authorId],
      foreignColumns: [members.workspaceId, members.id],
    }),
    foreignKey({
      name: 'offers_approver_fk',
      columns: [table.workspaceId, table.approvedBy],
      foreignColumns: [members.workspaceId, members.id],
    }),
  ],
);

/** The pool of codes: each is given to one person, and each person gets one. */
export const offerCodes = pgTable(
  'offer_codes',
  {
    ...ownedByWorkspace(),
    offerId: uuid('offer_id').notNull(),
    code: text().notNull(),
    /** In the order of the file. */
    no: integer().notNull(),
    identityId: uuid('identity_id'),
  },
  (table) => [
    primaryKey({
      name: 'offer_codes_pk',
      columns: [table.workspaceId, table.offerId, table.code],
    }),
    uniqueIndex('offer_codes_given')
      .on(table.workspaceId, table.offerId, table.identityId)
      .where(sql`identity_id is not null`),
    index('offer_codes_left')
      .on(table.workspaceId, table.offerId, table.no)
      .where(sql`identity_id is null`),
    foreignKey({
      name: 'offer_codes_offer_fk',
      columns: [table.workspaceId, table.offerId],
      foreignColumns: [offers.workspaceId, offers.id],
    }),
  ],
);

/** Whom an offer is for, and what became of it for each. */
export const offerRecipients = pgTable(
  'offer_recipients',
  {
    ...ownedByWorkspace(),
    offerId: uuid('offer_id').notNull(),
    identityId: uuid('identity_id').notNull(),
    conversationId: uuid('conversation_id').notNull(),
    state: text().$type<RecipientState>().notNull().default('waiting'),
    /** When their turn comes; null once it came. */
    dueAt: instant('due_at').defaultNow(),
    /** What the rules said of them when their turn came. */
    decision: jsonb().$type<Decision>(),
    messageId: uuid('message_id'),
    decidedAt: instant('decided_at'),
  },
  (table) => [
    primaryKey({
      name: 'offer_recipients_pk',
      columns: [table.workspaceId, table.offerId, table.identityId],
    }),
    index('offer_recipients_due').on(table.dueAt).where(sql`due_at is not null`),
    index('offer_recipients_of_person')
      .on(table.workspaceId, table.identityId, table.decidedAt)
      .where(sql`state = 'queued'`),
    foreignKey({
      name: 'offer_recipients_offer_fk',
      columns: [table.workspaceId, table.offerId],
      foreignColumns: [offers.workspaceId, offers.id],
    }),
    foreignKey({
      name: 'offer_recipients_identity_fk',
      columns: [table.workspaceId, table.identityId],
      foreignColumns: [identities.workspaceId, identities.id],
    }),
    foreignKey({
      name: 'offer_recipients_conversation_fk',
      columns: [table.workspaceId, table.conversationId],
      foreignColumns: [conversations.workspaceId, conversations.id],
    }),
    foreignKey({
      name: 'offer_recipients_message_fk',
      columns: [table.workspaceId, table.messageId],
      foreignColumns: [messages.workspaceId, messages.id],
    }),
  ],
);
