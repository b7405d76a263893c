import type { Period } from '@/lib/domain/reports/period';
import type { Split, TargetKind, WeekHour } from '@/lib/domain/reports/promises';
import { formatOpenTime } from '@/lib/domain/sla/duration';
import type { Metric } from '@/lib/domain/sla/policy';
import { metricNames } from '../clocks/metric-names';

export const metricWords = {
  first_response: {
    name: metricNames.first_response,
    means: 'From the customer’s first message to our first answer that the network took.',
  },
  next_response: {
    name: metricNames.next_response,
    means: 'From the oldest message that nobody has answered to our answer. Each wait is one.',
  },
  resolution: {
    name: metricNames.resolution,
    means: 'From the first message of a visit until the conversation is closed.',
  },
  ownership: {
    name: metricNames.ownership,
    means: 'From a team getting it until somebody of the team answers, or it leaves the team.',
  },
} as const satisfies Record<Metric, { name: string; means: string }>;

export const splitWords = {
  team: { name: 'team', none: 'No team' },
  member: { name: 'member', none: 'Nobody' },
  channel: { name: 'channel', none: 'No channel' },
  priority: { name: 'priority', none: 'No priority' },
  label: { name: 'label', none: 'No label' },
} as const satisfies Record<Split, { name: string; none: string }>;

export const kindWords = {
  counted: 'kept or broken',
  met: 'kept in time',
  broken: 'broken',
  measured: 'ended, the longest first',
  running: 'still running',
  void: 'void',
} as const satisfies Record<TargetKind, string>;

export const dayNames = ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'] as const;

/** "Tue 09:00 to 10:00". */
export function hourWords({ day, hour }: WeekHour): string {
  return `${dayNames[day - 1]} ${onTheHour(hour)} to ${onTheHour(hour + 1)}`;
}

export function onTheHour(hour: number): string {
  return `${String(hour).padStart(2, '0')}:00`;
}

/** "96.3 %", cut and not rounded, so that 100 % is all of them; null of nothing. */
export function exactShare(part: number, whole: number): string | null {
  if (whole === 0) return null;
  return part === whole ? '100 %' : `${(Math.floor((part * 1000) / whole) / 10).toFixed(1)} %`;
}

/** The share of the period before, or that there is none. */
export function shareBefore(part: number, whole: number): string {
  const share = exactShare(part, whole);
  return share === null ? 'none before' : `before ${share}`;
}

export function timeBefore(seconds: number | null): string {
  return seconds === null ? 'none before' : `before ${formatOpenTime(seconds)}`;
}

/** "+12.5 %" of growth; in words where there is nothing to compare with. */
export function growth(now: number, then: number): string {
  if (then === 0) return now === 0 ? 'none, as a year before' : 'none a year before';
  const change = Math.round(((now - then) / then) * 1000) / 10;
  if (change === 0) return 'as a year before';
  return `${change > 0 ? '+' : '−'}${Math.abs(change)} %`;
}

/** "2 Nov 2026", "2 to 29 Nov 2026", "28 Dec 2026 to 3 Jan 2027". */
export function periodWords({ from, to }: Period): string {
  if (from === to) return dateWords(to);
  const [first, last] = [dateWords(from).split(' '), dateWords(to).split(' ')];
  // What both have in common at the end is said once.
  while (first.length > 1 && first.at(-1) === last[first.length - 1]) first.pop();
  return `${first.join(' ')} to ${last.join(' ')}`;
}

/** "2 Nov 2026" of `2026-11-02`. */
export function dateWords(day: string): string {
  const options = { day: 'numeric', month: 'short', year: 'numeric', timeZone: 'UTC' } as const;
  return new Intl.DateTimeFormat('en-GB', options).format(new Date(`${day}T00:00:00Z`));
}

export function zoneWords(zone: string): string {
  return zone.replaceAll('_', ' ');
}

export function counted(count: number): string {
  return count.toLocaleString('en-GB');
}
