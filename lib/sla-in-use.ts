import 'server-only';
import { and, asc, eq, isNotNull, isNull } from 'drizzle-orm';
import type { Tx } from '@/db/client';
import { calendars, calendarVersions, slaPolicies, slaPolicyVersions } from '@/db/schema/sla';
import { members } from '@/db/schema/workspaces';

/** The present version of each policy in use, in the order in which they are asked, and whose it is. */
export function policiesInUse(tx: Tx, workspaceId: string) {
  return policiesThat(tx, workspaceId, isNull);
}

/** The same of those that were taken out of use. */
export function archivedPolicies(tx: Tx, workspaceId: string) {
  return policiesThat(tx, workspaceId, isNotNull);
}

type Kept = typeof isNull | typeof isNotNull;

async function policiesThat(tx: Tx, workspaceId: string, are: Kept) {
  const rows = await tx
    .select({ version: slaPolicyVersions, takesAll: slaPolicies.takesAll, by: members.name })
    .from(slaPolicies)
    .innerJoin(
      slaPolicyVersions,
      and(
        eq(slaPolicyVersions.workspaceId, slaPolicies.workspaceId),
        eq(slaPolicyVersions.policyId, slaPolicies.id),
        isNull(slaPolicyVersions.replacedAt),
      ),
    )
    .leftJoin(
      members,
      and(
        eq(members.workspaceId, slaPolicyVersions.workspaceId),
        eq(members.id, slaPolicyVersions.createdBy),
      ),
    )
    .where(and(eq(slaPolicies.workspaceId, workspaceId), are(slaPolicies.archivedAt)))
    .orderBy(asc(slaPolicies.takesAll), asc(slaPolicies.position), asc(slaPolicies.id));
  return rows.map(({ version, ...row }) => ({ ...version, ...row }));
}

/** The present version of each calendar in use, by name, and whose it is. */
export function calendarsInUse(tx: Tx, workspaceId: string) {
  return calendarsThat(tx, workspaceId, isNull);
}

/** The same of those that were taken out of use. */
export function archivedCalendars(tx: Tx, workspaceId: string) {
  return calendarsThat(tx, workspaceId, isNotNull);
}

async function calendarsThat(tx: Tx, workspaceId: string, are: Kept) {
  const rows = await tx
    .select({ version: calendarVersions, by: members.name })
    .from(calendars)
    .innerJoin(
      calendarVersions,
      and(
        eq(calendarVersions.workspaceId, calendars.workspaceId),
        eq(calendarVersions.calendarId, calendars.id),
        isNull(calendarVersions.replacedAt),
      ),
    )
    .leftJoin(
      members,
      and(
        eq(members.workspaceId, calendarVersions.workspaceId),
        eq(members.id, calendarVersions.createdBy),
      ),
    )
    .where(and(eq(calendars.workspaceId, workspaceId), are(calendars.archivedAt)))
    .orderBy(asc(calendarVersions.name), asc(calendars.id));
  return rows.map(({ version, by }) => ({ ...version, by }));
}

export type PolicyInUse = Awaited<ReturnType<typeof policiesInUse>>[number];
export type CalendarInUse = Awaited<ReturnType<typeof calendarsInUse>>[number];
