import 'server-only';
import { withWorkspace } from '@/db/client';
import type { Actor } from '@/lib/domain/access/can';
import { isoInstant } from '@/lib/domain/conversation/instant';
import type { CalendarInUse, PolicyInUse } from '@/lib/sla-in-use';
import {
  archivedCalendars,
  archivedPolicies,
  calendarsInUse,
  policiesInUse,
} from '@/lib/sla-in-use';
import { requirePermission } from '../permission';

/** Business hours in use, and which policies count by them. */
export type HoursView = Pick<
  CalendarInUse,
  'calendarId' | 'name' | 'timeZone' | 'weekly' | 'exceptions' | 'by'
> & { versionId: string; at: string; policies: string[] };

/** A policy in use, with the name of its hours. */
export type SlaPolicyView = Pick<
  PolicyInUse,
  | 'policyId'
  | 'name'
  | 'takesAll'
  | 'calendarId'
  | 'conditions'
  | 'promises'
  | 'steps'
  | 'riskPercent'
  | 'automaticCounts'
  | 'publicCounts'
  | 'by'
> & { versionId: string; at: string; hours: string };

/** Every calendar by name and every policy in its order, and of both what was taken out of use. There are few of them. */
export async function slaSettings(actor: Actor): Promise<SlaSettings & { archived: SlaSettings }> {
  requirePermission(actor, 'sla.read');
  const { workspaceId } = actor;
  const [inUse, archived] = await withWorkspace(
    workspaceId,
    async (tx) => [
      [await calendarsInUse(tx, workspaceId), await policiesInUse(tx, workspaceId)] as const,
      [await archivedCalendars(tx, workspaceId), await archivedPolicies(tx, workspaceId)] as const,
    ],
    'read',
  );
  const [calendars, policies] = inUse;
  const all = [...calendars, ...archived[0]];
  return {
    hours: calendars.map((one) => hoursView(one, policies)),
    policies: policies.map((one) => policyView(one, all)),
    archived: {
      hours: archived[0].map((one) => hoursView(one, policies)),
      policies: archived[1].map((one) => policyView(one, all)),
    },
  };
}

type SlaSettings = { hours: HoursView[]; policies: SlaPolicyView[] };

function hoursView(calendar: CalendarInUse, policies: readonly PolicyInUse[]): HoursView {
  const { id, createdAt, calendarId, name, timeZone, weekly, exceptions, by } = calendar;
  return {
    versionId: id,
    at: isoInstant(createdAt),
    calendarId,
    name,
    timeZone,
    weekly,
    exceptions,
    by,
    policies: policies.filter((one) => one.calendarId === calendarId).map((one) => one.name),
  };
}

function policyView(policy: PolicyInUse, calendars: readonly CalendarInUse[]): SlaPolicyView {
  const { id, createdAt, calendarId, ...row } = policy;
  return {
    versionId: id,
    at: isoInstant(createdAt),
    policyId: row.policyId,
    name: row.name,
    takesAll: row.takesAll,
    calendarId,
    hours: calendars.find((one) => one.calendarId === calendarId)?.name ?? '',
    conditions: row.conditions,
    promises: row.promises,
    steps: row.steps,
    riskPercent: row.riskPercent,
    automaticCounts: row.automaticCounts,
    publicCounts: row.publicCounts,
    by: row.by,
  };
}
