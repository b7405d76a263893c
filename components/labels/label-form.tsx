'use client';

import type { ReactNode } from 'react';
import { useRef } from 'react';
import type { ActionResult } from '@/lib/action';
import type { LabelColour } from '@/lib/domain/conversation/labels';
import { labelColours } from '@/lib/domain/conversation/labels';
import { Field } from '../entrance/field';
import { Notice } from '../entrance/notice';
import { SaveRow } from '../settings/save-row';
import { Unsaved } from '../settings/unsaved';
import { useForm } from '../settings/use-form';
import { LabelChip } from '../ui/label-chip';
import { ColourChoice } from './colour-choice';

type Words = { id: string; send: ReactNode; kept: string };

/** Name and colour of a label, shown as they will look. */
export function LabelForm<T>({
  action,
  kept,
  after,
  more,
  words,
  onDone,
}: {
  action: (input: unknown) => Promise<ActionResult<T>>;
  kept: { name: string; colour: LabelColour };
  after?: { name: string; colour: LabelColour };
  /** What goes along with the fields. */
  more?: Readonly<Record<string, unknown>>;
  words: Words;
  onDone?: () => void;
}) {
  const form = useRef<HTMLFormElement>(null);
  const { values, set, send, fields, problem, ...state } = useForm(
    action,
    { kept, ...(after ? { after } : {}) },
    () => {
      if (after) form.current?.querySelector('input')?.focus();
      onDone?.();
    },
  );
  const colour = labelColours.find((each) => each === values.colour) ?? 'grey';
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
        label="Name of the label"
        name={`${words.id}-name`}
        autoComplete="off"
        value={values.name}
        onChange={({ target }) => set('name', target.value)}
        problem={fields['name']}
        required
        maxLength={60}
      />
      <div className="flex flex-wrap items-end gap-x-6 gap-y-2">
        <ColourChoice chosen={colour} onChoose={(chosen) => set('colour', chosen)} />
        <p className="min-h-8 py-1.5">
          {values.name.trim() === '' ? null : (
            <>
              <span className="text-fact text-ink-3">Looks like </span>
              <LabelChip label={{ name: values.name, colour }} />
            </>
          )}
        </p>
      </div>
      <SaveRow {...state} keptWord={words.kept}>
        {words.send}
      </SaveRow>
    </form>
  );
}
