import type { PausedSpan } from '@/lib/domain/sla/cycle';
import { formatCounted } from '@/lib/domain/sla/duration';
import type { Metric } from '@/lib/domain/sla/policy';
import type { TargetView } from '@/lib/queries/sla/target-view';
import type { RingLook } from './look';
import { momentOf, spanOf } from './look';

type Seen = { now: number; zone: string };

/** How a target stands: what the ring shows, the one thing to know, and the rest. */
export type Standing = { look: RingLook; short: string; more: string };

export function standingOf(target: TargetView, seen: Seen): Standing {
  if (target.outcome === 'void') return { look: 'void', short: 'not owed', more: '' };
  return target.running ? runningWords(target, seen) : endedWords(target, seen);
}

function runningWords(target: TargetView, seen: Seen): Standing {
  const { dueAt, riskAt, stands, seconds, elapsedSeconds } = target;
  if (isBroken(target, seen.now)) return brokenWords(target, seen);
  if (stands) {
    const left = `${roughly(target, seconds - elapsedSeconds)} left`;
    const since = momentOf(stands.since, seen.now, seen.zone);
    return {
      look: 'stands',
      short: left,
      more: `stands since ${since}: ${pauseNames[stands.because]}`,
    };
  }
  if (dueAt === null) return { look: 'stands', short: 'stands', more: '' };
  const look = riskAt !== null && Date.parse(riskAt) <= seen.now ? 'due' : 'running';
  const more = `due ${momentOf(dueAt, seen.now, seen.zone)}`;
  return { look, short: spanOf(Date.parse(dueAt) - seen.now), more };
}

function isBroken({ breachedAt, dueAt, running }: TargetView, now: number): boolean {
  return breachedAt !== null || (running && dueAt !== null && Date.parse(dueAt) <= now);
}

function brokenWords(target: TargetView, seen: Seen): Standing {
  const { breachedAt, dueAt, stands, overrunSeconds: overrun } = target;
  const since = breachedAt ?? dueAt ?? '';
  const still = stands ? `, stands now: ${pauseNames[stands.because]}` : '';
  return {
    look: 'broken',
    short: overrun < 1 ? 'late' : `late ${roughly(target, overrun)}${inOpenTime(target)}`,
    more: `broken since ${momentOf(since, seen.now, seen.zone)}${still}`,
  };
}

function endedWords(target: TargetView, { now, zone }: Seen): Standing {
  const { metric, metAt, breachedAt, endedAt, elapsedSeconds } = target;
  if (breachedAt === null) {
    const at = metAt === null ? '' : `${doneNames[metric]} ${momentOf(metAt, now, zone)}`;
    return { look: 'met', short: `met, ${roughly(target, elapsedSeconds)}`, more: at };
  }
  const became = metAt ?? endedAt;
  const done = metAt === null ? 'never done' : doneNames[metric];
  const at = became === null ? '' : ` ${momentOf(became, now, zone)}`;
  return {
    look: 'broken',
    short: `broken, ${roughly(target, target.overrunSeconds)} over`,
    more: `was due ${momentOf(breachedAt, now, zone)}, ${done}${metAt === null ? '' : at}`,
  };
}

/** Two parts of it are enough for a line; its working says it to the second. */
function roughly({ calendarId }: TargetView, seconds: number): string {
  return formatCounted(seconds, calendarId === null)
    .split(' ')
    .slice(0, 4)
    .join(' ');
}

/** Where only open hours count, that it was those. */
function inOpenTime({ calendarId }: TargetView): string {
  return calendarId === null ? '' : ' in open time';
}

export const pauseNames: Record<PausedSpan['because'], string> = {
  waiting: 'waiting on them',
  on_hold: 'on hold',
  snoozed: 'snoozed',
  resolved: 'closed',
};

export const doneNames: Record<Metric, string> = {
  first_response: 'answered',
  next_response: 'answered',
  resolution: 'closed',
  ownership: 'taken up',
};

/** What a clock began with, for a sentence. */
export function startWords(
  { metric, fromPublic }: TargetView,
  names: { contact: string; team: string },
): string {
  switch (metric) {
    case 'first_response':
    case 'resolution':
      return fromPublic
        ? `what ${names.contact} said in public`
        : `the first message of ${names.contact} in this visit`;
    case 'next_response':
      return 'the oldest message that nobody had answered';
    case 'ownership':
      return `it was given to ${names.team}`;
  }
}

/** The place of a zone's name: "New York" of "America/New_York". */
export function placeOf(timeZone: string): string {
  return timeZone.slice(timeZone.lastIndexOf('/') + 1).replaceAll('_', ' ');
}
