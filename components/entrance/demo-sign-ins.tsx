'use client';

import { useActionState } from 'react';
import type { DemoSignIns } from '@/lib/queries/members/demo-sign-ins';
import { Face } from '../ui/face';
import { signInAction } from './actions';
import { Notice } from './notice';

/** The people of the demo, each one press away. Shown only where the sandbox stands in for X. */
export function DemoSignInList({ demo, next }: { demo: DemoSignIns; next: string }) {
  const [state, send] = useActionState(signInAction, { email: '', message: undefined });
  return (
    <section aria-labelledby="demo" className="mt-5 border-line border-t pt-4">
      <h2 id="demo" className="font-strong">
        The demo
      </h2>
      <p className="mb-2 text-fact text-ink-3">
        Come in as one of {demo.workspaceName}. Everyone’s password is{' '}
        <code className="select-all text-ink-2">{demo.password}</code>.
      </p>
      <Notice message={state.message} />
      <ul className="-mx-2">
        {demo.people.map(({ memberId, name, email, roles }) => (
          <li key={memberId}>
            <form action={send}>
              <input type="hidden" name="next" value={next} />
              <input type="hidden" name="email" value={email} />
              <input type="hidden" name="password" value={demo.password} />
              <button
                type="submit"
                className="flex h-9 w-full items-center gap-2.5 rounded-sm px-2 text-left hover:bg-hover"
              >
                <Face id={memberId} name={name} size="small" />
                <span className="flex-1 truncate">{name}</span>
                <span className="text-fact text-ink-3">{roles.join(', ')}</span>
              </button>
            </form>
          </li>
        ))}
      </ul>
    </section>
  );
}
