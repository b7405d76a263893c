import type { NotificationKind } from './kinds';

/** When a member wants to be left alone, by the clock of their own zone. Days: 0 is Sunday. */
export type QuietHours = {
  /** "19:00"; the same as `to` means around the clock. */
  from: string;
  to: string;
  /** The days on which it begins; one that ends before it begins ends on the next day. */
  days: readonly number[];
  zone: string;
};

/** How a member wants to be told. */
export type NotificationChoices = {
  /** Not told of these at all. */
  off: readonly NotificationKind[];
  /** Also by the browser, where it was allowed to. */
  browser: boolean;
  /** Whether such a notification shows what a customer wrote. */
  showText: boolean;
  quiet: QuietHours | null;
};

export const productChoices: NotificationChoices = {
  off: [],
  browser: false,
  showText: false,
  quiet: null,
};

/** Whether an instant lies in somebody's quiet hours: then nothing calls from outside the page. */
export function isQuiet(quiet: QuietHours | null, at: Date): boolean {
  if (quiet === null) return false;
  const { day, minute } = clockIn(quiet.zone, at);
  const [from, to] = [minuteOf(quiet.from), minuteOf(quiet.to)];
  const today = quiet.days.includes(day);
  const yesterday = quiet.days.includes((day + 6) % 7);
  if (from < to) return today && minute >= from && minute < to;
  return (today && minute >= from) || (yesterday && minute < to);
}

const weekdays = ['Sun', 'Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat'];

function clockIn(zone: string, at: Date): { day: number; minute: number } {
  const parts = new Intl.DateTimeFormat('en-GB', {
    timeZone: zone,
    weekday: 'short',
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
  }).formatToParts(at);
  const part = (type: string) => parts.find((one) => one.type === type)?.value ?? '';
  return {
    day: weekdays.indexOf(part('weekday')),
    minute: Number(part('hour')) * 60 + Number(part('minute')),
  };
}

function minuteOf(clock: string): number {
  const [hours, minutes] = clock.split(':').map(Number);
  return (hours ?? 0) * 60 + (minutes ?? 0);
}
