import { openBetween } from '../sla/business-time';
import type { Calendar } from '../sla/calendar';
import type { OpenHours } from './shift';

const LOOK_AHEAD_DAYS = 21;
const MOST_STRETCHES = 12;
const DAY_MS = 86_400_000;

/** When a calendar is open in the next three weeks, at most twelve stretches; the first begins now if it is open now. */
export function hoursAhead(calendar: Calendar | null, now: number): OpenHours {
  if (calendar === null) return null;
  const end = now + LOOK_AHEAD_DAYS * DAY_MS;
  const joined: [number, number][] = [];
  for (const [from, to] of openBetween(calendar, new Date(now), new Date(end))) {
    const last = joined.at(-1);
    // Around New Year one opening comes in two parts.
    if (last && last[1] === from) last[1] = to;
    else joined.push([from, to]);
  }
  return joined
    .slice(0, MOST_STRETCHES)
    .map(([from, to]) => [iso(from), to === end ? null : iso(to)]);
}

function iso(at: number): string {
  return new Date(at).toISOString();
}
