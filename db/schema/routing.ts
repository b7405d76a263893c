import { sql } from 'drizzle-orm';
import {
  foreignKey,
  index,
  jsonb,
  numeric,
  pgTable,
  primaryKey,
  text,
  uniqueIndex,
  uuid,
} from 'drizzle-orm/pg-core';
import type { Given, Skip } from '@/lib/domain/routing/assignment';
import { instant, ownedByWorkspace } from './columns';
import { conversations } from './conversations';
import { members, workspaces } from './workspaces';

/** Something that not everyone can: a language, a product, a trade. */
export const skills = pgTable(
  'skills',
  {
    ...ownedByWorkspace(),
    id: uuid().notNull(),
    name: text().notNull(),
    createdAt: instant('created_at').notNull().defaultNow(),
    archivedAt: instant('archived_at'),
  },
  (table) => [
    primaryKey({ name: 'skills_pk', columns: [table.workspaceId, table.id] }),
    uniqueIndex('skills_name')
      .on(table.workspaceId, sql`lower(name)`)
      .where(sql`archived_at is null`),
    foreignKey({
      name: 'skills_workspace_fk',
      columns: [table.workspaceId],
      foreignColumns: [workspaces.id],
    }),
  ],
);

/** Each time the router gave a conversation to somebody, or gave it to nobody for a new reason: why them, and why not the others. */
export const assignments = pgTable(
  'assignments',
  {
    ...ownedByWorkspace(),
    id: uuid().notNull(),
    conversationId: uuid('conversation_id').notNull(),
    /** Null when nobody could be given it. */
    memberId: uuid('member_id'),
    teamId: uuid('team_id'),
    at: instant().notNull().defaultNow(),
    given: text().$type<Given>().notNull(),
    /** The member's load after it, and their capacity then. */
    load: numeric({ precision: 6, scale: 2, mode: 'number' }),
    capacity: numeric({ precision: 6, scale: 2, mode: 'number' }),
    skipped: jsonb().$type<readonly Skip[]>().notNull(),
  },
  (table) => [
    primaryKey({ name: 'assignments_pk', columns: [table.workspaceId, table.id] }),
    index('assignments_of_conversation').on(table.workspaceId, table.conversationId, table.at),
    index('assignments_by_age').on(table.workspaceId, table.at),
    foreignKey({
      name: 'assignments_conversation_fk',
      columns: [table.workspaceId, table.conversationId],
      foreignColumns: [conversations.workspaceId, conversations.id],
    }),
    foreignKey({
      name: 'assignments_member_fk',
      columns: [table.workspaceId, table.memberId],
      foreignColumns: [members.workspaceId, members.id],
    }),
  ],
);
