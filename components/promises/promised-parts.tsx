'use client';

import { metrics } from '@/lib/domain/sla/policy';
import type { HoursView } from '@/lib/queries/sla/settings';
import { box } from '../hours/clock-field';
import { SoftLink } from '../ui/soft-link';
import { Check } from './check';
import type { Fields } from './part';
import { Part } from './part';
import { PromiseFields } from './promise-fields';

/** What is promised for each metric, and whose hours it is counted in. */
export function Promises({
  form: { draft, set, problems, mayChange },
  hours,
}: {
  form: Fields;
  hours: readonly HoursView[];
}) {
  const why = problems['calendarId'];
  return (
    <Part
      title="What is promised"
      about={`${mayChange ? 'Write 30 m, 1 h 30 m or 2 d. ' : ''}One d is 24 hours. Counted in open hours that is three days of eight.`}
    >
      <div className="flex flex-wrap items-center gap-2 pb-1">
        <label htmlFor="policy-hours">Open hours are those of</label>
        <select
          id="policy-hours"
          value={draft.calendarId}
          onChange={({ target }) => set({ calendarId: target.value })}
          className={box}
          {...(why ? { 'aria-invalid': true, 'aria-describedby': 'policy-hours-why' } : {})}
        >
          {hours.map(({ calendarId, name }) => (
            <option key={calendarId} value={calendarId}>
              {name}
            </option>
          ))}
        </select>
        {why ? (
          <p id="policy-hours-why" className="text-breach text-fact">
            {why}
          </p>
        ) : null}
        <SoftLink href="/settings/hours" className="text-ink-2 underline underline-offset-2">
          Business hours
        </SoftLink>
      </div>
      <div className="border-line border-y">
        {metrics.map((metric) => (
          <PromiseFields
            key={metric}
            metric={metric}
            promised={draft.promises[metric]}
            problems={problems}
            onChange={(part) =>
              set({
                promises: { ...draft.promises, [metric]: { ...draft.promises[metric], ...part } },
              })
            }
          />
        ))}
      </div>
    </Part>
  );
}

/** Which replies count, and from when on a promise is at risk. */
export function Counting({ form: { draft, set, problems } }: { form: Fields }) {
  const why = problems['riskPercent'];
  return (
    <Part title="What counts">
      <div className="grid gap-2">
        <Check checked={draft.publicCounts} onChange={(publicCounts) => set({ publicCounts })}>
          A reply in public is an answer
        </Check>
        <Check
          checked={draft.automaticCounts}
          onChange={(automaticCounts) => set({ automaticCounts })}
        >
          An automatic acknowledgement is an answer
        </Check>
        <p className="flex flex-wrap items-center gap-2">
          At risk from
          <input
            aria-label="At risk from this percent of its time"
            inputMode="numeric"
            maxLength={2}
            value={draft.risk}
            onChange={({ target }) => set({ risk: target.value })}
            className={`${box} w-12 text-right`}
            {...(why ? { 'aria-invalid': true, 'aria-describedby': 'policy-risk-why' } : {})}
          />
          % of the time on
          {why ? (
            <span id="policy-risk-why" className="text-breach text-fact">
              {why}
            </span>
          ) : null}
        </p>
      </div>
    </Part>
  );
}
