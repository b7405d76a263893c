import type { ConversationRow } from '@/lib/queries/inbox/views';
import { dayName, shortMoment } from '../ui/days';
import { clockTime } from '../ui/time';
import { metricNames } from './metric-names';

export type RingLook = 'running' | 'due' | 'broken' | 'stands' | 'met' | 'void';

type Ticking = Pick<ConversationRow, 'riskAt' | 'breachedAt' | 'status'> & {
  ring: NonNullable<ConversationRow['ring']>;
};

/** How the clock of a list row stands at an instant. It breaks at the second that it is due, whatever is heard of it. */
export function lookOf({ ring, riskAt, breachedAt }: Ticking, now: number): RingLook {
  const { dueAt, breached } = ring;
  if (breachedAt !== null || breached) return 'broken';
  if (dueAt === null) return 'stands';
  if (Date.parse(dueAt) <= now) return 'broken';
  return riskAt === null ? 'running' : 'due';
}

const pauses: Partial<Record<ConversationRow['status'], string>> = {
  waiting: ' while it waits on them',
  on_hold: ' while it is on hold',
  snoozed: ' while it is snoozed',
};

/** The same in words: "First response due 16:30 (in 12 min)". */
export function lookWords(ticking: Ticking, now: number, zone: string): string {
  const { ring, breachedAt, status } = ticking;
  const name = metricNames[ring.metric];
  const due = ring.dueAt ?? breachedAt;
  if (due === null) {
    const left = ring.left === null ? '' : `, ${spanOf(ring.left * 1000)} left`;
    return `${name} stands${pauses[status] ?? ''}${left}`;
  }
  const when = `${momentOf(due, now, zone)} (${distance(due, now)})`;
  return lookOf(ticking, now) === 'broken'
    ? `${name} broken, was due ${when}`
    : `${name} due ${when}`;
}

/** "16:30" today, else with its day. */
export function momentOf(at: string, now: number, zone: string): string {
  return dayName(at, now, zone) === 'Today' ? clockTime(at, zone) : shortMoment(at, zone);
}

/** "in 12 min" or "12 min ago". */
export function distance(at: string, now: number): string {
  const aheadMs = Date.parse(at) - now;
  return aheadMs > 0 ? `in ${spanOf(aheadMs)}` : `${spanOf(-aheadMs)} ago`;
}

const minuteMs = 60_000;

/** "12 min", "7 h", "3 d": how far, by the clock on the wall. */
export function spanOf(ms: number): string {
  const minutes = Math.floor(ms / minuteMs);
  if (minutes < 1) return 'under a minute';
  if (minutes < 60) return `${minutes} min`;
  return minutes < 48 * 60 ? `${Math.floor(minutes / 60)} h` : `${Math.floor(minutes / 1440)} d`;
}
