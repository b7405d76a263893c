'use client';

import { useActionState } from 'react';
import { signInAction } from './actions';
import { Field } from './field';
import { Notice } from './notice';
import { Submit } from './submit';

/** E-mail and password. Works as a plain form before, or without, its script. */
export function SignInForm({ next, problem }: { next: string; problem?: string | undefined }) {
  const [state, send] = useActionState(signInAction, { email: '', message: problem });
  return (
    <form action={send} className="grid gap-4">
      <Notice message={state.message} />
      <input type="hidden" name="next" value={next} />
      <Field
        label="E-mail address"
        name="email"
        type="email"
        autoComplete="username"
        defaultValue={state.email}
        required
        maxLength={254}
      />
      <Field
        label="Password"
        name="password"
        type="password"
        autoComplete="current-password"
        required
        maxLength={1024}
      />
      <Submit>Sign in</Submit>
    </form>
  );
}
