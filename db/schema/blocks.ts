import { sql } from 'drizzle-orm';
import {
  boolean,
  foreignKey,
  index,
  integer,
  pgTable,
  primaryKey,
  text,
  uuid,
} from 'drizzle-orm/pg-core';
import type { BlockProblem } from '@/lib/domain/permissions/message-block';
import { channels } from './channels';
import { instant, ownedByWorkspace } from './columns';
import { identities } from './people';
import { members } from './workspaces';

/**
 * Whether a channel takes private messages of a person: what somebody wants of it, and what the network
 * has answered. Stays when it is over, so that what may be under way is never forgotten.
 */
export const messageBlocks = pgTable(
  'message_blocks',
  {
    ...ownedByWorkspace(),
    channelId: uuid('channel_id').notNull(),
    identityId: uuid('identity_id').notNull(),
    wanted: boolean().notNull(),
    askedBy: uuid('asked_by').notNull(),
    askedAt: instant('asked_at').notNull().defaultNow(),
    /** Null when nothing is to be done. */
    dueAt: instant('due_at').defaultNow(),
    tries: integer().notNull().default(0),
    /** Names the hold of a worker: who comes back late changes nothing. */
    leaseId: uuid('lease_id'),
    /** The network was asked and has not answered since: it may have done it. */
    inDoubt: boolean('in_doubt').notNull().default(false),
    /** Why the last try did not work. */
    problem: text().$type<BlockProblem>(),
    /** From then on nobody tries it by itself. */
    failedAt: instant('failed_at'),
    /** Since when it holds on the network, and who wanted that; null when it does not. */
    blockedAt: instant('blocked_at'),
    blockedBy: uuid('blocked_by'),
  },
  (table) => [
    primaryKey({
      name: 'message_blocks_pk',
      columns: [table.workspaceId, table.channelId, table.identityId],
    }),
    index('message_blocks_due').on(table.dueAt).where(sql`due_at is not null`),
    foreignKey({
      name: 'message_blocks_channel_fk',
      columns: [table.workspaceId, table.channelId],
      foreignColumns: [channels.workspaceId, channels.id],
    }),
    foreignKey({
      name: 'message_blocks_identity_fk',
      columns: [table.workspaceId, table.identityId],
      foreignColumns: [identities.workspaceId, identities.id],
    }),
    foreignKey({
      name: 'message_blocks_asker_fk',
      columns: [table.workspaceId, table.askedBy],
      foreignColumns: [members.workspaceId, members.id],
    }),
    foreignKey({
      name: 'message_blocks_blocker_fk',
      columns: [table.workspaceId, table.blockedBy],
      foreignColumns: [members.workspaceId, members.id],
    }),
  ],
);
