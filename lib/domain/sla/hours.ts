import type { Calendar, Minutes, Span } from './calendar';
import { minutesOf } from './calendar';

export const weekdays = [
  'Monday',
  'Tuesday',
  'Wednesday',
  'Thursday',
  'Friday',
  'Saturday',
  'Sunday',
] as const;

const A_DAY = 24 * 60;

/** The time of day that somebody wrote: "9", "9:30", "0930" and "9.30" are read too; null when it is none. */
export function readClock(text: string): string | null {
  const [, hours, minutes = '00'] =
    /^(\d{1,2})(?:[:.]?(\d{2}))?$/.exec(text.trim().replace(/\s*h$/i, '')) ?? [];
  if (hours === undefined || Number(minutes) > 59) return null;
  const minute = Number(hours) * 60 + Number(minutes);
  return minute > A_DAY ? null : `${hours.padStart(2, '0')}:${minutes}`;
}

/** Where a span that begins on a weekday ends, where its times alone do not say so; null where they do. */
export function endInWords(day: number, span: Span): string | null {
  const read = readable(span);
  if (!read || read.to < A_DAY) return null;
  if (read.to === A_DAY) return read.from === 0 ? 'the whole day' : 'until midnight';
  const next = weekdays[(day + 1) % 7];
  return `until ${span.end} on ${next}`;
}

/** The parts of a weekday that are open, in minutes after its midnight; also what the day before left over. */
export function openOn(weekly: Calendar['weekly'], day: number): Minutes[] {
  const own = (weekly[day] ?? []).flatMap((span) => readable(span) ?? []);
  const before = (weekly[(day + 6) % 7] ?? []).flatMap((span) => readable(span) ?? []);
  const left = before.flatMap(({ to }) => (to > A_DAY ? [{ from: 0, to: to - A_DAY }] : []));
  return [...left, ...own.map(({ from, to }) => ({ from, to: Math.min(to, A_DAY) }))];
}

/** Whether a span of a day begins before another of that day is over: their common time counts once. */
export function overlaps(spans: readonly Span[], no: number): boolean {
  const at = spans[no] && readable(spans[no]);
  return spans.some((span, index) => {
    const other = index < no ? readable(span) : null;
    return at && other ? at.from < other.to && other.from < at.to : false;
  });
}

/** The hours of a week: "Mon to Fri 09:00 to 17:00", with days that are alike and follow each other as one. */
export function weekInWords(weekly: Calendar['weekly']): string[] {
  const runs: { from: number; to: number; words: string }[] = [];
  for (const [day, spans] of weekly.entries()) {
    const words = spansInWords(spans);
    const last = runs.at(-1);
    if (last?.words === words) last.to = day;
    else runs.push({ from: day, to: day, words });
  }
  return runs
    .filter(({ words }) => words !== 'closed')
    .map(({ from, to, words }) => `${daysInWords(from, to)} ${words}`);
}

/** "09:00 to 12:00, 13:00 to 17:00", or "closed". */
function spansInWords(spans: readonly Span[]): string {
  if (spans.length === 0) return 'closed';
  return spans
    .map((span) => (endInWords(0, span) === 'the whole day' ? 'all day' : timesOf(span)))
    .join(', ');
}

function timesOf(span: Span): string {
  const { start, end } = span;
  const to = readable(span)?.to ?? 0;
  if (to > A_DAY) return `${start} to ${end} the next day`;
  return `${start} to ${to === A_DAY ? '24:00' : end}`;
}

function daysInWords(from: number, to: number): string {
  const [first, last] = [weekdays[from]?.slice(0, 3), weekdays[to]?.slice(0, 3)];
  if (from === to) return `${first}`;
  return `${first}${to === from + 1 ? ', ' : ' to '}${last}`;
}

function readable(span: Span): Minutes | null {
  try {
    return minutesOf(span);
  } catch {
    return null;
  }
}
