'use client';

import { clsx } from 'clsx';
import { useId, useRef } from 'react';
import type { ActionResult } from '@/lib/action';
import { invitationLimit, postLimit } from '@/lib/domain/conversation/post-length';
import { postLeft } from '../composer/post-left';
import { Notice } from '../entrance/notice';
import { SaveRow } from '../settings/save-row';
import { Unsaved } from '../settings/unsaved';
import { useForm } from '../settings/use-form';

/** The words of an invitation, and what still fits beside its button. */
export function TextForm<T>({
  action,
  body,
  isNew = false,
  more,
  onDone,
}: {
  action: (input: unknown) => Promise<ActionResult<T>>;
  body: string;
  isNew?: boolean;
  /** What goes along with the words. */
  more?: Readonly<Record<string, unknown>>;
  onDone?: () => void;
}) {
  const id = useId();
  const area = useRef<HTMLTextAreaElement>(null);
  const { values, set, send, fields, problem, ...state } = useForm(
    action,
    { kept: { body }, ...(isNew ? { after: { body: '' } } : {}) },
    () => {
      if (isNew) area.current?.focus();
      onDone?.();
    },
  );
  const left = postLeft(values.body.trim()).left - (postLimit - invitationLimit);
  const trouble = fields['body'];
  return (
    <form
      className="grid gap-3"
      onSubmit={(event) => {
        event.preventDefault();
        send(more);
      }}
    >
      <Unsaved when={state.isDirty} />
      <Notice message={problem} />
      <div className="grid gap-1">
        <label htmlFor={id} className="font-strong">
          Words of the invitation
        </label>
        <textarea
          ref={area}
          id={id}
          rows={3}
          required
          value={values.body}
          onChange={({ target }) => set('body', target.value)}
          aria-describedby={`${id}-said`}
          {...(trouble || left < 0 ? { 'aria-invalid': true } : {})}
          className="w-full resize-y rounded-sm border border-line-strong bg-paper px-2.5 py-1.5 aria-invalid:border-breach"
        />
        <p id={`${id}-said`} className="flex flex-wrap justify-between gap-x-4 text-fact">
          <span
            {...(trouble
              ? { role: 'alert', className: 'text-breach' }
              : { className: 'text-ink-3' })}
          >
            {trouble ?? 'Everyone can read it. The button to write to you follows by itself.'}
          </span>
          <span className={clsx('tabular-nums', left < 0 ? 'text-breach' : 'text-ink-3')}>
            {left < 0 ? `${-left} too many` : `${left} left`}
          </span>
        </p>
      </div>
      <SaveRow {...state} keptWord={isNew ? 'Added' : 'Saved'}>
        {isNew ? 'Add invitation' : 'Save'}
      </SaveRow>
    </form>
  );
}
