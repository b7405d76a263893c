import 'server-only';
import { and, eq, sql } from 'drizzle-orm';
import { z } from 'zod';
import { calendars } from '@/db/schema/sla';
import { Refusal } from '@/lib/domain/refusal';
import { calendarsInUse, policiesInUse } from '@/lib/sla-in-use';
import { command } from '../command';
import { calendarAmong } from './among';
import { changed, oneAtATime } from './settings';

/** Takes hours out of use that no policy counts by. Clocks that began by them go on. */
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
    await tx
      .update(calendars)
      .set({ archivedAt: sql`now()` })
      .where(and(eq(calendars.workspaceId, workspaceId), eq(calendars.id, calendarId)));
    return await changed(context, null, 'new');
  },
});

function whyNot(name: string, users: readonly { name: string }[]): string {
  const names = users.map((policy) => `“${policy.name}”`).join(', ');
  return users.length === 1
    ? `The policy ${names} counts by “${name}”. Give it other hours first.`
    : `The policies ${names} count by “${name}”. Give them other hours first.`;
}
