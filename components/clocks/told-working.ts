import type { TargetView, WorkingLine } from '@/lib/queries/sla/target-view';

/** A line of the explanation: something of the clock, or an instant that matters between. */
export type Told =
  | { kind: 'line'; line: WorkingLine /** It has not come yet. */; ahead: boolean }
  | { kind: 'now'; at: string; sum: number }
  | { kind: 'due'; at: string; sum: number };

type Working = Pick<TargetView, 'working' | 'running' | 'dueAt'>;

/** What the clock did and, where they changed, by which hours, with the instants at which it is and was due, each where it belongs. */
export function toldWorking({ working, running, dueAt }: Working, asOf: string): Told[] {
  const now = Date.parse(asOf);
  const clocks = working.filter(({ kind }) => kind === 'clock').length;
  const told = working.filter(({ kind }) => kind !== 'clock' || clocks > 1);
  const lines = told.map(
    (line): Told => ({ kind: 'line', line, ahead: running && startOf(line) >= now }),
  );
  const marks: Told[] = [
    ...(running ? [{ kind: 'now', at: asOf, sum: 0 } as const] : []),
    ...(dueAt === null ? [] : [{ kind: 'due', at: dueAt, sum: 0 } as const]),
  ];
  const all = marks
    .toSorted((one, other) => timeOf(one) - timeOf(other))
    .reduce((before, mark) => put(before, mark), lines);
  return withSums(all);
}

/** Before the first line that begins then or later; at the end where none does. */
function put(all: readonly Told[], mark: Told): Told[] {
  const at = all.findIndex((one) => one.kind === 'line' && timeOf(one) >= timeOf(mark));
  return at < 0 ? [...all, mark] : all.toSpliced(at, 0, mark);
}

function withSums(all: readonly Told[]): Told[] {
  let sum = 0;
  return all.map((one) => {
    if (one.kind !== 'line') return { ...one, sum };
    if ('sum' in one.line) sum = one.line.sum;
    return one;
  });
}

function timeOf(one: Told): number {
  return one.kind === 'line' ? startOf(one.line) : Date.parse(one.at);
}

function startOf(line: WorkingLine): number {
  return Date.parse(line.kind === 'clock' ? line.at : line.from);
}
