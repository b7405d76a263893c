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
  uniqueIndex,
  uuid,
} from 'drizzle-orm/pg-core';
import type { DeliveryReason } from '@/lib/domain/delivery/reasons';
import type { Door } from '@/lib/domain/permissions/x-rules';
import { instant, ownedByWorkspace } from './columns';
import { members, workspaces } from './workspaces';

/** `reconnect`: the network no longer takes our tokens. `paused`: the network restricts the account for now. */
export const channelStatuses = ['connected', 'reconnect', 'paused', 'disconnected'] as const;

/** A look-up walk that its budget interrupted: the page to go on with, when it began and how far back it goes. */
export type HealWalk = { pageToken?: string; startedAt: string; until: string };

/** One connected brand account on a network. */
export const channels = pgTable(
  'channels',
  {
    ...ownedByWorkspace(),
    id: uuid().notNull(),
    network: text().notNull(),
    externalId: text('external_id').notNull(),
    handle: text().notNull(),
    name: text().notNull(),
    status: text({ enum: channelStatuses }).notNull(),
    /** A delivery reason that explains a status other than `connected`. */
    statusReason: text('status_reason').$type<DeliveryReason>(),
    createdAt: instant('created_at').notNull().defaultNow(),
    /** The last proof of life: an event, an echo or a finished look-up walk. */
    lastProofAt: instant('last_proof_at'),
    /** Up to here a finished look-up walk has confirmed that nothing is missing: when that walk began. */
    healedUpTo: instant('healed_up_to'),
    /** `infinity` when there is nothing to look after. */
    healDueAt: instant('heal_due_at').notNull().defaultNow(),
    healLeaseUntil: instant('heal_lease_until'),
    healWalk: jsonb('heal_walk').$type<HealWalk>(),
    /** Why the last look after this channel did not finish: a code, null when it did. */
    healProblem: text('heal_problem'),
    /** When the network last promised to push this account's messages to us. */
    subscribedAt: instant('subscribed_at'),
    /** After so long without a customer's message an admin wants to hear of it; null leaves it to its rhythm, 0 is never. */
    silentAfterMinutes: integer('silent_after_minutes'),
    /** When to listen for it again; null when nobody listens. */
    silenceDueAt: instant('silence_due_at').defaultNow(),
    /** Since when nothing came, once that was told. */
    silentSince: instant('silent_since'),
    /** From when on silence counts, if no customer wrote since: it was connected, or heard late. */
    heardAt: instant('heard_at'),
    /** Whether strangers may message it, as far as we know; since when; and when that was last confirmed. */
    door: text().$type<Door>(),
    doorAt: instant('door_at'),
    doorSeenAt: instant('door_seen_at'),
    /** Whether the network has verified it. */
    verified: boolean(),
    /** The longest quiet time of the two weeks before the last look; null when too little is known. */
    usualQuietMinutes: integer('usual_quiet_minutes'),
    /** In which its replies are offered where nobody knows the customer's language; ISO 639-1. */
    language: text().notNull().default('en'),
  },
  (table) => [
    primaryKey({ name: 'channels_pk', columns: [table.workspaceId, table.id] }),
    // One brand account belongs to one workspace at a time.
    uniqueIndex('channels_live_account')
      .on(table.network, table.externalId)
      .where(sql`status <> 'disconnected'`),
    foreignKey({
      name: 'channels_workspace_fk',
      columns: [table.workspaceId],
      foreignColumns: [workspaces.id],
    }),
  ],
);

/** What a brand account granted, encrypted and bound to this row. */
export const channelCredentials = pgTable(
  'channel_credentials',
  {
    ...ownedByWorkspace(),
    channelId: uuid('channel_id').notNull(),
    accessToken: text('access_token').notNull(),
    refreshToken: text('refresh_token'),
    scope: text().notNull(),
    expiresAt: instant('expires_at').notNull(),
    /** Grows with each rotation: whoever waited for a refresh sees that it has happened. */
    version: integer().notNull().default(1),
    /** Held by the one process that is using the single-use refresh token. */
    refreshLeaseUntil: instant('refresh_lease_until'),
  },
  (table) => [
    primaryKey({ name: 'channel_credentials_pk', columns: [table.workspaceId, table.channelId] }),
    foreignKey({
      name: 'channel_credentials_channel_fk',
      columns: [table.workspaceId, table.channelId],
      foreignColumns: [channels.workspaceId, channels.id],
    }),
    // A token in the clear is refused by the database itself: every envelope begins like this.
    check(
      'channel_credentials_sealed',
      sql`${table.accessToken} like 'eyJ%' and coalesce(${table.refreshToken}, 'eyJ') like 'eyJ%'`,
    ),
  ],
);

/** What an admin wants of a channel's door and a worker carries out. Gone once it is done; stays when it failed. */
export const doorOrders = pgTable(
  'door_orders',
  {
    ...ownedByWorkspace(),
    channelId: uuid('channel_id').notNull(),
    /** How it is to be set; null only to ask the network how it is. */
    door: text().$type<Door>(),
    askedBy: uuid('asked_by').notNull(),
    askedAt: instant('asked_at').notNull().defaultNow(),
    dueAt: instant('due_at').notNull().defaultNow(),
    tries: integer().notNull().default(0),
    /** Names the hold of a worker: who comes back late changes nothing. */
    leaseId: uuid('lease_id'),
    /** Why the last try did not work: a code. */
    problem: text(),
    /** From then on nobody tries it by itself. */
    failedAt: instant('failed_at'),
  },
  (table) => [
    primaryKey({ name: 'door_orders_pk', columns: [table.workspaceId, table.channelId] }),
    index('door_orders_due').on(table.dueAt).where(sql`failed_at is null`),
    foreignKey({
      name: 'door_orders_channel_fk',
      columns: [table.workspaceId, table.channelId],
      foreignColumns: [channels.workspaceId, channels.id],
    }),
    foreignKey({
      name: 'door_orders_member_fk',
      columns: [table.workspaceId, table.askedBy],
      foreignColumns: [members.workspaceId, members.id],
    }),
  ],
);

/** What is left of a channel's budget on its network, fed by the network's own headers. */
export const channelBudgets = pgTable(
  'channel_budgets',
  {
    ...ownedByWorkspace(),
    channelId: uuid('channel_id').notNull(),
    /** `people` and `posts` are look-ups that networks count apart from those of messages, `post` what is said in public. */
    purpose: text({ enum: ['send', 'post', 'lookup', 'people', 'posts', 'block'] }).notNull(),
    limit: integer('window_limit').notNull(),
    remaining: integer().notNull(),
    resetAt: instant('reset_at').notNull(),
  },
  (table) => [
    primaryKey({
      name: 'channel_budgets_pk',
      columns: [table.workspaceId, table.channelId, table.purpose],
    }),
    foreignKey({
      name: 'channel_budgets_channel_fk',
      columns: [table.workspaceId, table.channelId],
      foreignColumns: [channels.workspaceId, channels.id],
    }),
  ],
);

/** An admin on the way to the network and back: the state and PKCE verifier of one connect attempt. */
export const connectAttempts = pgTable(
  'connect_attempts',
  {
    ...ownedByWorkspace(),
    /** SHA-256 of the session's id and the `state` parameter, hex: the state opens only for the session that began. */
    stateHash: text('state_hash').notNull(),
    network: text().notNull(),
    memberId: uuid('member_id').notNull(),
    codeVerifier: text('code_verifier').notNull(),
    expiresAt: instant('expires_at').notNull(),
    usedAt: instant('used_at'),
  },
  (table) => [
    primaryKey({ name: 'connect_attempts_pk', columns: [table.workspaceId, table.stateHash] }),
  ],
);
