import type { Priority } from '../conversation/conversation';
import { addBusinessTime, businessSecondsBetween } from './business-time';
import type { CalendarVersion, Metric, PausingStatus } from './policy';

/** What a cycle is measured against: the promise of one policy version at one priority. */
export type Measure = {
  policyId: string;
  priority: Priority;
  seconds: number;
  /** Null is round the clock. */
  calendar: CalendarVersion | null;
};

/** The clock ran from one instant to another, by one calendar; `to` is null while it still does. */
export type RunningSpan = { from: Date; to: Date | null; calendar: CalendarVersion | null };

/** It stood, and because of what. */
export type PausedSpan = { from: Date; to: Date | null; because: PausingStatus | 'resolved' };

/** One running instance of a promise while its history is read. */
export type Cycle = {
  metric: Metric;
  episode: number;
  no: number;
  startedAt: Date;
  spans: RunningSpan[];
  paused: PausedSpan[];
  /** Null as long as no policy promised it. */
  measure: Measure | null;
  /** A later policy no longer promises it. */
  withdrawn: boolean;
  endedAt: Date | null;
  /** Whether what was promised was done, in time or late; `left` was never done, `void` was not needed. */
  end: 'done' | 'left' | 'void' | null;
  breachedAt: Date | null;
};

type Spans = { spans: readonly RunningSpan[] };

/** How long a cycle's clock has run until an instant, in seconds. */
export function elapsedSeconds({ spans }: Spans, until: Date): number {
  return spans.reduce((sum, { from, to, calendar }) => {
    const end = to !== null && to < until ? to : until;
    return sum + (end > from ? secondsBetween(calendar, from, end) : 0);
  }, 0);
}

/** The instant at which the clock of a cycle has run for so long; null when it stands before that. */
export function instantAfter({ spans }: Spans, seconds: number): Date | null {
  let left = seconds;
  for (const { from, to, calendar } of spans) {
    const ran = to === null ? Number.POSITIVE_INFINITY : secondsBetween(calendar, from, to);
    if (left <= ran) return addTime(calendar, from, left);
    left -= ran;
  }
  return null;
}

/** When a cycle is due, or would have been had it gone on; null while its clock stands before that. */
export function dueOf({ spans, endedAt }: Cycle, seconds: number): Date | null {
  const last = spans.at(-1);
  if (!last || endedAt === null || last.to?.getTime() !== endedAt.getTime()) {
    return instantAfter({ spans }, seconds);
  }
  return instantAfter({ spans: [...spans.slice(0, -1), { ...last, to: null }] }, seconds);
}

/** Lets the clock run by a calendar, or stand for a reason, from an instant on. */
export function setClock(
  cycle: Cycle,
  at: Date,
  wanted: { runs: CalendarVersion | null } | { stands: PausedSpan['because'] },
): void {
  const run = cycle.spans.at(-1);
  const pause = cycle.paused.at(-1);
  if ('runs' in wanted) {
    if (run?.to === null && run.calendar?.id === wanted.runs?.id) return;
    stopClock(cycle, at);
    cycle.spans.push({ from: at, to: null, calendar: wanted.runs });
  } else {
    if (pause?.to === null && pause.because === wanted.stands) return;
    stopClock(cycle, at);
    cycle.paused.push({ from: at, to: null, because: wanted.stands });
  }
}

/** Ends a cycle. */
export function endCycle(cycle: Cycle, at: Date, end: NonNullable<Cycle['end']>): void {
  stopClock(cycle, at);
  cycle.endedAt = at;
  cycle.end = end;
}

function stopClock({ spans, paused }: Cycle, at: Date): void {
  for (const list of [spans, paused]) {
    const last = list.at(-1);
    if (last?.to !== null) continue;
    if (last.from < at) last.to = at;
    else list.pop();
  }
}

function secondsBetween(calendar: CalendarVersion | null, from: Date, to: Date): number {
  if (calendar === null) return (to.getTime() - from.getTime()) / 1000;
  return businessSecondsBetween(calendar, from, to);
}

function addTime(calendar: CalendarVersion | null, from: Date, seconds: number): Date {
  if (calendar === null) return new Date(from.getTime() + Math.round(seconds * 1000));
  return addBusinessTime(calendar, from, seconds);
}
