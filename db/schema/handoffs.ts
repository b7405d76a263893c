import { sql } from 'drizzle-orm';
import {
  foreignKey,
  index,
  pgTable,
  primaryKey,
  text,
  uniqueIndex,
  uuid,
} from 'drizzle-orm/pg-core';
import { channels } from './channels';
import { instant, ownedByWorkspace } from './columns';
import { conversations } from './conversations';
import { identities } from './people';
import { members } from './workspaces';

/** That a public conversation was taken into private, from the complaint until the private message arrives. */
export const handoffs = pgTable(
  'handoffs',
  {
    ...ownedByWorkspace(),
    id: uuid().notNull(),
    channelId: uuid('channel_id').notNull(),
    identityId: uuid('identity_id').notNull(),
    publicId: uuid('public_id').notNull(),
    /** Null until the private message arrives. */
    privateId: uuid('private_id'),
    /** Invited by a public post, or written to in the private conversation that there was. */
    how: text({ enum: ['invited', 'written'] }).notNull(),
    byId: uuid('by_id').notNull(),
    /** Our post with the invitation; null when there was none. */
    messageId: uuid('message_id'),
    /** When the complaint was made in public: what is promised counts from then. */
    startedAt: instant('started_at').notNull(),
    invitedAt: instant('invited_at').notNull().defaultNow(),
    arrivedAt: instant('arrived_at'),
    /** The button of our post led to it, or the same person wrote within the time. */
    matchedBy: text('matched_by', { enum: ['link', 'author'] }),
  },
  (table) => [
    primaryKey({ name: 'handoffs_pk', columns: [table.workspaceId, table.id] }),
    uniqueIndex('handoffs_of_public').on(table.workspaceId, table.publicId),
    index('handoffs_of_private').on(table.workspaceId, table.privateId),
    index('handoffs_awaited')
      .on(table.workspaceId, table.channelId, table.identityId)
      .where(sql`arrived_at is null`),
    index('handoffs_by_time').on(table.workspaceId, table.invitedAt),
    ...['public', 'private'].map((which) =>
      foreignKey({
        name: `handoffs_${which}_fk`,
        columns: [table.workspaceId, which === 'public' ? table.publicId : table.privateId],
        foreignColumns: [conversations.workspaceId, conversations.id],
      }),
    ),
    foreignKey({
      name: 'handoffs_channel_fk',
      columns: [table.workspaceId, table.channelId],
      foreignColumns: [channels.workspaceId, channels.id],
    }),
    foreignKey({
      name: 'handoffs_identity_fk',
      columns: [table.workspaceId, table.identityId],
      foreignColumns: [identities.workspaceId, identities.id],
    }),
    foreignKey({
      name: 'handoffs_by_fk',
      columns: [table.workspaceId, table.byId],
      foreignColumns: [members.workspaceId, members.id],
    }),
  ],
);

/** The approved words of an invitation to write in private. */
export const invitationTexts = pgTable(
  'invitation_texts',
  {
    ...ownedByWorkspace(),
    id: uuid().notNull(),
    body: text().notNull(),
    createdAt: instant('created_at').notNull().defaultNow(),
  },
  (table) => [primaryKey({ name: 'invitation_texts_pk', columns: [table.workspaceId, table.id] })],
);
