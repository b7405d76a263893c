'use client';

import { useRouter } from 'next/navigation';
import type { ReactNode } from 'react';
import { startTransition, useId, useOptimistic } from 'react';
import type { Timed } from '@/lib/domain/reports/address';
import { namedDays, periodDays } from '@/lib/domain/reports/period';
import { Button, buttonClass } from '../ui/button';
import { SoftLink } from '../ui/soft-link';
import { zoneWords } from './promise-words';

const field = 'h-7 rounded-sm border border-line-strong bg-panel px-1.5';

/** A native choice that goes to another address of the report. What was chosen stands until that has come. */
export function Choose({
  label,
  value,
  options,
  pathOf,
}: {
  label: string;
  value: string;
  options: readonly (readonly [value: string, name: string])[];
  pathOf: (value: string) => string;
}) {
  const router = useRouter();
  const id = useId();
  const [shown, show] = useOptimistic(value);
  return (
    <span className="inline-flex min-w-0 items-center gap-1.5">
      <label htmlFor={id} className="text-fact text-ink-3">
        {label}
      </label>
      <select
        id={id}
        value={shown}
        onChange={({ target }) =>
          startTransition(() => {
            show(target.value);
            router.push(pathOf(target.value));
          })
        }
        className={`${field} min-w-0 max-w-48`}
      >
        {options.map(([one, name]) => (
          <option key={one} value={one}>
            {name}
          </option>
        ))}
      </select>
    </span>
  );
}

/** Over which days a report goes, by whose clocks, and whatever else narrows it. */
export function TimeChoice({
  asked,
  zones,
  pathOf,
  children,
}: {
  asked: Timed;
  zones: readonly string[];
  pathOf: (time: Timed) => string;
  children?: ReactNode;
}) {
  const { zone } = asked;
  return (
    <div className="grid gap-2.5">
      <div className="flex flex-wrap items-center gap-x-4 gap-y-2">
        <nav aria-label="Time of the report" className="flex gap-1">
          {periodDays.map((days) => (
            <SoftLink
              key={days}
              href={pathOf({ ...asked, days })}
              {...(days === asked.days ? { 'aria-current': 'true' } : {})}
              className={buttonClass('quiet', 'aria-[current]:bg-chosen aria-[current]:text-ink')}
            >
              {days} days
            </SoftLink>
          ))}
        </nav>
        <OwnDays key={`${asked.period.from} ${asked.period.to}`} asked={asked} pathOf={pathOf} />
        <Choose
          label="Clock of"
          value={zone}
          options={[...new Set([zone, ...zones])].map((name) => [name, zoneWords(name)])}
          pathOf={(chosen) => pathOf({ ...asked, zone: chosen })}
        />
      </div>
      {children ? (
        <div className="flex flex-wrap items-center gap-x-4 gap-y-2">{children}</div>
      ) : null}
    </div>
  );
}

/** Days by their dates. The browser refuses what is no date; the last day is not before the first. */
function OwnDays({ asked, pathOf }: { asked: Timed; pathOf: (time: Timed) => string }) {
  const router = useRouter();
  const { from, to } = asked.period;
  return (
    <form
      aria-label="Own days"
      className="flex flex-wrap items-center gap-1.5 text-fact text-ink-3"
      onSubmit={(event) => {
        event.preventDefault();
        const given = new FormData(event.currentTarget);
        const period = namedDays(given.get('from'), given.get('to'));
        const last = event.currentTarget.elements.namedItem('to');
        if (period) router.push(pathOf({ ...asked, days: null, period }));
        else if (last instanceof HTMLInputElement) complain(last);
      }}
    >
      <label className="contents">
        From
        <input type="date" name="from" required defaultValue={from} className={field} />
      </label>
      <label className="contents">
        to
        <input
          type="date"
          name="to"
          required
          defaultValue={to}
          onInput={({ currentTarget }) => currentTarget.setCustomValidity('')}
          className={field}
        />
      </label>
      <Button type="submit">Show</Button>
    </form>
  );
}

function complain(input: HTMLInputElement) {
  input.setCustomValidity(
    'Choose a last day that is not before the first, a year after it at most.',
  );
  input.reportValidity();
}
