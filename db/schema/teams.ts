import { sql } from 'drizzle-orm';
import {
  check,
  foreignKey,
  index,
  pgTable,
  primaryKey,
  text,
  uniqueIndex,
  uuid,
} from 'drizzle-orm/pg-core';
import { instant, ownedByWorkspace } from './columns';
import { teamRouting } from './routing-columns';
import { members, workspaces } from './workspaces';

/** A group of members that work is given to. */
export const teams = pgTable(
  'teams',
  {
    ...ownedByWorkspace(),
    id: uuid().notNull(),
    name: text().notNull(),
    createdAt: instant('created_at').notNull().defaultNow(),
    ...teamRouting(),
    /** Archived teams keep what they had and get nothing new. */
    archivedAt: instant('archived_at'),
  },
  (table) => [
    primaryKey({ name: 'teams_pk', columns: [table.workspaceId, table.id] }),
    uniqueIndex('teams_name')
      .on(table.workspaceId, sql`lower(name)`)
      .where(sql`archived_at is null`),
    index('teams_routed')
      .on(table.workspaceId)
      .where(sql`strategy <> 'off' and archived_at is null`),
    foreignKey({
      name: 'teams_workspace_fk',
      columns: [table.workspaceId],
      foreignColumns: [workspaces.id],
    }),
    check('teams_strategy', sql`${table.strategy} in ('off', 'balanced', 'round_robin')`),
    check('teams_absence', sql`${table.absence} in ('keep', 'on_message', 'after', 'cover')`),
    check(
      'teams_limits',
      sql`${table.absenceMinutes} > 0 and ${table.stickyDays} >= 0 and ${table.touchMinutes} > 0 and ${table.mostHops} >= 0 and ${table.relaxMinutes} >= 0`,
    ),
  ],
);

export const teamMembers = pgTable(
  'team_members',
  {
    ...ownedByWorkspace(),
    teamId: uuid('team_id').notNull(),
    memberId: uuid('member_id').notNull(),
    createdAt: instant('created_at').notNull().defaultNow(),
    /** When the router last gave them something of this team: whose turn is next. */
    lastAssignedAt: instant('last_assigned_at'),
  },
  (table) => [
    primaryKey({
      name: 'team_members_pk',
      columns: [table.workspaceId, table.teamId, table.memberId],
    }),
    index('team_members_of_member').on(table.workspaceId, table.memberId),
    foreignKey({
      name: 'team_members_team_fk',
      columns: [table.workspaceId, table.teamId],
      foreignColumns: [teams.workspaceId, teams.id],
    }),
    foreignKey({
      name: 'team_members_member_fk',
      columns: [table.workspaceId, table.memberId],
      foreignColumns: [members.workspaceId, members.id],
    }),
  ],
);
