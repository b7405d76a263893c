'use client';

import { useId } from 'react';
import type { ConsentWords } from '@/lib/queries/consent/words';
import { Notice } from '../entrance/notice';
import { SaveRow } from '../settings/save-row';
import { Unsaved } from '../settings/unsaved';
import { useForm } from '../settings/use-form';
import { changeConsentWordsAction } from './actions';

/** The words that change somebody's consent by themselves, and what tells them so. */
export function WordsForm({ words }: { words: ConsentWords }) {
  const { values, set, send, fields, problem, ...state } = useForm(changeConsentWordsAction, {
    kept: words,
  });
  const area = (name: keyof ConsentWords, rows: number) => ({
    name,
    rows,
    value: values[name],
    problem: fields[name],
    onChange: (value: string) => set(name, value),
  });
  return (
    <form
      className="grid gap-4 rounded-lg border border-line bg-panel p-4"
      onSubmit={(event) => {
        event.preventDefault();
        send();
      }}
    >
      <Unsaved when={state.isDirty} />
      <Notice message={problem} />
      <Area {...area('stop', 6)} label="No messages at all" hint="One on a line." />
      <Area
        {...area('stopConfirmation', 2)}
        label="What confirms it, once"
        hint="Leave it empty to send nothing."
      />
      <Area {...area('no_offers', 4)} label="No offers" hint="Everything else goes on." />
      <Area {...area('offersConfirmation', 2)} label="What confirms that, once" />
      <Area
        {...area('back', 3)}
        label="Messages again"
        hint="Takes “no messages at all” back. Offers they have to agree to anew."
      />
      <SaveRow {...state} />
    </form>
  );
}

function Area({
  name,
  label,
  hint,
  problem,
  rows,
  value,
  onChange,
}: {
  name: string;
  label: string;
  hint?: string;
  problem: string | undefined;
  rows: number;
  value: string;
  onChange: (value: string) => void;
}) {
  const id = useId();
  const said = problem ?? hint;
  return (
    <div className="grid gap-1">
      <label htmlFor={id} className="font-strong">
        {label}
      </label>
      <textarea
        id={id}
        name={name}
        rows={rows}
        value={value}
        onChange={({ target }) => onChange(target.value)}
        {...(said ? { 'aria-describedby': `${id}-said` } : {})}
        {...(problem ? { 'aria-invalid': true } : {})}
        className="w-full resize-y rounded-sm border border-line-strong bg-paper px-2.5 py-1.5 aria-invalid:border-breach"
      />
      {said ? (
        <p
          id={`${id}-said`}
          {...(problem ? { role: 'alert' } : {})}
          className={problem ? 'text-breach text-fact' : 'text-fact text-ink-3'}
        >
          {said}
        </p>
      ) : null}
    </div>
  );
}
