import 'server-only';
import type { Tx } from '@/db/client';
import { prepared } from '@/db/client';
import type { CalendarVersion, PolicyVersion, Step } from '@/lib/domain/sla/policy';

/** A policy version with what happens around its due times. */
export type KnownPolicy = PolicyVersion & { riskPercent: number; steps: readonly Step[] };

type Known = { policies: Map<string, KnownPolicy>; calendars: Map<string, CalendarVersion> };

/** Versions never change: what was read once holds. What a clock computes from a calendar is kept with it. */
const known: Known = { policies: new Map(), calendars: new Map() };

/** Reads the versions that are not known yet. */
export async function knowVersions(
  tx: Tx,
  workspaceId: string,
  ids: { policies: readonly string[]; calendars: readonly string[] },
): Promise<Known> {
  const policies = ids.policies.filter((id) => !known.policies.has(id));
  const calendars = ids.calendars.filter((id) => !known.calendars.has(id));
  if (policies.length + calendars.length === 0) return known;
  const [row] = await prepared<{ policies: KnownPolicy[]; calendars: CalendarVersion[] }>(tx, {
    name: 'sla-versions',
    text: versionsText,
    values: [workspaceId, policies, calendars],
  });
  for (const policy of row?.policies ?? []) known.policies.set(policy.id, policy);
  for (const calendar of row?.calendars ?? []) known.calendars.set(calendar.id, calendar);
  return known;
}

const versionsText = `
  select
    (select coalesce(jsonb_agg(jsonb_build_object('id', id, 'promises', promises, 'steps', steps,
        'riskPercent', risk_percent, 'automaticCounts', automatic_counts, 'publicCounts', public_counts)), '[]')
      from sla_policy_versions where workspace_id = $1 and id = any($2::uuid[])) as policies,
    (select coalesce(jsonb_agg(jsonb_build_object('id', id, 'timeZone', time_zone, 'weekly', weekly,
        'exceptions', exceptions)), '[]')
      from calendar_versions where workspace_id = $1 and id = any($3::uuid[])) as calendars`;
