import 'server-only';
import { withWorkspace } from '@/db/client';
import type { Actor } from '@/lib/domain/access/can';
import { isoInstant } from '@/lib/domain/conversation/instant';
import type { CalendarInUse, PolicyInUse } from '@/lib/sla-in-use';
import { calendarsInUse, policiesInUse } from '@/lib/sla-in-use';
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

/** Every calendar by name and every policy in its order. There are few of both. */
export async function slaSettings(
  actor: Actor,
): Promise<{ hours: HoursView[]; policies: SlaPolicyView[] }> {
  requirePermission(actor, 'sla.read');
  const [calendars, policies] = await withWorkspace(
    actor.workspaceId,
    async (tx) => [
      await calendarsInUse(tx, actor.workspaceId),
      await policiesInUse(tx, actor.workspaceId),
    ],
    'read',
  );
  return {
    hours: calendars.map(({ id, createdAt, calendarId, ...row }) => ({
      versionId: id,
      at: isoInstant(createdAt),
      calendarId,
      name: row.name,
      timeZone: row.timeZone,
      weekly: row.weekly,
      exceptions: row.exceptions,
      by: row.by,
      policies: policies.filter((one) => one.calendarId === calendarId).map(({ name }) => name),
    })),
    policies: policies.map(({ id, createdAt, calendarId, ...row }) => ({
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
    })),
  };
}
