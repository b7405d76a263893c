import { businessSecondsBetween, openBetween } from './business-time';
import type { PausedSpan, RunningSpan } from './cycle';

/** One line of how a due time came about. Seconds are those of the target's clock. */
export type WorkingStep =
  /** From here on it ran by this calendar; null is round the clock. */
  | { kind: 'clock'; at: Date; calendarId: string | null }
  | { kind: 'ran'; from: Date; to: Date; seconds: number; sum: number }
  /** More openings than anybody reads, in one. */
  | { kind: 'earlier'; from: Date; to: Date; seconds: number; sum: number }
  | { kind: 'closed'; from: Date; to: Date }
  | { kind: 'stood'; from: Date; to: Date | null; because: PausedSpan['because'] };

type Measured = { spans: readonly RunningSpan[]; paused: readonly PausedSpan[] };

/** Of what lies between two instants that matter: the last ones lead to the later. */
const MOST_OPEN = 20;

/**
 * How the clock of a target ran and stood until an instant, in the order of time. What it ran is
 * cut at each of the `marks`, so that the sum is told at them.
 */
export function workingOf(
  { spans, paused }: Measured,
  until: Date,
  marks: readonly Date[] = [],
): WorkingStep[] {
  let sum = 0;
  const ran = spans.flatMap(({ from, to, calendar }, index): WorkingStep[] => {
    const before = spans[index - 1];
    const changed = !before || before.calendar?.id !== calendar?.id;
    const clock = { kind: 'clock', at: from, calendarId: calendar?.id ?? null } as const;
    const end = to ?? new Date(Math.max(until.getTime(), from.getTime()));
    const told = stepsOf({ from, to: end, calendar }, marks).map((step) => {
      if (!('sum' in step)) return step;
      sum += step.seconds;
      return { ...step, sum };
    });
    return changed ? [clock, ...told] : told;
  });
  const stood = paused.map((pause): WorkingStep => ({ kind: 'stood', ...pause }));
  return [...ran, ...stood].toSorted((one, other) => startOf(one) - startOf(other));
}

type Span = { from: Date; to: Date; calendar: RunningSpan['calendar'] };
type Open = Extract<WorkingStep, { sum: number }>;

function stepsOf(span: Span, marks: readonly Date[]): WorkingStep[] {
  return withGaps(cut(span, marks).flatMap(openOf), span.from, span.to);
}

/** The parts of a span between the marks that lie within it. */
function cut({ from, to, calendar }: Span, marks: readonly Date[]): Span[] {
  const inside = marks.filter((mark) => from < mark && mark < to).map((mark) => mark.getTime());
  const ends = [...new Set(inside)].toSorted((one, other) => one - other);
  const cuts = [from, ...ends.map((end) => new Date(end)), to];
  return cuts.slice(1).map((end, index) => ({ from: cuts[index] ?? from, to: end, calendar }));
}

/** What was open, the latest of it each by itself. */
function openOf({ from, to, calendar }: Span): Open[] {
  if (calendar === null) return from < to ? [open('ran', from, to)] : [];
  const latest = openBetween(calendar, from, to, MOST_OPEN).map(([begin, end]) =>
    open('ran', new Date(begin), new Date(end)),
  );
  const first = latest[0]?.from ?? to;
  const seconds = businessSecondsBetween(calendar, from, first);
  return seconds === 0 ? latest : [open('earlier', from, first, seconds), ...latest];
}

function open(
  kind: Open['kind'],
  from: Date,
  to: Date,
  seconds = (to.getTime() - from.getTime()) / 1000,
): Open {
  return { kind, from, to, seconds, sum: 0 };
}

/** The open stretches of a span, and between them what was closed. */
function withGaps(stretches: readonly Open[], begin: Date, end: Date): WorkingStep[] {
  const closed = (from: Date, to: Date): WorkingStep[] =>
    from < to ? [{ kind: 'closed', from, to }] : [];
  const steps = stretches.flatMap((stretch, index) => [
    ...closed(stretches[index - 1]?.to ?? begin, stretch.from),
    stretch,
  ]);
  return [...steps, ...closed(stretches.at(-1)?.to ?? begin, end)];
}

function startOf(step: WorkingStep): number {
  return (step.kind === 'clock' ? step.at : step.from).getTime();
}
