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
  /** But not of these. */
  browserOff: readonly NotificationKind[];
  /** Of these also by e-mail. */
  email: readonly NotificationKind[];
  /** By which clock an e-mail says when something is due; null while nobody knows. */
  zone: string | null;
  /** Whether what calls from outside the page shows what a customer wrote. */
  showText: boolean;
  /** Whether what does not wait is heard. */
  sound: boolean;
  quiet: QuietHours | null;
};

export const productChoices: NotificationChoices = {
  off: [],
  browser: false,
  browserOff: [],
  email: [],
  zone: null,
  showText: false,
  sound: false,
  quiet: null,
};

/** The ways to a member. The list is the first: what does not reach it reaches nobody by another. */
export const ways = ['app', 'browser', 'email'] as const;
export type Way = (typeof ways)[number];

/** Whether a kind is told in this way. */
export function tells(choices: NotificationChoices, kind: NotificationKind, way: Way): boolean {
  if (choices.off.includes(kind)) return false;
  if (way === 'browser') return choices.browser && !choices.browserOff.includes(kind);
  return way === 'app' || choices.email.includes(kind);
}

/** The choices with a kind told in this way, or no more. */
export function choosing(
  choices: NotificationChoices,
  { kind, way, on }: { kind: NotificationKind; way: Way; on: boolean },
): NotificationChoices {
  const key = ({ app: 'off', browser: 'browserOff', email: 'email' } as const)[way];
  const others = choices[key].filter((one) => one !== kind);
  const listed = way === 'email' ? on : !on;
  return { ...choices, [key]: listed ? [...others, kind] : others };
}

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

const MINUTE = 60_000;
const A_DAY = 24 * 60;
/** No clock is put forward or back by more. */
const MOST_TURNED = 3 * 60;

/**
 * The first minute after an instant that is not quiet: the instant itself when it is not. Where every day
 * is quiet around the clock there is none; then eight days later, to be asked again.
 */
export function quietEnd(quiet: QuietHours | null, at: Date): Date {
  if (quiet === null || !isQuiet(quiet, at)) return at;
  let from = at.getTime();
  for (let days = 0; days < 8; days += 1) {
    const { minute } = clockIn(quiet.zone, new Date(from));
    const minutes = (minuteOf(quiet.to) - minute + A_DAY) % A_DAY || A_DAY;
    const end = from - (from % MINUTE) + minutes * MINUTE;
    const found = firstNotQuiet(quiet, Math.max(from, end - MOST_TURNED * MINUTE), end);
    if (found !== null) return new Date(found);
    from = end + MOST_TURNED * MINUTE;
  }
  return new Date(from);
}

/** Around where it would end if no clock was turned. */
function firstNotQuiet(quiet: QuietHours, from: number, around: number): number | null {
  const first = from - (from % MINUTE);
  for (let at = first; at <= around + MOST_TURNED * MINUTE; at += MINUTE) {
    if (at >= from && !isQuiet(quiet, new Date(at))) return at;
  }
  return null;
}
