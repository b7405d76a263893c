import 'server-only';
import { and, asc, eq, isNull, sql } from 'drizzle-orm';
import { z } from 'zod';
import { calendars } from '@/db/schema/sla';
import { teams } from '@/db/schema/teams';
import { Refusal } from '@/lib/domain/refusal';
import { archivedCalendars, calendarsInUse, policiesInUse } from '@/lib/sla-in-use';
import type { CommandContext } from '../command';
import { command } from '../command';
import { calendarAmong, isCalled } from './among';
import { changed, oneAtATime } from './settings';

/** Takes hours out of use that no policy counts and no team works by, or into use again. Clocks that began by them go on. */
export const archiveCalendar = command({
  permission: 'sla.manage',
  input: z.strictObject({ calendarId: z.uuid(), archived: z.boolean() }),
  async run(context, { calendarId, archived }) {
    await oneAtATime(context);
    const { tx, workspaceId } = context;
    await (archived ? requireUnused : requireFreeName)(context, calendarId);
    await tx
      .update(calendars)
      .set({ archivedAt: archived ? sql`now()` : null })
      .where(and(eq(calendars.workspaceId, workspaceId), eq(calendars.id, calendarId)));
    return await changed(context, null, 'new');
  },
});

async function requireUnused(context: CommandContext, calendarId: string) {
  const { tx, workspaceId } = context;
  const { name } = calendarAmong(await calendarsInUse(tx, workspaceId), calendarId);
  const policies = await policiesInUse(tx, workspaceId);
  const users = policies.filter((policy) => policy.calendarId === calendarId);
  if (users.length > 0) throw new Refusal('conflict', whyNot(name, users));
  await lockHours(context, calendarId);
  const working = await teamsBy(context, calendarId);
  if (working.length > 0) throw new Refusal('conflict', whyNotTeams(name, working));
}

async function requireFreeName({ tx, workspaceId }: CommandContext, calendarId: string) {
  const { name } = calendarAmong(await archivedCalendars(tx, workspaceId), calendarId);
  if (!(await calendarsInUse(tx, workspaceId)).some(isCalled(name))) return;
  throw new Refusal('conflict', `Other hours are called “${name}” by now. Rename those first.`);
}

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
