import { sql } from 'drizzle-orm';
import {
  bigint,
  check,
  foreignKey,
  index,
  jsonb,
  pgTable,
  primaryKey,
  smallint,
  text,
  unique,
  uniqueIndex,
  uuid,
} from 'drizzle-orm/pg-core';
import type { Role } from '@/lib/domain/access/can';
import type { EventDraft, EventType } from '@/lib/domain/conversation/events';
import type { MemberSettings } from '@/lib/domain/member/settings';
import { instant, ownedByWorkspace } from './columns';
import { memberRouting } from './routing-columns';

/** One company. Its counter gives every event the next `seq`; kept apart so that it alone is contended. */
export const workspaces = pgTable(
  'workspaces',
  {
    id: uuid().primaryKey(),
    name: text().notNull(),
    slug: text().notNull().unique(),
    createdAt: instant('created_at').notNull().defaultNow(),
    /** For how long a reply stays with us, so that its writer can call it back. */
    undoSeconds: smallint('undo_seconds').notNull().default(5),
    /** What tells somebody once that they will hear no more; null sends nothing. */
    optOutConfirmation: text('opt_out_confirmation').default(
      'You will get no more messages from us. If you need us, write here and we will answer.',
    ),
    /** The same for whoever wants no offers. */
    noOffersConfirmation: text('no_offers_confirmation').default(
      'You will get no more offers from us. When you write, we still answer.',
    ),
  },
  (table) => [check('workspaces_undo', sql`${table.undoSeconds} between 0 and 3600`)],
);

export const eventCounters = pgTable('event_counters', {
  workspaceId: uuid('workspace_id').primaryKey(),
  seq: bigint({ mode: 'number' }).notNull().default(0),
});

/** The spine: written last in every command's transaction, contiguous per workspace, in commit order. */
export const events = pgTable(
  'events',
  {
    ...ownedByWorkspace(),
    seq: bigint({ mode: 'number' }).notNull(),
    type: text().$type<EventType>().notNull(),
    conversationId: uuid('conversation_id'),
    messageId: uuid('message_id'),
    channelId: uuid('channel_id'),
    memberId: uuid('member_id'),
    actorMemberId: uuid('actor_member_id'),
    data: jsonb().$type<NonNullable<EventDraft['data']>>().notNull().default({}),
    at: instant().notNull().defaultNow(),
  },
  (table) => [
    primaryKey({ name: 'events_pk', columns: [table.workspaceId, table.seq] }),
    index('events_conversation').on(table.workspaceId, table.conversationId, table.seq),
    index('events_doors')
      .on(table.workspaceId, table.channelId, table.seq)
      .where(sql`type = 'channel.door'`),
    // Who came back, when: for the report of volume.
    index('events_returns')
      .on(table.workspaceId, table.at)
      .where(sql`type = 'conversation.reopened' and data ->> 'newEpisode' = 'true'`),
    // What was over, and what was not after all: for what followed an approved reply.
    index('events_ends')
      .on(table.workspaceId, table.at)
      .where(sql`type in ('conversation.closed', 'conversation.reopened')`),
  ],
);

/** A person's membership in a workspace. Removed members stay, so that what they wrote keeps its author. */
export const members = pgTable(
  'members',
  {
    ...ownedByWorkspace(),
    id: uuid().notNull(),
    userId: uuid('user_id').notNull(),
    name: text().notNull(),
    email: text().notNull(),
    roles: text().array().$type<Role[]>().notNull(),
    createdAt: instant('created_at').notNull().defaultNow(),
    removedAt: instant('removed_at'),
    ...memberRouting(),
    /** What the member chose for themself; absent means the product's own choice. */
    settings: jsonb().$type<MemberSettings>().notNull().default({}),
  },
  (table) => [
    primaryKey({ name: 'members_pk', columns: [table.workspaceId, table.id] }),
    unique('members_user').on(table.workspaceId, table.userId),
    index('members_of_user').on(table.userId),
    foreignKey({
      name: 'members_workspace_fk',
      columns: [table.workspaceId],
      foreignColumns: [workspaces.id],
    }),
    check('members_roles', sql`${table.roles} <@ array['agent','lead','marketer','admin']`),
    check(
      'members_availability',
      sql`${table.availability} in ('busy', 'away', 'offline') or (${table.availability} = 'available' and ${table.availabilityUntil} is null and ${table.availabilityReason} is null)`,
    ),
    check('members_capacity', sql`${table.capacity} between 0 and 999`),
    check('members_cover', sql`${table.coverId} <> ${table.id}`),
  ],
);

export const invitations = pgTable(
  'invitations',
  {
    ...ownedByWorkspace(),
    id: uuid().notNull(),
    email: text().notNull(),
    roles: text().array().$type<Role[]>().notNull(),
    /** SHA-256 of the token in the link, hex. */
    tokenHash: text('token_hash').notNull(),
    invitedBy: uuid('invited_by').notNull(),
    createdAt: instant('created_at').notNull().defaultNow(),
    expiresAt: instant('expires_at').notNull(),
    acceptedAt: instant('accepted_at'),
    revokedAt: instant('revoked_at'),
  },
  (table) => [
    primaryKey({ name: 'invitations_pk', columns: [table.workspaceId, table.id] }),
    uniqueIndex('invitations_token').on(table.tokenHash),
    foreignKey({
      name: 'invitations_by_fk',
      columns: [table.workspaceId, table.invitedBy],
      foreignColumns: [members.workspaceId, members.id],
    }),
  ],
);
