import 'server-only';
import { and, asc, desc, eq, isNull, sql } from 'drizzle-orm';
import type { Tx } from '@/db/client';
import { prepared } from '@/db/client';
import { routingRules, routingRuleVersions } from '@/db/schema/rules';
import { members } from '@/db/schema/workspaces';
import { holdersOf } from './domain/access/can';
import type { RuleBook } from './domain/rules/apply';
import type { Mode, RuleVersion } from './domain/rules/rule';
import type { Calendar } from './domain/sla/calendar';

/** The present version of each rule and whose it is: those in use in their order, then the archived ones. */
export async function rulesOf(tx: Tx, workspaceId: string) {
  const rows = await tx
    .select({
      version: routingRuleVersions,
      archivedAt: routingRules.archivedAt,
      by: members.name,
    })
    .from(routingRules)
    .innerJoin(
      routingRuleVersions,
      and(
        eq(routingRuleVersions.workspaceId, routingRules.workspaceId),
        eq(routingRuleVersions.ruleId, routingRules.id),
        isNull(routingRuleVersions.replacedAt),
      ),
    )
    .leftJoin(
      members,
      and(
        eq(members.workspaceId, routingRuleVersions.workspaceId),
        eq(members.id, routingRuleVersions.createdBy),
      ),
    )
    .where(eq(routingRules.workspaceId, workspaceId))
    .orderBy(
      desc(sql`${routingRules.archivedAt} is null`),
      asc(routingRules.position),
      asc(routingRules.id),
    );
  return rows.map(({ version, ...row }) => ({ ...version, ...row }));
}

export type KeptRule = Awaited<ReturnType<typeof rulesOf>>[number];

/** How the rules stand to each other: what holds before anybody chose. */
export async function modeOf(tx: Tx, workspaceId: string): Promise<Mode> {
  const rows = await prepared<{ mode: Mode }>(tx, {
    name: 'routing-mode',
    text: 'select mode from routing_settings where workspace_id = $1',
    values: [workspaceId],
  });
  return rows[0]?.mode ?? 'first';
}

/** The hours that rules may name, as they are now, by the id of the calendar. */
async function calendarsNow(tx: Tx, workspaceId: string): Promise<ReadonlyMap<string, Calendar>> {
  const rows = await prepared<Calendar & { id: string }>(tx, {
    name: 'calendars-now',
    text: `select calendar_id as id, time_zone as "timeZone", weekly, exceptions
      from calendar_versions where workspace_id = $1 and replaced_at is null`,
    values: [workspaceId],
  });
  return new Map(rows.map(({ id, ...calendar }) => [id, calendar]));
}

/** All that is needed to ask rules, but for what is out of use: that is asked of what they would give. */
export async function readBook(
  tx: Tx,
  workspaceId: string,
  rules: readonly RuleVersion[],
): Promise<RuleBook> {
  return {
    mode: await modeOf(tx, workspaceId),
    rules,
    calendars: await calendarsNow(tx, workspaceId),
    gone: new Set(),
  };
}

/** Those of the ids that can be given to no conversation now: archived, removed, or not of this workspace. */
export async function goneAmong(
  tx: Tx,
  workspaceId: string,
  ids: readonly string[],
): Promise<ReadonlySet<string>> {
  if (ids.length === 0) return new Set();
  const rows = await prepared<{ id: string }>(tx, {
    name: 'gone-among',
    text: goneText,
    values: [workspaceId, ids, holdersOf('conversation.reply')],
  });
  return new Set(rows.map(({ id }) => id));
}

const inUse = (table: string, condition = 'here.archived_at is null') =>
  `exists (select from ${table} here
    where here.workspace_id = $1 and here.id = asked.id and ${condition})`;

const goneText = `
  select distinct asked.id from unnest($2::uuid[]) as asked(id)
  where not (${inUse('teams')} or ${inUse('labels')} or ${inUse('skills')} or ${inUse('sla_policies')}
    or ${inUse('members', 'here.removed_at is null and here.roles && $3::text[]')})`;
