'use client';

import { useRef, useState } from 'react';
import type { Attribute } from '@/lib/domain/contact/attributes';
import { Field } from '../entrance/field';
import { Notice } from '../entrance/notice';
import { Fold } from '../settings/fold';
import { SaveRow } from '../settings/save-row';
import { Unsaved } from '../settings/unsaved';
import { useChange } from '../settings/use-change';
import { useForm } from '../settings/use-form';
import { Button } from '../ui/button';
import { archiveAttributeAction, changeAttributeAction } from './actions';
import { ChoicesField } from './choices-field';
import { typeNames } from './words';

/** How a line is moved among its neighbours; null for what has no place among them. */
export type Moving = { up: (() => void) | null; down: (() => void) | null } | null;

/** An attribute, what it holds, and what can be done about it. */
export function AttributeLine({
  attribute,
  moving,
  mayChange,
}: {
  attribute: Attribute;
  moving: Moving;
  mayChange: boolean;
}) {
  const { id, key, name, type, choices, archived } = attribute;
  const [isOpen, setOpen] = useState(false);
  const opener = useRef<HTMLButtonElement>(null);
  const { change, isPending, problem } = useChange(archiveAttributeAction);

  function close() {
    setOpen(false);
    opener.current?.focus();
  }

  return (
    <li className="grid gap-3 border-line border-b px-4 py-2.5 last:border-b-0">
      <div className="flex flex-wrap items-center gap-x-3 gap-y-2">
        <p className="min-w-32 flex-1 [overflow-wrap:anywhere]">
          <bdi className="font-strong">{name}</bdi>
          <span className="block text-fact text-ink-3">
            <code>{key}</code>, {typeNames[type].toLowerCase()}
            {choices.length > 0 ? `: ${choices.join(', ')}` : null}
          </span>
        </p>
        {mayChange ? (
          <div className="flex flex-wrap gap-1">
            <Moves name={name} moving={moving} />
            <Button
              ref={opener}
              tone="quiet"
              aria-expanded={isOpen}
              onClick={() => setOpen(!isOpen)}
            >
              Edit<span className="sr-only"> the attribute {name}</span>
            </Button>
            <Button
              tone="quiet"
              disabled={isPending}
              onClick={() => change({ attributeId: id, archived: !archived })}
            >
              {archived ? 'Use again' : 'Archive'}
              <span className="sr-only"> the attribute {name}</span>
            </Button>
          </div>
        ) : null}
      </div>
      <Notice message={problem} />
      {isOpen ? (
        <Fold opener={opener} onClose={() => setOpen(false)}>
          <AttributeForm attribute={attribute} onDone={close} />
        </Fold>
      ) : null}
    </li>
  );
}

function Moves({ name, moving }: { name: string; moving: Moving }) {
  if (!moving) return null;
  return (
    <>
      <Button
        tone="quiet"
        aria-label={`Up: the attribute ${name}`}
        disabled={!moving.up}
        onClick={() => moving.up?.()}
      >
        Up
      </Button>
      <Button
        tone="quiet"
        aria-label={`Down: the attribute ${name}`}
        disabled={!moving.down}
        onClick={() => moving.down?.()}
      >
        Down
      </Button>
    </>
  );
}

function AttributeForm({ attribute, onDone }: { attribute: Attribute; onDone: () => void }) {
  const { id, name, type, choices } = attribute;
  const { values, set, send, fields, problem, ...state } = useForm(
    changeAttributeAction,
    { kept: { name, choices: choices.join('\n') } },
    onDone,
  );
  return (
    <form
      className="grid gap-3"
      onSubmit={(event) => {
        event.preventDefault();
        send({ attributeId: id });
      }}
    >
      <Unsaved when={state.isDirty} />
      <Notice message={problem} />
      <Field
        label="Name of the attribute"
        name={`attribute-${id}-name`}
        autoComplete="off"
        value={values.name}
        onChange={({ target }) => set('name', target.value)}
        problem={fields['name']}
        required
        maxLength={60}
      />
      {type === 'choice' ? (
        <ChoicesField
          id={`attribute-${id}-choices`}
          value={values.choices}
          problem={fields['choices']}
          onChange={(typed) => set('choices', typed)}
        />
      ) : null}
      <SaveRow {...state} />
    </form>
  );
}
