import { sql } from 'drizzle-orm';
import type { ExtraConfigColumn } from 'drizzle-orm/pg-core';
import {
  boolean,
  check,
  foreignKey,
  index,
  integer,
  jsonb,
  numeric,
  pgTable,
  primaryKey,
  smallint,
  text,
  uniqueIndex,
  uuid,
} from 'drizzle-orm/pg-core';
import type {
  Attachment,
  ConversationKind,
  MessageKind,
  Status,
  Unreadable,
} from '@/lib/domain/conversation/conversation';
import type { PublicPost } from '@/lib/domain/conversation/post';
import type { Quarantine } from '@/lib/domain/triage/quarantine';
import { channels } from './channels';
import { byClocks, clockColumns } from './clocks';
import { instant, ownedByWorkspace } from './columns';
import { identities } from './people';
import { byQueue, routedColumns } from './routing-columns';
import { teams } from './teams';
import { members } from './workspaces';

/**
 * What a channel and a person on its network say to each other: in private, in the one thread of the
 * two, or in public, in a thread for each post that called the channel.
 */
export const conversations = pgTable(
  'conversations',
  {
    ...ownedByWorkspace(),
    id: uuid().notNull(),
    channelId: uuid('channel_id').notNull(),
    identityId: uuid('identity_id').notNull(),
    kind: text().$type<ConversationKind>().notNull().default('private'),
    /** The network's id of the post that the public thread began with; null when private. */
    publicThread: text('public_thread'),
    status: text().$type<Status>().notNull().default('open'),
    ownerId: uuid('owner_id'),
    /** Grows with each change of status or owner; every edit is compared with it. */
    version: integer().notNull().default(1),
    episode: integer().notNull().default(1),
    /** The newest message by the network's time; a late old message does not move it. */
    lastMessageAt: instant('last_message_at').notNull(),
    lastMessageTie: numeric('last_message_tie', { precision: 20, scale: 0 }).notNull().default('0'),
    lastMessageKind: text('last_message_kind').$type<MessageKind>().notNull(),
    /** The first line of the newest message, cut short: lists carry no bodies. */
    preview: text().notNull(),
    lastInboundAt: instant('last_inbound_at'),
    /** The oldest customer message that no reply has followed; null when nothing waits for us. */
    waitingSince: instant('waiting_since'),
    createdAt: instant('created_at').notNull().defaultNow(),
    resolvedAt: instant('resolved_at'),
    resolvedBy: uuid('resolved_by'),
    /** Since when it has its status. */
    statusAt: instant('status_at').notNull().defaultNow(),
    /** When a snoozed conversation wakes; null unless it is snoozed. */
    snoozedUntil: instant('snoozed_until'),
    snoozedBy: uuid('snoozed_by'),
    /** An index into `priorities`: 0 low, 1 normal, 2 high, 3 urgent. */
    priority: smallint().notNull().default(1),
    teamId: uuid('team_id'),
    /** Labels of this workspace; archived ones stay. */
    labelIds: uuid('label_ids').array().notNull().default(sql`'{}'::uuid[]`),
    /** A file was sent or received in it at some time. */
    hasAttachment: boolean('has_attachment').notNull().default(false),
    ...clockColumns(),
    ...routedColumns(),
    /** Why it was put aside as spam without a person; null else. */
    quarantine: jsonb().$type<Quarantine>(),
  },
  (table) => [
    primaryKey({ name: 'conversations_pk', columns: [table.workspaceId, table.id] }),
    ...byKind(table),
    index('conversations_by_status').on(
      table.workspaceId,
      table.status,
      table.lastMessageAt.desc().nullsFirst(),
      table.id.desc().nullsFirst(),
    ),
    index('conversations_by_owner').on(
      table.workspaceId,
      table.ownerId,
      table.status,
      table.lastMessageAt.desc().nullsFirst(),
      table.id.desc().nullsFirst(),
    ),
    index('conversations_by_team')
      .on(
        table.workspaceId,
        table.teamId,
        table.status,
        table.lastMessageAt.desc().nullsFirst(),
        table.id.desc().nullsFirst(),
      )
      .where(sql`team_id is not null`),
    index('conversations_by_channel').on(
      table.workspaceId,
      table.channelId,
      table.status,
      table.lastMessageAt.desc().nullsFirst(),
      table.id.desc().nullsFirst(),
    ),
    ...forLists(table),
    ...byClocks(table),
    index('conversations_of_identity').on(table.workspaceId, table.identityId),
    ...byQueue(table),
    index('conversations_labels').using('gin', table.labelIds),
    index('conversations_wake').on(table.snoozedUntil).where(sql`snoozed_until is not null`),
    check(
      'conversations_snooze',
      sql`(${table.status} = 'snoozed') = (${table.snoozedUntil} is not null)`,
    ),
    check('conversations_priority', sql`${table.priority} between 0 and 3`),
    foreignKey({
      name: 'conversations_team_fk',
      columns: [table.workspaceId, table.teamId],
      foreignColumns: [teams.workspaceId, teams.id],
    }),
    foreignKey({
      name: 'conversations_channel_fk',
      columns: [table.workspaceId, table.channelId],
      foreignColumns: [channels.workspaceId, channels.id],
    }),
    foreignKey({
      name: 'conversations_identity_fk',
      columns: [table.workspaceId, table.identityId],
      foreignColumns: [identities.workspaceId, identities.id],
    }),
    foreignKey({
      name: 'conversations_owner_fk',
      columns: [table.workspaceId, table.ownerId],
      foreignColumns: [members.workspaceId, members.id],
    }),
  ],
);

/** In private two have one conversation, in public one for each thread. */
function byKind(table: Sorted) {
  const { workspaceId, channelId, identityId, kind, publicThread } = table;
  return [
    uniqueIndex('conversations_private')
      .on(workspaceId, channelId, identityId)
      .where(sql`kind = 'private'`),
    uniqueIndex('conversations_public')
      .on(workspaceId, channelId, identityId, publicThread)
      .where(sql`kind = 'public'`),
    check(
      'conversations_kind',
      sql`${kind} in ('private', 'public') and (${kind} = 'public') = (${publicThread} is not null)`,
    ),
  ];
}

type Sorted = Record<
  | 'identityId'
  | 'kind'
  | 'publicThread'
  | 'workspaceId'
  | 'status'
  | 'ownerId'
  | 'teamId'
  | 'channelId'
  | 'priority'
  | 'lastMessageAt'
  | 'id',
  ExtraConfigColumn
>;

/** For lists with the urgent or the longest waiting first, as `lib/queries/inbox/order.ts` asks for it, and for files. */
function forLists(table: Sorted) {
  const { workspaceId, status, ownerId, teamId, channelId, priority, lastMessageAt, id } = table;
  // Those who do not wait come last.
  const waits = sql`(case when waiting_since is null then 'infinity'::timestamptz else waiting_since end)`;
  const order = [priority, waits, lastMessageAt, id] as const;
  return [
    index('conversations_by_status_wait').on(workspaceId, status, ...order),
    index('conversations_by_owner_wait').on(workspaceId, ownerId, status, ...order),
    index('conversations_by_team_wait')
      .on(workspaceId, teamId, status, ...order)
      .where(sql`team_id is not null`),
    index('conversations_by_channel_wait').on(workspaceId, channelId, status, ...order),
    index('conversations_with_files')
      .on(workspaceId, status, lastMessageAt.desc().nullsFirst(), id.desc().nullsFirst())
      .where(sql`has_attachment`),
    index('conversations_public_by_status')
      .on(workspaceId, status, lastMessageAt.desc().nullsFirst(), id.desc().nullsFirst())
      .where(sql`kind = 'public'`),
    index('conversations_public_by_wait')
      .on(workspaceId, status, ...order)
      .where(sql`kind = 'public'`),
  ];
}

/** One message or public post, or an internal note. Ordered by (at, tie, id): the network's time and id, never arrival. */
export const messages = pgTable(
  'messages',
  {
    ...ownedByWorkspace(),
    id: uuid().notNull(),
    conversationId: uuid('conversation_id').notNull(),
    channelId: uuid('channel_id').notNull(),
    kind: text().$type<MessageKind>().notNull(),
    /** Null when the customer wrote it, or when it was sent outside Porchlight. */
    authorId: uuid('author_id'),
    body: text().notNull(),
    /** What it is when nobody typed it here: the confirmation of an opt-out, or an offer. */
    automatic: text({ enum: ['opt_out', 'offer'] }),
    /** Why a message that exists cannot be read here: end-to-end encrypted, or taken back by its author. */
    unreadable: text().$type<Unreadable>(),
    attachments: jsonb().$type<Attachment[]>().notNull().default([]),
    /** What it answers and quotes, of a public post; null for all else. */
    post: jsonb().$type<PublicPost>(),
    /** The network's id; null for notes and for what the network has not confirmed. */
    externalId: text('external_id'),
    at: instant().notNull(),
    tie: numeric({ precision: 20, scale: 0 }).notNull().default('0'),
    /** Made by the writer's browser, so that sending twice is sending once. */
    clientKey: uuid('client_key'),
    /** The members whom a note names. */
    mentionIds: uuid('mention_ids').array().notNull().default(sql`'{}'::uuid[]`),
    createdAt: instant('created_at').notNull().defaultNow(),
  },
  (table) => [
    primaryKey({ name: 'messages_pk', columns: [table.workspaceId, table.id] }),
    index('messages_of_conversation').on(
      table.workspaceId,
      table.conversationId,
      table.at.desc().nullsFirst(),
      table.tie.desc().nullsFirst(),
      table.id.desc().nullsFirst(),
    ),
    index('messages_by_time').on(table.workspaceId, table.at),
    // What is said, word by word and day by day. Without a list of pending entries, which each search would read.
    index('messages_said')
      .using('gin', sql`porchlight_lexemes(porchlight_scope(workspace_id, at), body)`)
      .with({ fastupdate: false }),
    uniqueIndex('messages_external')
      .on(table.workspaceId, table.channelId, table.externalId)
      .where(sql`external_id is not null`),
    // Who repeats the words of a post that is gone.
    index('messages_answering')
      .on(table.workspaceId, sql`(post -> 'answers' ->> 'externalId')`)
      .where(sql`post is not null`),
    index('messages_quoting')
      .on(table.workspaceId, sql`(post -> 'quotes' ->> 'externalId')`)
      .where(sql`post is not null`),
    uniqueIndex('messages_client_key')
      .on(table.workspaceId, table.authorId, table.clientKey)
      .where(sql`client_key is not null`),
    foreignKey({
      name: 'messages_conversation_fk',
      columns: [table.workspaceId, table.conversationId],
      foreignColumns: [conversations.workspaceId, conversations.id],
    }),
  ],
);
