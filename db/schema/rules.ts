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
import type { Entry } from '@/lib/domain/rules/apply';
import type { Condition, Effects, Mode } from '@/lib/domain/rules/rule';
import type { Done } from '@/lib/domain/rules/run';
import { instant, ownedByWorkspace } from './columns';
import { conversations } from './conversations';
import { members, workspaces } from './workspaces';

/** How a workspace's rules stand to each other. Without a row there were never any. */
export const routingSettings = pgTable(
  'routing_settings',
  {
    ...ownedByWorkspace(),
    mode: text().$type<Mode>().notNull().default('first'),
    /** Grows with every change of the rules: whoever read them with this number need not read them again. */
    version: integer().notNull().default(1),
    /** Whether any rule is in use and switched on; else nothing asks them. */
    isInUse: boolean('is_in_use').notNull().default(false),
  },
  (table) => [
    primaryKey({ name: 'routing_settings_pk', columns: [table.workspaceId] }),
    check('routing_settings_mode', sql`${table.mode} in ('first', 'all')`),
    foreignKey({
      name: 'routing_settings_workspace_fk',
      columns: [table.workspaceId],
      foreignColumns: [workspaces.id],
    }),
  ],
);

/** A rule that says where messages go. What it says stands in its versions. */
export const routingRules = pgTable(
  'routing_rules',
  {
    ...ownedByWorkspace(),
    id: uuid().notNull(),
    position: integer().notNull(),
    createdAt: instant('created_at').notNull().defaultNow(),
    archivedAt: instant('archived_at'),
  },
  (table) => [
    primaryKey({ name: 'routing_rules_pk', columns: [table.workspaceId, table.id] }),
    foreignKey({
      name: 'routing_rules_workspace_fk',
      columns: [table.workspaceId],
      foreignColumns: [workspaces.id],
    }),
  ],
);

/** Never changed: the log of a conversation speaks of versions. One of each rule is not replaced. */
export const routingRuleVersions = pgTable(
  'routing_rule_versions',
  {
    ...ownedByWorkspace(),
    id: uuid().notNull(),
    ruleId: uuid('rule_id').notNull(),
    no: integer().notNull(),
    name: text().notNull(),
    enabled: boolean().notNull(),
    conditions: jsonb().$type<readonly Condition[]>().notNull(),
    effects: jsonb().$type<Effects>().notNull(),
    createdBy: uuid('created_by'),
    createdAt: instant('created_at').notNull().defaultNow(),
    replacedAt: instant('replaced_at'),
  },
  (table) => [
    primaryKey({ name: 'routing_rule_versions_pk', columns: [table.workspaceId, table.id] }),
    uniqueIndex('routing_rule_versions_no').on(table.workspaceId, table.ruleId, table.no),
    uniqueIndex('routing_rule_versions_current')
      .on(table.workspaceId, table.ruleId)
      .where(sql`replaced_at is null`),
    foreignKey({
      name: 'routing_rule_versions_rule_fk',
      columns: [table.workspaceId, table.ruleId],
      foreignColumns: [routingRules.workspaceId, routingRules.id],
    }),
    foreignKey({
      name: 'routing_rule_versions_by_fk',
      columns: [table.workspaceId, table.createdBy],
      foreignColumns: [members.workspaceId, members.id],
    }),
  ],
);

/** What the rules made of a message: each with why it held or not, and what that came to. */
export const ruleRuns = pgTable(
  'rule_runs',
  {
    ...ownedByWorkspace(),
    id: uuid().notNull(),
    conversationId: uuid('conversation_id').notNull(),
    messageId: uuid('message_id').notNull(),
    at: instant().notNull().defaultNow(),
    mode: text().$type<Mode>().notNull(),
    entries: jsonb().$type<readonly Entry[]>().notNull(),
    effects: jsonb().$type<Done>().notNull(),
  },
  (table) => [
    primaryKey({ name: 'rule_runs_pk', columns: [table.workspaceId, table.id] }),
    index('rule_runs_of_conversation').on(table.workspaceId, table.conversationId, table.at),
    index('rule_runs_by_age').on(table.workspaceId, table.at),
    foreignKey({
      name: 'rule_runs_conversation_fk',
      columns: [table.workspaceId, table.conversationId],
      foreignColumns: [conversations.workspaceId, conversations.id],
    }),
  ],
);
