import type { Calendar, Span } from '@/lib/domain/sla/calendar';
import { calendarProblems } from '@/lib/domain/sla/calendar';
import { readClock } from '@/lib/domain/sla/hours';
import type { HoursView } from '@/lib/queries/sla/settings';

/** One date with hours of its own; `key` is its line's name on the screen. */
export type DateDraft = { key: string; date: string; name: string; spans: readonly Span[] };

/** Hours as they are typed: times may be anything yet. */
export type HoursDraft = {
  name: string;
  timeZone: string;
  weekly: readonly (readonly Span[])[];
  dates: readonly DateDraft[];
};

const office: readonly Span[] = [{ start: '09:00', end: '17:00' }];

/** What a form begins with: what is kept, or Monday to Friday, nine to five. */
export function hoursDraft(view: HoursView | null, zone: string): HoursDraft {
  if (!view) {
    return { name: '', timeZone: zone, weekly: [0, 1, 2, 3, 4, 5, 6].map(usual), dates: [] };
  }
  const { name, timeZone, weekly, exceptions } = view;
  const dates = exceptions.map((each) => ({ key: each.date, name: '', ...each }));
  return { name, timeZone, weekly, dates };
}

function usual(day: number): readonly Span[] {
  return day < 5 ? office : [];
}

/** What is kept: "9" is 09:00. */
export function calendarIn({ timeZone, weekly, dates }: HoursDraft): Calendar {
  return {
    timeZone,
    weekly: weekly.map((spans) => spans.map(read)),
    exceptions: dates.map(({ date, name, spans }) => ({
      date,
      spans: spans.map(read),
      ...(name.trim() !== '' && { name: name.trim() }),
    })),
  };
}

function read({ start, end }: Span): Span {
  return { start: readClock(start) ?? start, end: readClock(end) ?? end };
}

/** What is wrong, by the place that the server would say it of. */
export function hoursProblems(draft: HoursDraft): Record<string, string> {
  const problems: Record<string, string> = calendarProblems(calendarIn(draft));
  for (const [index, { date }] of draft.dates.entries()) {
    if (date === '') problems[`exceptions.${index}.date`] = 'Choose a date.';
  }
  return problems;
}
