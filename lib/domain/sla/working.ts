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

/** Of one span; the last ones lead to where it stands. */
const MOST_OPEN = 40;

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

type Stretch = readonly [from: number, to: number];
type Span = { from: Date; to: Date; calendar: RunningSpan['calendar'] };

function stepsOf({ from, to, calendar }: Span, marks: readonly Date[]): WorkingStep[] {
  const open = openOf({ from, to, calendar });
  const first = new Date(open[0]?.[0] ?? to);
  const seconds = calendar === null ? 0 : businessSecondsBetween(calendar, from, first);
  const pieces = open.flatMap((stretch) => cut(stretch, marks));
  if (seconds === 0) return withGaps(pieces, from, to);
  const earlier = { kind: 'earlier', from, to: first, seconds, sum: 0 } as const;
  return [earlier, ...withGaps(pieces, first, to)];
}

function openOf({ from, to, calendar }: Span): readonly Stretch[] {
  if (calendar !== null) return openBetween(calendar, from, to, MOST_OPEN);
  return from < to ? [[from.getTime(), to.getTime()]] : [];
}

function cut([from, to]: Stretch, marks: readonly Date[]): Stretch[] {
  const inside = marks.map((mark) => mark.getTime()).filter((mark) => from < mark && mark < to);
  const ends = [...new Set(inside)].toSorted((one, other) => one - other);
  return [from, ...ends].map((start, index) => [start, ends[index] ?? to]);
}

/** The open stretches of a span, and between them what was closed. */
function withGaps(open: readonly Stretch[], begin: Date, end: Date): WorkingStep[] {
  const closed = (from: number, to: number): WorkingStep[] =>
    from < to ? [{ kind: 'closed', from: new Date(from), to: new Date(to) }] : [];
  const steps = open.flatMap(([from, to], index): WorkingStep[] => [
    ...closed(open[index - 1]?.[1] ?? begin.getTime(), from),
    { kind: 'ran', from: new Date(from), to: new Date(to), seconds: (to - from) / 1000, sum: 0 },
  ]);
  return [...steps, ...closed(open.at(-1)?.[1] ?? begin.getTime(), end.getTime())];
}

function startOf(step: WorkingStep): number {
  return (step.kind === 'clock' ? step.at : step.from).getTime();
}
