'use client';

import { useRef } from 'react';
import { keyFrom } from '@/lib/domain/contact/attributes';
import type { AttributeType } from '@/lib/domain/contact/contact';
import { attributeTypes } from '@/lib/domain/contact/contact';
import { Field } from '../entrance/field';
import { Notice } from '../entrance/notice';
import { SaveRow } from '../settings/save-row';
import { Unsaved } from '../settings/unsaved';
import { useForm } from '../settings/use-form';
import { createAttributeAction } from './actions';
import { ChoicesField } from './choices-field';
import { typeNames } from './words';

const type: AttributeType = 'text';
const fresh: Record<'name' | 'key' | 'type' | 'choices', string> = {
  ...{ name: '', key: '', choices: '' },
  type,
};

/** A new attribute; its key follows the name until somebody writes one. */
export function NewAttribute() {
  const form = useRef<HTMLFormElement>(null);
  const { values, set, send, fields, problem, ...state } = useForm(
    createAttributeAction,
    { kept: fresh, after: fresh },
    () => form.current?.querySelector('input')?.focus(),
  );
  function rename(name: string) {
    if (values.key === keyFrom(values.name)) set('key', keyFrom(name));
    set('name', name);
  }
  return (
    <form
      ref={form}
      className="grid gap-3 rounded-lg border border-line bg-panel p-4"
      onSubmit={(event) => {
        event.preventDefault();
        send();
      }}
    >
      <Unsaved when={state.isDirty} />
      <Notice message={problem} />
      <div className="grid gap-3 pane:grid-cols-2">
        <Field
          label="Name of the attribute"
          name="new-attribute-name"
          autoComplete="off"
          value={values.name}
          onChange={({ target }) => rename(target.value)}
          problem={fields['name']}
          required
          maxLength={60}
        />
        <Field
          label="Key"
          name="new-attribute-key"
          autoComplete="off"
          spellCheck={false}
          value={values.key}
          onChange={({ target }) => set('key', target.value)}
          problem={fields['key']}
          hint="A short name for it that never changes."
          required
          maxLength={40}
        />
      </div>
      <TypeChoice chosen={values.type} onChoose={(chosen) => set('type', chosen)} />
      {values.type === 'choice' ? (
        <ChoicesField
          id="new-attribute-choices"
          value={values.choices}
          problem={fields['choices']}
          onChange={(choices) => set('choices', choices)}
        />
      ) : null}
      <SaveRow {...state} keptWord="Added">
        Add attribute
      </SaveRow>
    </form>
  );
}

function TypeChoice({ chosen, onChoose }: { chosen: string; onChoose: (type: string) => void }) {
  return (
    <label className="grid gap-1">
      <span className="font-strong text-ink-2">What it holds</span>
      <select
        value={chosen}
        onChange={({ target }) => onChoose(target.value)}
        className="h-9 w-full rounded-sm border border-line-strong bg-paper px-2 pane:w-60"
      >
        {attributeTypes.map((each) => (
          <option key={each} value={each}>
            {typeNames[each]}
          </option>
        ))}
      </select>
    </label>
  );
}
