import { sql } from 'drizzle-orm';
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
import type { Calendar } from '@/lib/domain/sla/calendar';
import type { TargetOutcome } from '@/lib/domain/sla/evaluate';
import type { KeptPause, KeptSpan } from '@/lib/domain/sla/kept';
import type { Conditions, Metric, Promised, Step } from '@/lib/domain/sla/policy';
import { channels } from './channels';
import { instant, ownedByWorkspace } from './columns';
import { conversations } from './conversations';
import { members, workspaces } from './workspaces';

/** Business hours by name. What they are stands in their versions. */
export const calendars = pgTable(
  'calendars',
  {
    ...ownedByWorkspace(),
    id: uuid().notNull(),
    createdAt: instant('created_at').notNull().defaultNow(),
    archivedAt: instant('archived_at'),
  },
  (table) => [
    primaryKey({ name: 'calendars_pk', columns: [table.workspaceId, table.id] }),
    foreignKey({
      name: 'calendars_workspace_fk',
      columns: [table.workspaceId],
      foreignColumns: [workspaces.id],
    }),
  ],
);

/** Never changed: a clock that began by one version ends by it. One of each calendar is not replaced. */
export const calendarVersions = pgTable(
  'calendar_versions',
  {
    ...ownedByWorkspace(),
    id: uuid().notNull(),
    calendarId: uuid('calendar_id').notNull(),
    no: integer().notNull(),
    name: text().notNull(),
    timeZone: text('time_zone').notNull(),
    weekly: jsonb().$type<Calendar['weekly']>().notNull(),
    exceptions: jsonb().$type<Calendar['exceptions']>().notNull(),
    createdBy: uuid('created_by'),
    createdAt: instant('created_at').notNull().defaultNow(),
    replacedAt: instant('replaced_at'),
  },
  (table) => [
    primaryKey({ name: 'calendar_versions_pk', columns: [table.workspaceId, table.id] }),
    uniqueIndex('calendar_versions_no').on(table.workspaceId, table.calendarId, table.no),
    uniqueIndex('calendar_versions_current')
      .on(table.workspaceId, table.calendarId)
      .where(sql`replaced_at is null`),
    foreignKey({
      name: 'calendar_versions_calendar_fk',
      columns: [table.workspaceId, table.calendarId],
      foreignColumns: [calendars.workspaceId, calendars.id],
    }),
    foreignKey({
      name: 'calendar_versions_by_fk',
      columns: [table.workspaceId, table.createdBy],
      foreignColumns: [members.workspaceId, members.id],
    }),
  ],
);

/** A promise about conversations. The first by position whose conditions fit holds; the one that takes all comes last. */
export const slaPolicies = pgTable(
  'sla_policies',
  {
    ...ownedByWorkspace(),
    id: uuid().notNull(),
    position: integer().notNull(),
    /** It has no conditions, comes last and stays. */
    takesAll: boolean('takes_all').notNull().default(false),
    createdAt: instant('created_at').notNull().defaultNow(),
    archivedAt: instant('archived_at'),
  },
  (table) => [
    primaryKey({ name: 'sla_policies_pk', columns: [table.workspaceId, table.id] }),
    uniqueIndex('sla_policies_takes_all').on(table.workspaceId).where(sql`takes_all`),
    check('sla_policies_stay', sql`not (${table.takesAll} and ${table.archivedAt} is not null)`),
    foreignKey({
      name: 'sla_policies_workspace_fk',
      columns: [table.workspaceId],
      foreignColumns: [workspaces.id],
    }),
  ],
);

/** Never changed, as with calendars. */
export const slaPolicyVersions = pgTable(
  'sla_policy_versions',
  {
    ...ownedByWorkspace(),
    id: uuid().notNull(),
    policyId: uuid('policy_id').notNull(),
    no: integer().notNull(),
    name: text().notNull(),
    calendarId: uuid('calendar_id').notNull(),
    conditions: jsonb().$type<Conditions>().notNull(),
    promises: jsonb().$type<Partial<Record<Metric, Promised>>>().notNull(),
    /** What happens before and after something is due. */
    steps: jsonb().$type<readonly Step[]>().notNull(),
    /** From this share of the time on, a target is at risk. */
    riskPercent: smallint('risk_percent').notNull().default(75),
    automaticCounts: boolean('automatic_counts').notNull().default(false),
    publicCounts: boolean('public_counts').notNull().default(true),
    createdBy: uuid('created_by'),
    createdAt: instant('created_at').notNull().defaultNow(),
    replacedAt: instant('replaced_at'),
  },
  (table) => [
    primaryKey({ name: 'sla_policy_versions_pk', columns: [table.workspaceId, table.id] }),
    uniqueIndex('sla_policy_versions_no').on(table.workspaceId, table.policyId, table.no),
    uniqueIndex('sla_policy_versions_current')
      .on(table.workspaceId, table.policyId)
      .where(sql`replaced_at is null`),
    foreignKey({
      name: 'sla_policy_versions_policy_fk',
      columns: [table.workspaceId, table.policyId],
      foreignColumns: [slaPolicies.workspaceId, slaPolicies.id],
    }),
    foreignKey({
      name: 'sla_policy_versions_calendar_fk',
      columns: [table.workspaceId, table.calendarId],
      foreignColumns: [calendars.workspaceId, calendars.id],
    }),
    foreignKey({
      name: 'sla_policy_versions_by_fk',
      columns: [table.workspaceId, table.createdBy],
      foreignColumns: [members.workspaceId, members.id],
    }),
  ],
);

/** One running instance of a promise, or how it ended: what `evaluate()` made of the conversation's history. */
export const slaTargets = pgTable(
  'sla_targets',
  {
    ...ownedByWorkspace(),
    id: uuid().notNull(),
    conversationId: uuid('conversation_id').notNull(),
    episode: integer().notNull(),
    metric: text().$type<Metric>().notNull(),
    cycle: integer().notNull(),
    policyVersionId: uuid('policy_version_id').notNull(),
    /** Null is round the clock. */
    calendarVersionId: uuid('calendar_version_id'),
    priority: smallint().notNull(),
    /** What was promised, in seconds of its clock. */
    seconds: integer().notNull(),
    startedAt: instant('started_at').notNull(),
    /** Null while its clock stands. */
    dueAt: instant('due_at'),
    spans: jsonb().$type<readonly KeptSpan[]>().notNull(),
    paused: jsonb().$type<readonly KeptPause[]>().notNull(),
    metAt: instant('met_at'),
    /** When it was due and not kept; never when that was noticed. */
    breachedAt: instant('breached_at'),
    endedAt: instant('ended_at'),
    outcome: text().$type<TargetOutcome>().notNull(),
    /** Seconds of its clock until it ended; null while it runs. */
    elapsedSeconds: numeric('elapsed_seconds', { precision: 14, scale: 3 }),
    overrunSeconds: numeric('overrun_seconds', { precision: 14, scale: 3 }),
    /** Whose it was when it ended, or is while it runs: what reports group by. */
    channelId: uuid('channel_id').notNull(),
    teamId: uuid('team_id'),
    memberId: uuid('member_id'),
    labelIds: uuid('label_ids').array().notNull().default(sql`'{}'::uuid[]`),
  },
  (table) => [
    primaryKey({ name: 'sla_targets_pk', columns: [table.workspaceId, table.id] }),
    uniqueIndex('sla_targets_cycle').on(
      table.workspaceId,
      table.conversationId,
      table.episode,
      table.metric,
      table.cycle,
    ),
    index('sla_targets_by_start').on(table.workspaceId, table.metric, table.startedAt),
    foreignKey({
      name: 'sla_targets_conversation_fk',
      columns: [table.workspaceId, table.conversationId],
      foreignColumns: [conversations.workspaceId, conversations.id],
    }),
    foreignKey({
      name: 'sla_targets_policy_fk',
      columns: [table.workspaceId, table.policyVersionId],
      foreignColumns: [slaPolicyVersions.workspaceId, slaPolicyVersions.id],
    }),
    foreignKey({
      name: 'sla_targets_calendar_fk',
      columns: [table.workspaceId, table.calendarVersionId],
      foreignColumns: [calendarVersions.workspaceId, calendarVersions.id],
    }),
    foreignKey({
      name: 'sla_targets_channel_fk',
      columns: [table.workspaceId, table.channelId],
      foreignColumns: [channels.workspaceId, channels.id],
    }),
  ],
);

/** An armed step of a target. A change of the target's time arms it anew; what was armed before cannot fire. */
export const slaTimers = pgTable(
  'sla_timers',
  {
    ...ownedByWorkspace(),
    targetId: uuid('target_id').notNull(),
    /** The step's name in the policy version; `risk` and `breach` are there for every target. */
    step: text().notNull(),
    conversationId: uuid('conversation_id').notNull(),
    generation: integer().notNull().default(1),
    /** Null when it is not armed: the clock stands, or the target ended. */
    dueAt: instant('due_at'),
    /** Once: a step of a target happens no second time. */
    firedAt: instant('fired_at'),
  },
  (table) => [
    primaryKey({
      name: 'sla_timers_pk',
      columns: [table.workspaceId, table.targetId, table.step],
    }),
    index('sla_timers_of_conversation').on(table.workspaceId, table.conversationId),
    index('sla_timers_due').on(table.dueAt).where(sql`due_at is not null and fired_at is null`),
    foreignKey({
      name: 'sla_timers_target_fk',
      columns: [table.workspaceId, table.targetId],
      foreignColumns: [slaTargets.workspaceId, slaTargets.id],
    }),
  ],
);

/** A change of policies or calendars is carried to the open conversations, some at a time, in the order of their ids. */
export const slaSpreads = pgTable(
  'sla_spreads',
  {
    ...ownedByWorkspace(),
    id: uuid().notNull(),
    createdBy: uuid('created_by'),
    createdAt: instant('created_at').notNull().defaultNow(),
    /** The last conversation that it came to. */
    reached: uuid(),
    endedAt: instant('ended_at'),
  },
  (table) => [
    primaryKey({ name: 'sla_spreads_pk', columns: [table.workspaceId, table.id] }),
    index('sla_spreads_running').on(table.createdAt).where(sql`ended_at is null`),
    foreignKey({
      name: 'sla_spreads_workspace_fk',
      columns: [table.workspaceId],
      foreignColumns: [workspaces.id],
    }),
  ],
);
