import 'server-only';
import { and, asc, eq, isNull, sql } from 'drizzle-orm';
import { z } from 'zod';
import { calendars } from '@/db/schema/sla';
import { teams } from '@/db/schema/teams';
import { Refusal } from '@/lib/domain/refusal';
import { calendarsInUse, policiesInUse } from '@/lib/sla-in-use';
import type { CommandContext } from '../command';
import { command } from '../command';
import { calendarAmong } from './among';
import { changed, oneAtATime } from './settings';

/** Takes hours out of use that no policy counts and no team works by. Clocks that began by them go on. */
export const archiveCalendar = command({
  permission: 'sla.manage',
  input: z.strictObject({ calendarId: z.uuid() }),
  async run(context, { calendarId }) {
    await oneAtATime(context);
    const { tx, workspaceId } = context;
    const { name } = calendarAmong(await calendarsInUse(tx, workspaceId), calendarId);
    const policies = await policiesInUse(tx, workspaceId);
    const users = policies.filter((policy) => policy.calendarId === calendarId);
    if (users.length > 0) throw new Refusal('conflict', whyNot(name, users));
    await lockHours(context, calendarId);
    const working = await teamsBy(context, calendarId);
    if (working.length > 0) throw new Refusal('conflict', whyNotTeams(name, working));
    await tx
      .update(calendars)
      .set({ archivedAt: sql`now()` })
      .where(and(eq(calendars.workspaceId, workspaceId), eq(calendars.id, calendarId)));
    return await changed(context, null, 'new');
  },
});

async function lockHours({ tx, workspaceId }: CommandContext, calendarId: string): Promise<void> {
  await tx
    .select({ id: calendars.id })
    .from(calendars)
    .where(and(eq(calendars.workspaceId, workspaceId), eq(calendars.id, calendarId)))
    .for('update');
}

function teamsBy({ tx, workspaceId }: CommandContext, calendarId: string) {
  return tx
    .select({ name: teams.name })
    .from(teams)
    .where(
      and(
        eq(teams.workspaceId, workspaceId),
        eq(teams.calendarId, calendarId),
        isNull(teams.archivedAt),
      ),
    )
    .orderBy(asc(teams.name));
}

function whyNotTeams(name: string, working: readonly { name: string }[]): string {
  const names = working.map((team) => `“${team.name}”`).join(', ');
  return working.length === 1
    ? `The team ${names} works by “${name}”. Give it other hours first.`
    : `The teams ${names} work by “${name}”. Give them other hours first.`;
}

function whyNot(name: string, users: readonly { name: string }[]): string {
  const names = users.map((policy) => `“${policy.name}”`).join(', ');
  return users.length === 1
    ? `The policy ${names} counts by “${name}”. Give it other hours first.`
    : `The policies ${names} count by “${name}”. Give them other hours first.`;
}
