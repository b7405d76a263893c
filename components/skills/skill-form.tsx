'use client';

import type { ReactNode } from 'react';
import { useRef } from 'react';
import type { ActionResult } from '@/lib/action';
import { Field } from '../entrance/field';
import { Notice } from '../entrance/notice';
import { SaveRow } from '../settings/save-row';
import { Unsaved } from '../settings/unsaved';
import { useForm } from '../settings/use-form';

/** The name of a skill, new or old. */
export function SkillForm<T>({
  action,
  name,
  isNew = false,
  more,
  words,
  onDone,
}: {
  action: (input: unknown) => Promise<ActionResult<T>>;
  name: string;
  isNew?: boolean;
  /** What goes along with the name. */
  more?: Readonly<Record<string, unknown>>;
  words: { id: string; send: ReactNode; kept: string };
  onDone?: () => void;
}) {
  const form = useRef<HTMLFormElement>(null);
  const { values, set, send, fields, problem, ...state } = useForm(
    action,
    { kept: { name }, ...(isNew ? { after: { name: '' } } : {}) },
    () => {
      if (isNew) form.current?.querySelector('input')?.focus();
      onDone?.();
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
        label="Name of the skill"
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
