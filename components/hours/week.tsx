'use client';

import { weekdays } from '@/lib/domain/sla/hours';
import { Button } from '../ui/button';
import type { HoursDraft } from './draft';
import { Spans } from './spans';

type Part = {
  weekly: HoursDraft['weekly'];
  problems: Readonly<Record<string, string>>;
  mayChange: boolean;
  onChange: (weekly: HoursDraft['weekly']) => void;
};

/** The seven days with their hours. */
export function Week({ weekly, problems, mayChange, onChange }: Part) {
  const monday = weekly[0] ?? [];
  const never = problems['weekly'];
  return (
    <fieldset>
      <div className="mb-2 flex flex-wrap items-center justify-between gap-2">
        <legend className="contents">
          <span className="font-strong">Open on</span>
        </legend>
        {mayChange ? (
          <Button
            tone="quiet"
            onClick={() => onChange(weekly.map((spans, day) => (day < 5 ? monday : spans)))}
          >
            Copy Monday to all weekdays
          </Button>
        ) : null}
      </div>
      <ul className="border-line border-y">
        {weekdays.map((name, day) => (
          <li
            key={name}
            className="grid gap-x-4 gap-y-1 border-line border-b py-2 last:border-b-0 sm:grid-cols-[88px_minmax(0,1fr)]"
          >
            <span className="py-1.5 font-medium">{name}</span>
            <Spans
              of={name}
              weekday={day}
              spans={weekly[day] ?? []}
              problems={(no) => problems[`weekly.${day}.${no}`]}
              mayChange={mayChange}
              onChange={(spans) =>
                onChange(weekly.map((before, index) => (index === day ? spans : before)))
              }
            />
          </li>
        ))}
      </ul>
      {never ? (
        <p role="alert" className="mt-2 text-breach text-fact">
          {never}
        </p>
      ) : null}
    </fieldset>
  );
}
