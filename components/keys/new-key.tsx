'use client';

import { useState } from 'react';
import { Field } from '../entrance/field';
import { Notice } from '../entrance/notice';
import { SaveRow } from '../settings/save-row';
import { useForm } from '../settings/use-form';
import { Button } from '../ui/button';
import { createKeyAction } from './actions';

const fresh = { name: '' };

/** A new key for another system; its secret is shown this once. */
export function NewKey() {
  const [made, setMade] = useState<{ name: string; secret: string }>();
  const { values, set, send, fields, problem, ...state } = useForm(
    createKeyAction,
    { kept: fresh, after: fresh },
    setMade,
  );
  return (
    <form
      className="grid gap-3 rounded-lg border border-line bg-panel p-4"
      onSubmit={(event) => {
        event.preventDefault();
        send();
      }}
    >
      <Notice message={problem} />
      <Field
        label="Name of the system"
        name="new-key-name"
        autoComplete="off"
        value={values.name}
        onChange={({ target }) => set('name', target.value)}
        problem={fields['name']}
        hint="It stands as the source on everything that this key tells, such as “Shop”."
        required
        maxLength={60}
      />
      <SaveRow {...state} keptWord="Made">
        Make key
      </SaveRow>
      {made ? <Secret {...made} /> : null}
    </form>
  );
}

function Secret({ name, secret }: { name: string; secret: string }) {
  const [copied, setCopied] = useState(false);

  async function copy() {
    await navigator.clipboard.writeText(secret).then(
      () => setCopied(true),
      () => setCopied(false),
    );
  }

  return (
    <div role="status" className="rounded-sm bg-amber-wash p-3">
      <p className="mb-2">
        The key for <bdi className="font-strong">{name}</bdi>. Copy it now: it is not shown again.
      </p>
      <div className="flex gap-2">
        <input
          readOnly
          value={secret}
          aria-label={`Key for ${name}`}
          onFocus={({ target }) => target.select()}
          className="h-7 min-w-0 flex-1 rounded-sm border border-line-strong bg-panel px-2 text-fact text-ink"
        />
        <Button onClick={() => void copy()}>{copied ? 'Copied' : 'Copy'}</Button>
      </div>
    </div>
  );
}
