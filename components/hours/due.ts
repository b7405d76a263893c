import { addBusinessTime } from '@/lib/domain/sla/business-time';
import type { Calendar } from '@/lib/domain/sla/calendar';
import { dayOf, minutesOf, whyNotCalendar } from '@/lib/domain/sla/calendar';
import { instantOf, zoneYear } from '@/lib/domain/sla/zone';

const DAY_MS = 86_400_000;

export type Due = { wrote: Date; begins: Date; due: Date };

/**
 * When an answer is due to what somebody writes at a time of the calendar's own clock; null while there is
 * nothing to count by. What the clocks skip is the first time after it, what they show twice the first.
 */
export function dueAt(
  calendar: Calendar,
  { date, clock, seconds }: { date: string; clock: string; seconds: number },
): Due | null {
  if (whyNotCalendar(calendar) !== null) return null;
  try {
    const local = dayOf(date) * DAY_MS + minutesOf({ start: clock, end: '24:00' }).from * 60_000;
    const zone = zoneYear(calendar.timeZone, new Date(local).getUTCFullYear());
    const wrote = new Date(instantOf(zone, local, 'first'));
    return {
      wrote,
      begins: addBusinessTime(calendar, wrote, 0),
      due: addBusinessTime(calendar, wrote, seconds),
    };
  } catch (error) {
    if (error instanceof RangeError) return null;
    throw error;
  }
}
