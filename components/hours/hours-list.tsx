'use client';

import { weekInWords } from '@/lib/domain/sla/hours';
import type { HoursView } from '@/lib/queries/sla/settings';
import { Notice } from '../entrance/notice';
import { Archived } from '../settings/archived';
import { useChange } from '../settings/use-change';
import { Button, buttonClass } from '../ui/button';
import { useClock } from '../ui/clock';
import { SoftLink } from '../ui/soft-link';
import { archiveCalendarAction } from './actions';
import { dateIn, dateInWords } from './moment';

type Part = { hours: readonly HoursView[]; mayChange: boolean };

/** Every calendar in use: when it is open, and which policies count by it; and those that can be had again. */
export function HoursList({ archived, ...part }: Part & { archived: readonly HoursView[] }) {
  return (
    <>
      <InUse {...part} />
      <ArchivedHours hours={archived} mayChange={part.mayChange} />
    </>
  );
}

function InUse({ hours, mayChange }: Part) {
  return (
    <div className="grid gap-3">
      {hours.length === 0 ? (
        <p className="text-ink-2">
          None yet. Hours say when your team works, so that no promise runs out overnight.
        </p>
      ) : (
        <ul className="rounded-lg border border-line bg-panel">
          {hours.map((one) => (
            <HoursLine key={one.calendarId} hours={one} mayChange={mayChange} />
          ))}
        </ul>
      )}
      {mayChange ? (
        <SoftLink
          href="/settings/hours/new"
          className={buttonClass(hours.length > 0 ? 'plain' : 'go', 'w-fit')}
        >
          New hours
        </SoftLink>
      ) : null}
    </div>
  );
}

function HoursLine({ hours, mayChange }: { hours: HoursView; mayChange: boolean }) {
  const { calendarId, name, timeZone, weekly, policies } = hours;
  const { change, isPending, problem } = useChange(archiveCalendarAction);
  const { now } = useClock();
  const next = nextDate(hours, dateIn(timeZone, now));
  return (
    <li className="grid gap-2 border-line border-b px-4 py-3 last:border-b-0">
      <div className="flex flex-wrap items-start gap-x-3 gap-y-2">
        <div className="min-w-48 flex-1">
          <h2 className="font-strong">
            <bdi>{name}</bdi>
          </h2>
          {weekInWords(weekly).map((line) => (
            <p key={line} className="text-ink-2 tabular-nums">
              {line}
            </p>
          ))}
          <p className="text-fact text-ink-3">
            {timeZone.replaceAll('_', ' ')}. {next}
          </p>
          <p className="text-fact text-ink-3">{usesOf(policies)}</p>
        </div>
        <div className="flex gap-1">
          <SoftLink href={`/settings/hours/${calendarId}`} className={buttonClass('quiet')}>
            {mayChange ? 'Edit' : 'Look'}
            <span className="sr-only">
              {' '}
              {mayChange ? '' : 'at '}
              {name}
            </span>
          </SoftLink>
          {mayChange ? (
            <Button
              tone="quiet"
              disabled={isPending}
              onClick={() => change({ calendarId, archived: true })}
            >
              Archive<span className="sr-only"> {name}</span>
            </Button>
          ) : null}
        </div>
      </div>
      <Notice message={problem} />
    </li>
  );
}

function ArchivedHours({ hours, mayChange }: Part) {
  const { change, problem } = useChange(archiveCalendarAction);
  return (
    <Archived
      about="No policy counts by them. Clocks that began by them go on."
      lines={hours.map(({ calendarId, name }) => ({
        id: calendarId,
        name,
        href: `/settings/hours/${calendarId}`,
        ...(mayChange && { onRestore: () => change({ calendarId, archived: false }) }),
      }))}
    >
      <Notice message={problem} />
    </Archived>
  );
}

function usesOf(policies: readonly string[]): string {
  if (policies.length === 0) return 'No policy counts by them.';
  return `${policies.map((name) => `“${name}”`).join(', ')} ${policies.length === 1 ? 'counts' : 'count'} by them.`;
}

function nextDate({ exceptions }: HoursView, today: string): string {
  const next = exceptions.find(({ date }) => date >= today);
  if (!next) return 'No holiday to come.';
  const { date, name, spans } = next;
  const how = spans.length === 0 ? 'closed' : 'other hours';
  return `Next, ${how}: ${dateInWords(date)}${name ? ` (${name})` : ''}.`;
}
