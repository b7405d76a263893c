/** From one wall-clock time to another, "HH:MM". Half-open. An end at or before its start is on the next day; "24:00" may be an end. */
export type Span = { readonly start: string; readonly end: string };

/** When a team works, by the clock of its zone. Never changed in place: what is computed from it is kept with it. */
export type Calendar = {
  /** An IANA name, such as "Europe/Berlin". */
  readonly timeZone: string;
  /** For each weekday, Monday first, the spans that begin on it. */
  readonly weekly: readonly (readonly Span[])[];
  /** The spans of a date ("YYYY-MM-DD") instead of its weekday's; none is a holiday. */
  readonly exceptions: readonly DateHours[];
};

/** The hours of one date; its name, such as "New Year's Day", is for people. */
type DateHours = {
  readonly date: string;
  readonly spans: readonly Span[];
  readonly name?: string;
};

/** A span in minutes after the midnight that its date begins with; `to` is more than 1,440 when it crosses the next. */
export type Minutes = { from: number; to: number };

const A_DAY = 24 * 60;
const DAY_MS = 86_400_000;

/** Reads a span. Throws a `RangeError` for anything but "HH:MM" to "HH:MM". */
export function minutesOf({ start, end }: Span): Minutes {
  const from = minuteOf(start, A_DAY - 1);
  const to = minuteOf(end, A_DAY);
  return { from, to: to <= from ? to + A_DAY : to };
}

/** The number of a date ("YYYY-MM-DD") in days since 1970-01-01. Throws a `RangeError` when there is no such date. */
export function dayOf(date: string): number {
  const [, year, month, day] = /^(\d{4})-(\d{2})-(\d{2})$/.exec(date)?.map(Number) ?? [];
  const at = new Date(0);
  at.setUTCFullYear(year ?? 0, (month ?? 0) - 1, day);
  if (year === undefined || at.getUTCDate() !== day || at.getUTCMonth() + 1 !== month) {
    throw new RangeError(`“${date}” is no date. Write it like 2026-12-24.`);
  }
  return at.getTime() / DAY_MS;
}

/** The date of a day number, "YYYY-MM-DD". */
export function dateOf(day: number): string {
  return new Date(day * DAY_MS).toISOString().slice(0, 10);
}

/** What is wrong with a calendar that somebody wants to keep, in a sentence; null when it can be kept. */
export function whyNotCalendar(calendar: Calendar): string | null {
  const { timeZone, weekly, exceptions } = calendar;
  if (!isTimeZone(timeZone)) return noSuchZone(timeZone);
  if (weekly.length !== 7) return 'A week has seven days, Monday first.';
  try {
    for (const span of weekly.flat()) minutesOf(span);
    const seen = new Set<number>();
    for (const { date, spans } of exceptions) {
      const day = dayOf(date);
      if (seen.has(day)) return `${date} is there twice.`;
      seen.add(day);
      for (const span of spans) minutesOf(span);
    }
  } catch (error) {
    if (error instanceof RangeError) return error.message;
    throw error;
  }
  return weekly.flat().length > 0 ? null : neverOpen;
}

const neverOpen = 'This calendar is never open. Give at least one weekday some hours.';
const noSuchZone = (name: string) => `There is no time zone “${name}”.`;

/**
 * The same, all at once and each at its place, for a form: "timeZone", "weekly", "weekly.0.1" is the second span of
 * Monday, "exceptions.2.date", "exceptions.2.0".
 */
export function calendarProblems({ timeZone, weekly, exceptions }: Calendar) {
  const found: Record<string, string> = {};
  if (!isTimeZone(timeZone)) found['timeZone'] = noSuchZone(timeZone);
  if (weekly.flat().length === 0) found['weekly'] = neverOpen;
  const note = (place: string, read: () => unknown) => {
    const why = whyUnreadable(read);
    if (why !== null) found[place] = why;
  };
  for (const [day, spans] of weekly.entries()) {
    for (const [no, span] of spans.entries()) note(`weekly.${day}.${no}`, () => minutesOf(span));
  }
  const dates = exceptions.map(({ date }) => date);
  for (const [index, { date, spans }] of exceptions.entries()) {
    note(`exceptions.${index}.date`, () => dayOf(date));
    if (dates.indexOf(date) < index) found[`exceptions.${index}.date`] = `${date} is there twice.`;
    for (const [no, span] of spans.entries()) {
      note(`exceptions.${index}.${no}`, () => minutesOf(span));
    }
  }
  return found;
}

function whyUnreadable(read: () => unknown): string | null {
  try {
    read();
    return null;
  } catch (error) {
    if (error instanceof RangeError) return error.message;
    throw error;
  }
}

function isTimeZone(name: string): boolean {
  try {
    // Offsets are names for this too, but they know no summer.
    return /^[A-Z]/i.test(name) && new Intl.DateTimeFormat('en', { timeZone: name }) !== null;
  } catch {
    return false;
  }
}

function minuteOf(clock: string, most: number): number {
  const [, hours, minutes] = /^(\d{2}):([0-5]\d)$/.exec(clock)?.map(Number) ?? [];
  const minute = (hours ?? 0) * 60 + (minutes ?? 0);
  if (hours === undefined || minute > most) {
    throw new RangeError(`“${clock}” is no time of day. Write it like 09:00.`);
  }
  return minute;
}
