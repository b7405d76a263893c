'use client';

import type { ReactNode } from 'react';

type Option<Id extends string> = { id: Id; name: string; means: string };

/** One of several, each with a sentence that says what it means. */
export function MeantChoice<Id extends string>({
  legend,
  name,
  options,
  chosen,
  onChoose,
}: {
  legend: string;
  name: string;
  options: readonly Option<Id>[];
  chosen: string;
  onChoose: (id: Id) => void;
}) {
  return (
    <fieldset className="min-w-0">
      <legend className="mb-1 font-strong text-ink-2">{legend}</legend>
      {options.map(({ id, name: label, means }) => (
        <label
          key={id}
          className="flex min-h-9 cursor-pointer items-start gap-2.5 rounded-sm px-2 py-1.5 hover:bg-hover has-disabled:cursor-default"
        >
          <input
            type="radio"
            name={name}
            value={id}
            checked={chosen === id}
            onChange={() => onChoose(id)}
            className="mt-0.5 size-4 accent-ink"
          />
          <span className="min-w-0 flex-1">
            {label}
            <span className="block text-fact text-ink-3">{means}</span>
          </span>
        </label>
      ))}
    </fieldset>
  );
}

/** A number with what it counts after it. */
export function CountField({
  label,
  id,
  unit,
  hint,
  problem,
  value,
  onType,
}: {
  label: string;
  id: string;
  unit: ReactNode;
  hint: string;
  problem: string | undefined;
  value: string;
  onType: (typed: string) => void;
}) {
  return (
    <div>
      <label htmlFor={id} className="mb-1 block font-strong text-ink-2">
        {label}
      </label>
      <span className="flex items-center gap-2">
        <input
          id={id}
          inputMode="decimal"
          autoComplete="off"
          value={value}
          onChange={({ target }) => onType(target.value)}
          aria-describedby={`${id}-hint`}
          {...(problem ? { 'aria-invalid': true } : {})}
          className="h-9 w-24 rounded-sm border border-line-strong bg-panel px-2.5 text-message text-ink tabular-nums disabled:bg-sunken aria-invalid:border-breach"
        />
        <span className="text-ink-2">{unit}</span>
      </span>
      <p
        id={`${id}-hint`}
        {...(problem ? { role: 'alert' } : {})}
        className={problem ? 'mt-1 text-breach text-fact' : 'mt-1 text-fact text-ink-3'}
      >
        {problem ?? hint}
      </p>
    </div>
  );
}

/** One of a list that may be long. */
export function SelectField({
  label,
  id,
  hint,
  problem,
  value,
  options,
  onChoose,
}: {
  label: string;
  id: string;
  hint: ReactNode;
  problem: string | undefined;
  value: string;
  options: readonly { id: string; name: string }[];
  onChoose: (id: string) => void;
}) {
  return (
    <div>
      <label htmlFor={id} className="mb-1 block font-strong text-ink-2">
        {label}
      </label>
      <select
        id={id}
        value={value}
        onChange={({ target }) => onChoose(target.value)}
        aria-describedby={`${id}-hint`}
        {...(problem ? { 'aria-invalid': true } : {})}
        className="h-9 w-full max-w-80 rounded-sm border border-line-strong bg-panel px-2 text-ink disabled:bg-sunken aria-invalid:border-breach"
      >
        {options.map(({ id: option, name }) => (
          <option key={option} value={option}>
            {name}
          </option>
        ))}
      </select>
      <p
        id={`${id}-hint`}
        {...(problem ? { role: 'alert' } : {})}
        className={problem ? 'mt-1 text-breach text-fact' : 'mt-1 text-fact text-ink-3'}
      >
        {problem ?? hint}
      </p>
    </div>
  );
}
