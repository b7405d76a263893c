'use client';

import { passwordLength } from '@/lib/domain/access/password';
import { Field } from '../entrance/field';
import { Notice } from '../entrance/notice';
import { changePasswordAction } from './actions';
import { SaveRow } from './save-row';
import { Unsaved } from './unsaved';
import { useForm } from './use-form';

const empty = { current: '', next: '' };

/** A new password, given to whoever knows the present one. */
export function PasswordForm({ email }: { email: string }) {
  const { values, set, send, fields, problem, ...state } = useForm(changePasswordAction, {
    kept: empty,
    after: empty,
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
      {/* So that a password manager knows whose password this is. */}
      <input type="hidden" name="username" autoComplete="username" value={email} />
      <Field
        label="Present password"
        name="password-current"
        type="password"
        autoComplete="current-password"
        value={values.current}
        onChange={({ target }) => set('current', target.value)}
        problem={fields['current']}
        required
        maxLength={passwordLength.max}
      />
      <Field
        label="New password"
        name="password-next"
        type="password"
        autoComplete="new-password"
        value={values.next}
        onChange={({ target }) => set('next', target.value)}
        hint={`At least ${passwordLength.min} characters. Everywhere else you are signed out.`}
        problem={fields['next']}
        required
        maxLength={passwordLength.max}
      />
      <SaveRow {...state} keptWord="Changed. Every other browser of yours is signed out.">
        Change password
      </SaveRow>
    </form>
  );
}
