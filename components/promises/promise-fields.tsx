'use client';

import { useId, useState } from 'react';
import type { Priority } from '@/lib/domain/conversation/conversation';
import { parseDuration } from '@/lib/domain/sla/duration';
import type { Metric, Promised } from '@/lib/domain/sla/policy';
import { pausingStatuses } from '@/lib/domain/sla/policy';
import { box } from '../hours/clock-field';
import { priorityNames } from '../thread/priority-names';
import { Check, toggled } from './check';
import type { PromiseDraft } from './draft';
import { howLong, metricWords, pauseWords } from './words';

/** The most pressing first: that is where most think about it. */
const columns = ['urgent', 'high', 'normal', 'low'] as const satisfies Priority[];

/** What is promised for one metric: whether, how long for each priority, by which clock, and what pauses it. */
export function PromiseFields({
  metric,
  promised,
  problems,
  onChange,
}: {
  metric: Metric;
  promised: PromiseDraft;
  problems: Readonly<Record<string, string>>;
  onChange: (part: Partial<PromiseDraft>) => void;
}) {
  const { label, about } = metricWords[metric];
  const { on, clock, texts } = promised;
  const id = useId();
  return (
    <section
      aria-labelledby={id}
      className="grid gap-2.5 border-line border-b py-3 last:border-b-0"
    >
      <div>
        <Check checked={on} onChange={(next) => onChange({ on: next })}>
          <span id={id} className="font-strong">
            {label}
          </span>
        </Check>
        <p className="pl-6 text-fact text-ink-3">{about}</p>
      </div>
      {on ? (
        <div className="grid gap-3 sm:pl-6">
          <div className="grid grid-cols-2 gap-2 sm:grid-cols-4">
            {columns.map((priority) => (
              <DurationField
                key={priority}
                label={priorityNames[priority]}
                of={`${label}, ${priority}`}
                clock={clock}
                value={texts[priority]}
                problem={problems[`promises.${metric}.seconds.${priority}`]}
                onChange={(text) => onChange({ texts: { ...texts, [priority]: text } })}
              />
            ))}
          </div>
          <ClockAndPauses label={label} promised={promised} onChange={onChange} />
        </div>
      ) : null}
    </section>
  );
}

function ClockAndPauses({
  label,
  promised: { clock, pausedBy },
  onChange,
}: {
  label: string;
  promised: PromiseDraft;
  onChange: (part: Partial<PromiseDraft>) => void;
}) {
  return (
    <div className="flex flex-wrap items-center gap-x-5 gap-y-2">
      <select
        aria-label={`${label}: counted`}
        value={clock}
        onChange={({ target }) =>
          onChange({ clock: target.value === 'always' ? 'always' : 'business' })
        }
        className={box}
      >
        <option value="business">In open hours</option>
        <option value="always">Round the clock</option>
      </select>
      <fieldset className="flex flex-wrap items-center gap-x-4 gap-y-1">
        <legend className="sr-only">{label}: stands still while</legend>
        <span aria-hidden className="text-ink-2">
          Stands still while
        </span>
        {pausingStatuses.map((status) => (
          <Check
            key={status}
            checked={pausedBy.includes(status)}
            onChange={(on) =>
              onChange({ pausedBy: toggled(pausingStatuses, pausedBy, status, on) })
            }
          >
            {pauseWords[status]}
          </Check>
        ))}
      </fieldset>
    </div>
  );
}

/** How long, as people write it; "90m" becomes "1 h 30 m" when one goes on. */
export function DurationField({
  label,
  of,
  clock,
  value,
  problem,
  onChange,
}: {
  label?: string;
  of: string;
  clock: Promised['clock'];
  value: string;
  problem: string | undefined;
  onChange: (value: string) => void;
}) {
  const id = useId();
  const [isTyping, setTyping] = useState(false);
  const said = isTyping ? undefined : problem;
  return (
    <div className="min-w-0">
      {label ? (
        <label htmlFor={id} className="mb-0.5 block text-fact text-ink-2">
          {label}
        </label>
      ) : null}
      <input
        id={id}
        aria-label={of}
        autoComplete="off"
        spellCheck={false}
        maxLength={30}
        value={value}
        onFocus={() => setTyping(true)}
        onChange={({ target }) => onChange(target.value)}
        onBlur={() => {
          setTyping(false);
          const seconds = parseDuration(value);
          if (seconds) onChange(howLong(seconds, clock));
        }}
        className={`${box} w-full min-w-0`}
        {...(said ? { 'aria-invalid': true, 'aria-describedby': `${id}-said` } : {})}
      />
      {said ? (
        <p id={`${id}-said`} className="mt-0.5 text-breach text-fact">
          {said}
        </p>
      ) : null}
    </div>
  );
}
