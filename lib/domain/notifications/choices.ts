import type { Hours } from '../quiet-hours';
import { clockIn, minuteOf } from '../quiet-hours';
import type { NotificationKind } from './kinds';

/** When a member wants to be left alone, by the clock of their own zone; from an hour to itself is around the clock. */
export type QuietHours = Hours & {
  /** The days on which it begins; 0 is Sunday. */
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
