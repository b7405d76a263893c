'use client';

import { useActionState } from 'react';
import { passwordLength } from '@/lib/domain/access/password';
import { acceptInvitationAction } from './actions';
import { Field } from './field';
import { Notice } from './notice';
import { Submit } from './submit';

/** A newcomer's name and password. */
export function NewcomerForm({ token, email }: { token: string; email: string }) {
  const [state, send] = useActionState(acceptInvitationAction, { name: '', message: undefined });
  return (
    <form action={send} className="grid gap-4">
      <Notice message={state.message} />
      <input type="hidden" name="token" value={token} />
      <Field
        label="E-mail address"
        name="email"
        type="email"
        value={email}
        autoComplete="username"
        readOnly
      />
      <Field
        label="Your name"
        name="name"
        autoComplete="name"
        defaultValue={state.name}
        required
        maxLength={80}
        hint="As your colleagues know it."
      />
      <Field
        label="Password"
        name="password"
        type="password"
        autoComplete="new-password"
        required
        minLength={passwordLength.min}
        maxLength={passwordLength.max}
        hint={`At least ${passwordLength.min} characters; a few words in a row are good.`}
      />
      <Submit>Join</Submit>
    </form>
  );
}

/** One press for someone who has an account and is signed in with it. */
export function JoinForm({ token }: { token: string }) {
  const [state, send] = useActionState(acceptInvitationAction, { name: '', message: undefined });
  return (
    <form action={send} className="grid gap-4">
      <Notice message={state.message} />
      <input type="hidden" name="token" value={token} />
      <Submit>Join</Submit>
    </form>
  );
}
