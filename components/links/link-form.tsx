'use client';

import { useQueryClient } from '@tanstack/react-query';
import { useRef } from 'react';
import type { ActionResult } from '@/lib/action';
import { mostFirstWords } from '@/lib/domain/channel/message-link';
import { Field } from '../entrance/field';
import { Notice } from '../entrance/notice';
import { SaveRow } from '../settings/save-row';
import { Unsaved } from '../settings/unsaved';
import { useForm } from '../settings/use-form';
import { linksQuery } from './queries';

type Values = { name: string; firstWords: string } & Partial<Record<'channelId', string>>;

/** Where a link stands, to whom it leads, and what the customer finds in their message. */
export function LinkForm<T>({
  action,
  kept,
  after,
  channels = [],
  more,
  words,
  onDone,
}: {
  action: (input: unknown) => Promise<ActionResult<T>>;
  kept: Values;
  after?: Values;
  /** To choose from; none for a link that leads somewhere already. */
  channels?: readonly { id: string; handle: string }[];
  more?: Readonly<Record<string, unknown>>;
  words: { id: string; send: string; kept: string };
  onDone?: () => void;
}) {
  const form = useRef<HTMLFormElement>(null);
  const client = useQueryClient();
  const { values, set, send, fields, problem, ...state } = useForm<Record<string, string>, T>(
    action,
    { kept: strings(kept), ...(after ? { after: strings(after) } : {}) },
    () => {
      void client.invalidateQueries({ queryKey: linksQuery.queryKey });
      if (after) form.current?.querySelector('input')?.focus();
      onDone?.();
    },
  );
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
        label="Where the link will stand"
        name={`${words.id}-name`}
        autoComplete="off"
        placeholder="Contact page"
        value={values['name'] ?? ''}
        onChange={({ target }) => set('name', target.value)}
        problem={fields['name']}
        required
        maxLength={60}
      />
      {channels.length > 1 ? (
        <ChannelChoice
          id={`${words.id}-channel`}
          channels={channels}
          chosen={values['channelId'] ?? ''}
          onChoose={(id) => set('channelId', id)}
        />
      ) : null}
      <Field
        label="First words of the message"
        name={`${words.id}-words`}
        autoComplete="off"
        value={values['firstWords'] ?? ''}
        onChange={({ target }) => set('firstWords', target.value)}
        hint="The customer finds them in their message, followed by the link’s reference, and can change them."
        problem={fields['firstWords']}
        maxLength={mostFirstWords}
      />
      <SaveRow {...state} keptWord={words.kept}>
        {words.send}
      </SaveRow>
    </form>
  );
}

function ChannelChoice({
  id,
  channels,
  chosen,
  onChoose,
}: {
  id: string;
  channels: readonly { id: string; handle: string }[];
  chosen: string;
  onChoose: (id: string) => void;
}) {
  return (
    <div>
      <label htmlFor={id} className="mb-1 block font-strong text-ink-2">
        Channel
      </label>
      <select
        id={id}
        value={chosen}
        onChange={({ target }) => onChoose(target.value)}
        className="h-9 max-w-full rounded-sm border border-line-strong bg-panel px-2 text-message"
      >
        {channels.map((channel) => (
          <option key={channel.id} value={channel.id}>
            @{channel.handle}
          </option>
        ))}
      </select>
    </div>
  );
}

function strings(values: Values): Record<string, string> {
  return Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined));
}
