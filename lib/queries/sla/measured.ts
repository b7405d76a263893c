import type { Priority } from '@/lib/domain/conversation/conversation';
import type { PausedSpan, RunningSpan } from '@/lib/domain/sla/cycle';
import { elapsedSeconds, instantAfter } from '@/lib/domain/sla/cycle';
import type { TargetOutcome } from '@/lib/domain/sla/evaluate';
import type { KeptPause, KeptSpan } from '@/lib/domain/sla/kept';
import type { CalendarVersion, Metric } from '@/lib/domain/sla/policy';
import { ringOf } from '@/lib/domain/sla/ring-of';
import { isRunning } from '@/lib/domain/sla/running';
import type { WorkingStep } from '@/lib/domain/sla/working';
import { workingOf } from '@/lib/domain/sla/working';
import type { TargetView, WorkingLine } from './target-view';

/** A target as its row holds it. */
export type Kept = {
  id: string;
  metric: Metric;
  cycle: number;
  outcome: TargetOutcome;
  priority: Priority;
  seconds: number;
  calendarId: string | null;
  teamId: string | null;
  startedAt: Date;
  dueAt: Date | null;
  metAt: Date | null;
  breachedAt: Date | null;
  endedAt: Date | null;
  elapsedSeconds: number | null;
  overrunSeconds: number | null;
  spans: readonly KeptSpan[];
  paused: readonly KeptPause[];
  policy: { name: string; no: number };
  riskPercent: number;
  fromPublic: boolean;
  heardAt: string | null;
};

type Calendars = ReadonlyMap<string, CalendarVersion>;

/** A target as it stands at an instant, however long ago its row was written. */
export function measured(kept: Kept, calendars: Calendars, now: Date): TargetView {
  const { spans: _, paused: __, riskPercent, startedAt, dueAt, endedAt, metAt, ...told } = kept;
  const spans = kept.spans.map((span) => spanOf(span, calendars));
  const paused = kept.paused.map(pauseOf);
  const running = isRunning(kept);
  const elapsed = kept.elapsedSeconds ?? elapsedSeconds({ spans }, endedAt ?? now);
  const breachedAt = brokenAt(kept, running, now);
  const until = endedAt ?? later(now, dueAt);
  const working = workingOf(
    { spans, paused },
    until,
    [dueAt, now].filter((mark) => mark !== null),
  );
  return {
    ...told,
    running,
    startedAt: startedAt.toISOString(),
    dueAt: text(dueAt),
    riskAt: text(running ? instantAfter({ spans }, (kept.seconds * riskPercent) / 100) : null),
    breachedAt: text(breachedAt),
    metAt: text(metAt),
    endedAt: text(endedAt),
    elapsedSeconds: elapsed,
    overrunSeconds: breachedAt === null ? 0 : Math.max(0, elapsed - kept.seconds),
    stands: endedAt === null ? standingOf(paused) : null,
    ring: ringOf([{ ...kept, breachedAt, spans, elapsedSeconds: elapsed }]),
    working: working.map(lineOf),
  };
}

/** It is broken when it was due, whether or not anybody noticed yet. */
function brokenAt({ breachedAt, dueAt }: Kept, running: boolean, now: Date): Date | null {
  if (breachedAt !== null) return breachedAt;
  return running && dueAt !== null && dueAt <= now ? dueAt : null;
}

function standingOf(paused: readonly PausedSpan[]): TargetView['stands'] {
  const last = paused.findLast(({ to }) => to === null);
  return last ? { since: last.from.toISOString(), because: last.because } : null;
}

function spanOf({ from, to, calendarId }: KeptSpan, calendars: Calendars): RunningSpan {
  const calendar = calendarId === null ? null : calendars.get(calendarId);
  if (calendar === undefined) throw new Error(`There is no calendar version ${calendarId}.`);
  return { from: new Date(from), to: to === null ? null : new Date(to), calendar };
}

function pauseOf({ from, to, because }: KeptPause): PausedSpan {
  return { from: new Date(from), to: to === null ? null : new Date(to), because };
}

function lineOf(step: WorkingStep): WorkingLine {
  if (step.kind === 'clock') return { ...step, at: step.at.toISOString() };
  if (step.kind === 'stood') {
    return { ...step, from: step.from.toISOString(), to: text(step.to) };
  }
  return { ...step, from: step.from.toISOString(), to: step.to.toISOString() };
}

function later(now: Date, other: Date | null): Date {
  return other !== null && other > now ? other : now;
}

function text(at: Date | null): string | null {
  return at?.toISOString() ?? null;
}
