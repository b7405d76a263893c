'use client';

import type { ReactNode } from 'react';
import { useRef } from 'react';
import type { ActionResult } from '@/lib/action';
import { Field } from '../entrance/field';
import { Notice } from '../entrance/notice';
import { SaveRow } from '../settings/save-row';
import { Unsaved } from '../settings/unsaved';
import { useForm } from '../settings/use-form';

/** The name of a team, new or old. */
export function TeamForm<T>({
  action,
  name,
  isNew = false,
  more,
  words,
}: {
  action: (input: unknown) => Promise<ActionResult<T>>;
  name: string;
  isNew?: boolean;
  /** What goes along with the name. */
  more?: Readonly<Record<string, unknown>>;
  words: { id: string; send: ReactNode; kept: string };
}) {
  const form = useRef<HTMLFormElement>(null);
  const { values, set, send, fields, problem, ...state } = useForm(
    action,
    { kept: { name }, ...(isNew ? { after: { name: '' } } : {}) },
    () => {
      if (isNew) form.current?.querySelector('input')?.focus();
    },
  );
  return (
    <form
      ref={form}
      className="grid gap-3"
      onSubmit={(event) => {
        event.preventDefault();
        send(more);
      }}
    >
      <Unsaved when={state.isDirty} />
      <Notice message={problem} />
      <Field
        label="Name of the team"
        name={words.id}
        autoComplete="off"
        value={values.name}
        onChange={({ target }) => set('name', target.value)}
        problem={fields['name']}
        required
        maxLength={60}
      />
      <SaveRow {...state} keptWord={words.kept}>
        {words.send}
      </SaveRow>
    </form>
  );
}
