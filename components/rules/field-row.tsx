'use client';

import { useId } from 'react';
import { ago } from '@/lib/domain/conversation/ago';
import type { Fact } from '@/lib/domain/permissions/finding';
import type { FieldName } from '@/lib/domain/permissions/suppose-fields';
import { fields } from '@/lib/domain/permissions/suppose-fields';
import { sourceNames } from '../permission/facts';
import { useClock } from '../ui/clock';
import { exactTime } from '../ui/time';
import { Choice, FieldLabel } from './choice';
import { useThisTrial } from './trial';
import { supposeWord, wordWithout } from './use-case';
import { choiceWords, fieldLabel } from './words';

/** One fact: what it is, where it comes from and how old it is; and the way to suppose something else. */
export function FieldRow({ name, facts }: { name: FieldName; facts: readonly Fact[] }) {
  const { test, real } = useThisTrial();
  const label = useId();
  const note = useId();
  const isSupposed = test.supposed[name] !== undefined;
  const fact = facts.find((one) => one.name === fields[name].fact);
  const hasNote = real !== null && (isSupposed || (fact !== undefined && fact.source !== null));
  return (
    <div
      data-field={name}
      className="grid items-center gap-x-3 gap-y-1 sm:grid-cols-[136px_minmax(0,1fr)]"
    >
      <FieldLabel name={name} id={label} className="text-ink-2" />
      <div className="flex min-h-7 min-w-0 flex-wrap items-center gap-x-3 gap-y-1">
        <Choice name={name} labelledBy={label} describedBy={hasNote ? note : undefined} />
        {hasNote ? (
          <span className="text-fact text-ink-3">
            <span id={note}>
              {isSupposed ? <InsteadOf name={name} /> : fact && <Origin name={name} fact={fact} />}
            </span>
            {isSupposed ? <PutBack name={name} /> : null}
          </span>
        ) : null}
      </div>
    </div>
  );
}

function InsteadOf({ name }: { name: FieldName }) {
  const so = wordWithout(useThisTrial(), name);
  return (
    <>
      <span className="font-strong text-amber-ink">Supposed</span>
      {so === null ? null : ` instead of ${choiceWords(name, so)}`}
    </>
  );
}

/** Goes back to what is so. */
function PutBack({ name }: { name: FieldName }) {
  const trial = useThisTrial();
  const so = wordWithout(trial, name);
  if (so === null) return null;
  return (
    <>
      {' · '}
      <button
        type="button"
        onClick={({ currentTarget }) => {
          // This button goes away with what it takes back: on to the choice beside it.
          currentTarget
            .closest('[data-field]')
            ?.querySelector<HTMLElement>(`select, input[value="${so}"]`)
            ?.focus();
          supposeWord(trial, name, so);
        }}
        className="min-h-6 text-ink-2 underline underline-offset-2 hover:text-ink"
      >
        Put back<span className="sr-only"> {fieldLabel(name, trial.names.network)}</span>
      </button>
    </>
  );
}

function Origin({ name, fact: { value, source, at } }: { name: FieldName; fact: Fact }) {
  const { input } = useThisTrial();
  const isStale = value !== null && fields[name].read(input) === 'unknown';
  // The age of something that happened is what is chosen beside it; what is read this moment has none.
  const isMoment = fields[name].offered.includes('never');
  const hasAge = at !== null && !isMoment && at < input.now;
  return (
    <>
      {isStale ? `${choiceWords(name, wordOf(value))}, ` : null}
      {source ? sourceNames[source] : null}
      {hasAge ? <Age at={at} /> : null}
      {isStale ? ': too old to count' : null}
    </>
  );
}

function wordOf(value: Fact['value']): string {
  if (typeof value === 'boolean') return value ? 'yes' : 'no';
  return `${value}`;
}

function Age({ at }: { at: number }) {
  const { now, zone } = useClock();
  const iso = new Date(at).toISOString();
  return (
    <>
      {' '}
      <time dateTime={iso} title={exactTime(iso, zone)}>
        {ago((now - at) / 1_000)}
      </time>
    </>
  );
}
