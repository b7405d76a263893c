'use client';

import { useId } from 'react';
import type { Fact } from '@/lib/domain/permissions/finding';
import type { FieldName } from '@/lib/domain/permissions/suppose-fields';
import { fields } from '@/lib/domain/permissions/suppose-fields';
import { sourceNames } from '../permission/facts';
import { Since } from '../ui/since';
import { Choice } from './choice';
import { useThisTrial } from './trial';
import { supposeWord } from './use-case';
import { choiceWords, fieldLabel } from './words';

/** One fact: what it is, where it comes from and how old it is; and the way to suppose something else. */
export function FieldRow({ name, facts }: { name: FieldName; facts: readonly Fact[] }) {
  const { test, names, real } = useThisTrial();
  const label = useId();
  const note = useId();
  const isSupposed = test.supposed[name] !== undefined;
  const fact = facts.find((one) => one.name === fields[name].fact);
  const hasNote = real !== null && (isSupposed || (fact !== undefined && fact.source !== null));
  return (
    <div className="grid items-center gap-x-3 gap-y-1 sm:grid-cols-[136px_minmax(0,1fr)]">
      <span id={label} className="text-ink-2">
        {fieldLabel(name, names.network)}
      </span>
      <div className="flex min-h-7 min-w-0 flex-wrap items-center gap-x-3 gap-y-1">
        <Choice name={name} labelledBy={label} describedBy={hasNote ? note : undefined} />
        {hasNote ? (
          <span id={note} className="text-fact text-ink-3">
            {isSupposed ? <PutBack name={name} /> : fact && <Origin name={name} fact={fact} />}
          </span>
        ) : null}
      </div>
    </div>
  );
}

/** Says that this is supposed, what is so, and goes back to it. */
function PutBack({ name }: { name: FieldName }) {
  const { test, base, names } = useThisTrial();
  const so = fields[name].read(base);
  return (
    <>
      <span className="font-strong text-amber-ink">Supposed</span>
      {so === null ? null : ` instead of ${choiceWords(name, so)} · `}
      {so === null ? null : (
        <button
          type="button"
          onClick={() => supposeWord(test, base, name, so)}
          className="min-h-6 text-ink-2 underline underline-offset-2 hover:text-ink"
        >
          Put back<span className="sr-only"> {fieldLabel(name, names.network)}</span>
        </button>
      )}
    </>
  );
}

function Origin({ name, fact: { value, source, at } }: { name: FieldName; fact: Fact }) {
  const { base } = useThisTrial();
  const isStale = value !== null && fields[name].read(base) === 'unknown';
  // The age of something that happened is what is chosen beside it.
  const isMoment = fields[name].offered.includes('never');
  return (
    <>
      {isStale ? `${value === true ? 'Yes' : 'No'}, ` : null}
      {source ? sourceNames[source] : null}
      {at === null || isMoment ? null : (
        <>
          {' '}
          <Since at={new Date(at).toISOString()} />
        </>
      )}
      {isStale ? ': too old to count' : null}
    </>
  );
}
