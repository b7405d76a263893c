'use client';

import { useId } from 'react';
import { fieldTime, instantOfField } from '../../thread/snooze-times';
import { useClock } from '../../ui/clock';
import type { DraftFields } from './draft-fields';

type Dates = Pick<DraftFields, 'validFrom' | 'validUntil' | 'reviewBy'>;

const fields = [
  { name: 'validFrom', label: 'In use from', none: 'Empty: as soon as it is published.' },
  { name: 'validUntil', label: 'In use until', none: 'Empty: until it is replaced.' },
  { name: 'reviewBy', label: 'Read it again by', none: 'Its owner is reminded; it stays in use.' },
] as const;

/** From when to when the words hold, by the viewer's clock. */
export function DatesField({
  dates,
  onChange,
}: {
  dates: Dates;
  onChange: (patch: Partial<Dates>) => void;
}) {
  const { zone } = useClock();
  return (
    <fieldset>
      <legend className="mb-1 font-strong text-ink-2">When</legend>
      <div className="grid gap-3 sm:grid-cols-3">
        {fields.map(({ name, label, none }) => (
          <Moment
            key={name}
            label={label}
            none={none}
            at={dates[name]}
            zone={zone}
            onChange={(at) => onChange({ [name]: at })}
          />
        ))}
      </div>
      <p className="mt-1 text-fact text-ink-3">Times are in {zone.replaceAll('_', ' ')}.</p>
    </fieldset>
  );
}

function Moment({
  label,
  none,
  at,
  zone,
  onChange,
}: {
  label: string;
  none: string;
  at: string | null;
  zone: string;
  onChange: (at: string | null) => void;
}) {
  const id = useId();
  return (
    <div>
      <label htmlFor={id} className="mb-1 block text-ink-2">
        {label}
      </label>
      <input
        id={id}
        type="datetime-local"
        value={at === null ? '' : fieldTime(Date.parse(at), zone)}
        onChange={({ target }) => {
          const next = instantOfField(target.value, zone);
          // While a part of the field is still empty, it says nothing.
          if (next !== null || target.value === '') onChange(next);
        }}
        aria-describedby={`${id}-none`}
        className="h-9 w-full rounded-sm border border-line-strong bg-panel px-2 tabular-nums"
      />
      <p id={`${id}-none`} className="mt-1 text-fact text-ink-3">
        {none}
      </p>
    </div>
  );
}
