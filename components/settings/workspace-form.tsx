'use client';

import { Field } from '../entrance/field';
import { Notice } from '../entrance/notice';
import { renameWorkspaceAction } from './actions';
import { SaveRow } from './save-row';
import { Unsaved } from './unsaved';
import { useForm } from './use-form';

/** The name of the workspace. */
export function WorkspaceForm({ name }: { name: string }) {
  const { values, set, send, fields, problem, ...state } = useForm(renameWorkspaceAction, {
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
        label="Name of the workspace"
        name="workspace"
        autoComplete="organization"
        value={values.name}
        onChange={({ target }) => set('name', target.value)}
        hint="Its people see it, in invitations too. Customers do not."
        problem={fields['name']}
        required
        maxLength={60}
      />
      <SaveRow {...state} />
    </form>
  );
}
