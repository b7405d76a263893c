'use client';

import { useQuery } from '@tanstack/react-query';
import { clsx } from 'clsx';
import type { ReactNode } from 'react';
import { formatCounted } from '@/lib/domain/sla/duration';
import type { CalendarName, TargetView, WorkingLine } from '@/lib/queries/sla/target-view';
import { teamsQuery } from '../inbox/queries';
import { priorityNames } from '../thread/priority-names';
import { capital } from '../ui/capital';
import { Moment, Span } from './moment';
import { doneNames, pauseNames, startWords } from './target-words';
import type { Told } from './told-working';
import { toldWorking } from './told-working';

type Calendars = Readonly<Record<string, CalendarName>>;

type Props = { target: TargetView; calendars: Calendars; asOf: string; contact: string };

/** How a due time came about: what was promised, when the clock ran, stood and was closed, and how it ended. */
export function Working({ target, calendars, asOf, contact }: Props) {
  const { data: teams } = useQuery(teamsQuery);
  const { policy, priority, seconds, calendarId, startedAt, heardAt, teamId } = target;
  const calendar = calendarId === null ? null : (calendars[calendarId] ?? null);
  const timeZone = calendar?.timeZone ?? null;
  const team = teams?.find(({ id }) => id === teamId)?.name ?? 'its team';
  return (
    <div className="px-2 pb-3 pl-8 text-fact">
      <dl className="mb-2 grid grid-cols-[72px_minmax(0,1fr)] gap-x-2.5 gap-y-1">
        <Fact name="Promised">
          {timeOf(target, seconds)} at {priorityNames[priority].toLowerCase()} priority, by{' '}
          <bdi>{policy.name}</bdi>, version {policy.no}
        </Fact>
        <Fact name="Counted">
          <CountedBy calendar={calendar} />
        </Fact>
        <Fact name="Began">
          <Moment at={startedAt} timeZone={timeZone} />, with{' '}
          <bdi>{startWords(target, { contact, team })}</bdi>
          {heardAt === null ? null : (
            <>
              ; it reached Porchlight only <Moment at={heardAt} timeZone={timeZone} />
            </>
          )}
        </Fact>
      </dl>
      <ol className="border-line border-l">
        {toldWorking(target, asOf).map((told) => (
          <Line
            key={`${told.kind} ${keyOf(told)}`}
            told={told}
            target={target}
            calendars={calendars}
            timeZone={timeZone}
          />
        ))}
        <Ending target={target} timeZone={timeZone} />
      </ol>
    </div>
  );
}

function CountedBy({ calendar }: { calendar: CalendarName | null }) {
  if (calendar === null) return 'round the clock';
  return (
    <>
      in the open hours of <bdi>{calendar.name}</bdi>, version {calendar.no} ({calendar.timeZone})
    </>
  );
}

function timeOf({ calendarId }: TargetView, seconds: number): string {
  return formatCounted(seconds, calendarId === null);
}

function Fact({ name, children }: { name: string; children: ReactNode }) {
  return (
    <>
      <dt className="text-ink-3">{name}</dt>
      <dd className="min-w-0 [overflow-wrap:anywhere]">{children}</dd>
    </>
  );
}

type LineProps = { told: Told; target: TargetView; calendars: Calendars; timeZone: string | null };

function Line({ told, target, calendars, timeZone }: LineProps) {
  if (told.kind === 'line') {
    const { line, ahead } = told;
    return (
      <Step
        sum={'sum' in line ? `+ ${timeOf(target, line.seconds)}` : ''}
        faint={ahead || !('sum' in line)}
      >
        <LineWords line={line} ahead={ahead} calendars={calendars} timeZone={timeZone} />
      </Step>
    );
  }
  const of = `${timeOf(target, told.sum)} of ${timeOf(target, target.seconds)}`;
  if (told.kind === 'now') return <Step sum={of}>Now</Step>;
  const due = target.running && target.breachedAt === null ? 'Due' : 'Was due';
  return (
    <Step sum={of} strong={target.breachedAt === null ? 'text-ink' : 'text-breach'}>
      {due} <Moment at={told.at} timeZone={timeZone} />
    </Step>
  );
}

function LineWords({
  line,
  ahead,
  calendars,
  timeZone,
}: {
  line: WorkingLine;
  ahead: boolean;
  calendars: Calendars;
  timeZone: string | null;
}) {
  if (line.kind === 'clock') {
    const { calendarId } = line;
    return (
      <>
        From <Moment at={line.at} timeZone={timeZone} /> counted{' '}
        <CountedBy calendar={calendarId === null ? null : (calendars[calendarId] ?? null)} />
      </>
    );
  }
  const span = <Span from={line.from} to={line.to} timeZone={timeZone} />;
  if (line.kind === 'stood')
    return (
      <>
        Stood, {pauseNames[line.because]}: {span}
      </>
    );
  if (line.kind === 'closed') return <>Closed: {span}</>;
  if (line.kind === 'earlier') return <>Open hours in all: {span}</>;
  return (
    <>
      {ahead ? 'Will run' : 'Ran'}: {span}
    </>
  );
}

/** What became of it. */
function Ending({ target, timeZone }: { target: TargetView; timeZone: string | null }) {
  const { endedAt, metAt, metric, breachedAt, elapsedSeconds, overrunSeconds, outcome } = target;
  if (outcome === 'void') return <Step>Not owed any more: nothing counts.</Step>;
  if (endedAt === null) return null;
  const took = timeOf(target, elapsedSeconds);
  if (metAt === null)
    return (
      <Step sum={took} strong="text-breach">
        Never {doneNames[metric]}: the next visit began
      </Step>
    );
  const late = breachedAt === null ? 'in time' : `${timeOf(target, overrunSeconds)} late`;
  return (
    <Step sum={took} strong={breachedAt === null ? 'text-met' : 'text-breach'}>
      {capital(doneNames[metric])} <Moment at={metAt} timeZone={timeZone} />, {late}
    </Step>
  );
}

function Step({
  children,
  sum = '',
  faint = false,
  strong,
}: {
  children: ReactNode;
  sum?: string;
  faint?: boolean;
  strong?: string;
}) {
  return (
    <li
      className={clsx(
        'grid grid-cols-[minmax(0,1fr)_auto] gap-x-3 py-0.5 pl-3',
        faint ? 'text-ink-3' : 'text-ink-2',
        strong && `font-strong ${strong}`,
      )}
    >
      <span className="[overflow-wrap:anywhere]">{children}</span>
      <span className="text-right tabular-nums">{sum}</span>
    </li>
  );
}

function keyOf(told: Told): string {
  if (told.kind !== 'line') return told.at;
  const { line } = told;
  return line.kind === 'clock' ? `clock ${line.at}` : `${line.kind} ${line.from}`;
}
