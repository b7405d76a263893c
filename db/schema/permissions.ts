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
  uuid,
} from 'drizzle-orm/pg-core';
import type { Decision } from '@/lib/domain/permissions/decide';
import type { Denied } from '@/lib/domain/permissions/denial';
import type { Purpose } from '@/lib/domain/permissions/purpose';
import { channels } from './channels';
import { instant, ownedByWorkspace } from './columns';
import { conversations } from './conversations';
import { members, workspaces } from './workspaces';

/**
 * What a brand allows itself. `scope_id` is the workspace's own id, or a channel's, whose row then counts
 * for it instead, part by part: what is null is as in the workspace, and there as the product has it.
 */
export const brandPolicies = pgTable(
  'brand_policies',
  {
    ...ownedByWorkspace(),
    scopeId: uuid('scope_id').notNull(),
    /** So many offers to a person in so many days. */
    offersPerContact: integer('offers_per_contact'),
    offersInDays: integer('offers_in_days'),
    /** Times of day by the person's own clock, such as `21:00`; both empty for no quiet hours. */
    quietFrom: text('quiet_from'),
    quietTo: text('quiet_to'),
    outreachAllowed: boolean('outreach_allowed'),
    outreachPerDay: integer('outreach_per_day'),
    outreachNeedsLead: boolean('outreach_needs_lead'),
    updatedAt: instant('updated_at').notNull().defaultNow(),
  },
  (table) => [
    primaryKey({ name: 'brand_policies_pk', columns: [table.workspaceId, table.scopeId] }),
    check(
      'brand_policies_caps',
      sql`coalesce(${table.offersPerContact}, 0) >= 0 and coalesce(${table.offersInDays}, 1) > 0
        and coalesce(${table.outreachPerDay}, 0) >= 0`,
    ),
    foreignKey({
      name: 'brand_policies_workspace_fk',
      columns: [table.workspaceId],
      foreignColumns: [workspaces.id],
    }),
  ],
);

/** A lead lets a first message to somebody go. */
export const outreachApprovals = pgTable(
  'outreach_approvals',
  {
    ...ownedByWorkspace(),
    conversationId: uuid('conversation_id').notNull(),
    memberId: uuid('member_id').notNull(),
    at: instant().notNull().defaultNow(),
  },
  (table) => [
    primaryKey({
      name: 'outreach_approvals_pk',
      columns: [table.workspaceId, table.conversationId],
    }),
    foreignKey({
      name: 'outreach_approvals_conversation_fk',
      columns: [table.workspaceId, table.conversationId],
      foreignColumns: [conversations.workspaceId, conversations.id],
    }),
    foreignKey({
      name: 'outreach_approvals_member_fk',
      columns: [table.workspaceId, table.memberId],
      foreignColumns: [members.workspaceId, members.id],
    }),
  ],
);

/** Every no that kept a message back, with the whole decision. */
export const denials = pgTable(
  'denials',
  {
    ...ownedByWorkspace(),
    id: uuid().notNull(),
    conversationId: uuid('conversation_id').notNull(),
    channelId: uuid('channel_id').notNull(),
    /** Whose message it was; null when nobody's. */
    memberId: uuid('member_id'),
    /** The message that was kept back; null when it was refused before it was one. */
    messageId: uuid('message_id'),
    /** At which point it was refused. */
    denied: text().$type<Denied>().notNull(),
    purpose: text().$type<Purpose>().notNull(),
    reason: text().$type<Decision['reason']>().notNull(),
    decision: jsonb().$type<Decision>().notNull(),
    at: instant().notNull().defaultNow(),
  },
  (table) => [
    primaryKey({ name: 'denials_pk', columns: [table.workspaceId, table.id] }),
    index('denials_by_time').on(table.workspaceId, table.at.desc(), table.id.desc()),
    index('denials_of_conversation').on(table.workspaceId, table.conversationId, table.at),
    foreignKey({
      name: 'denials_conversation_fk',
      columns: [table.workspaceId, table.conversationId],
      foreignColumns: [conversations.workspaceId, conversations.id],
    }),
    foreignKey({
      name: 'denials_channel_fk',
      columns: [table.workspaceId, table.channelId],
      foreignColumns: [channels.workspaceId, channels.id],
    }),
  ],
);
