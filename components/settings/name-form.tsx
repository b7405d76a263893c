'use client';

import { Field } from '../entrance/field';
import { Notice } from '../entrance/notice';
import { changeNameAction } from './actions';
import { SaveRow } from './save-row';
import { Unsaved } from './unsaved';
import { useForm } from './use-form';

/** The name by which colleagues see this person. */
export function NameForm({ name }: { name: string }) {
  const { values, set, send, fields, problem, ...state } = useForm(changeNameAction, {
    kept: { name },
  });
  return (
    <form
      className="grid gap-3 rounded-lg border border-line bg-panel p-4"
      onSubmit={(event) => {
        event.preventDefault();
        send();
      }}
    >
      <Unsaved when={state.isDirty} />
      <Notice message={problem} />
      <Field
        label="Your name"
        name="profile-name"
        autoComplete="name"
        value={values.name}
        onChange={({ target }) => set('name', target.value)}
        hint="As colleagues see it, also on what you wrote before. Customers do not see it."
        problem={fields['name']}
        required
        maxLength={80}
      />
      <SaveRow {...state} />
    </form>
  );
}
