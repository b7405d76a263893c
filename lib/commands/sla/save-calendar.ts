import 'server-only';
import { and, eq, sql } from 'drizzle-orm';
import { v7 as uuid } from 'uuid';
import { z } from 'zod';
import { calendars, calendarVersions } from '@/db/schema/sla';
import { refusedField } from '@/lib/domain/refusal';
import type { Calendar } from '@/lib/domain/sla/calendar';
import { calendarProblems, whyNotCalendar } from '@/lib/domain/sla/calendar';
import { mostDates, mostSpans } from '@/lib/domain/sla/limits';
import { calendarsInUse } from '@/lib/sla-in-use';
import { command } from '../command';
import { shortName } from '../short-name';
import { calendarAmong, isCalled } from './among';
import { applyTo, changed, oneAtATime, requireCurrent } from './settings';

const spans = z
  .array(z.strictObject({ start: z.string().max(20), end: z.string().max(20) }))
  .max(mostSpans, `At most ${mostSpans} spans a day.`);

const date = z.strictObject({
  date: z.string().max(20),
  spans,
  name: shortName('Leave it out.').exactOptional(),
});

/**
 * Keeps business hours: new ones, or a new version of some. What was promised by an older version stays as it was,
 * unless the change is carried to the open conversations.
 */
export const saveCalendar = command({
  permission: 'sla.manage',
  input: z.strictObject({
    calendarId: z.uuid().nullable(),
    /** The version that was changed; null for new hours. */
    basedOn: z.uuid().nullable(),
    name: shortName('Enter a name for these hours.'),
    timeZone: z.string().max(100),
    weekly: z.array(spans).max(7),
    exceptions: z.array(date).max(mostDates, `At most ${mostDates} dates with hours of their own.`),
    applyTo,
  }),
  async run(context, { calendarId, basedOn, applyTo: to, name, ...hours }) {
    requireKeepable(hours);
    await oneAtATime(context);
    const { tx, workspaceId, actor } = context;
    const all = await calendarsInUse(tx, workspaceId);
    const current = calendarId === null ? null : calendarAmong(all, calendarId);
    if (current) requireCurrent(current, basedOn, 'these hours');
    if (all.filter((one) => one !== current).some(isCalled(name))) {
      throw refusedField('name', `There are hours called “${name}” already.`, 'conflict');
    }
    const exceptions = hours.exceptions.toSorted((one, other) => (one.date < other.date ? -1 : 1));
    const kept = { name, ...hours, exceptions };
    if (current && isSame(current, kept)) {
      return { value: { calendarId: current.calendarId }, events: [] };
    }
    const id = current?.calendarId ?? uuid();
    if (current) {
      await tx
        .update(calendarVersions)
        .set({ replacedAt: sql`now()` })
        .where(
          and(eq(calendarVersions.workspaceId, workspaceId), eq(calendarVersions.id, current.id)),
        );
    } else {
      await tx.insert(calendars).values({ workspaceId, id });
    }
    await tx.insert(calendarVersions).values({
      workspaceId,
      id: uuid(),
      calendarId: id,
      no: (current?.no ?? 0) + 1,
      createdBy: actor.memberId,
      ...kept,
    });
    return await changed(context, { calendarId: id }, current ? to : 'new');
  },
});

function requireKeepable(calendar: Calendar): void {
  const why = whyNotCalendar(calendar);
  if (why === null) return;
  const [field = 'weekly', said = why] = Object.entries(calendarProblems(calendar))[0] ?? [];
  throw refusedField(field, said);
}

type Kept = Calendar & { name: string };

function isSame(one: Kept, other: Kept): boolean {
  return JSON.stringify(comparable(one)) === JSON.stringify(comparable(other));
}

/** The same order of keys, however the database gives them back. */
function comparable({ name, timeZone, weekly, exceptions }: Kept) {
  const days = weekly.map((all) => all.map(({ start, end }) => [start, end]));
  const dates = exceptions.map((each) => [
    each.date,
    each.name ?? null,
    each.spans.map(({ start, end }) => [start, end]),
  ]);
  return { name, timeZone, days, dates };
}
