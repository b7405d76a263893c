'use client';

import { useQueryClient } from '@tanstack/react-query';
import type { KeyboardEvent } from 'react';
import { useLayoutEffect, useRef } from 'react';
import type { Intent } from '@/lib/domain/triage/intent';
import { intents } from '@/lib/domain/triage/intent';
import type { TriageView } from '@/lib/queries/inbox/thread-views';
import type { Conversation } from '../thread/conversation';
import { Icon } from '../ui/icon';
import { usePopover } from '../ui/popover';
import { whenClosed } from '../ui/when-closed';
import { correct } from './correcting';
import { intentWords, percent } from './intent-words';

/** Why a message was taken for what it is, and all that it may be, each under its own key. */
export function IntentPicker({
  conversation,
  triage,
  may,
  anchor,
  onClose,
}: {
  conversation: Conversation;
  triage: TriageView;
  may: boolean;
  anchor: HTMLElement | null;
  onClose: () => void;
}) {
  const client = useQueryClient();
  const dialog = useRef<HTMLDialogElement>(null);
  usePopover(dialog, anchor);
  useLayoutEffect(() => {
    dialog.current?.querySelector<HTMLElement>('[aria-pressed=true]')?.focus();
  }, []);

  function choose(intent: Intent) {
    onClose();
    void correct(client, conversation, intent);
  }

  function onKeyDown(event: KeyboardEvent) {
    // No key means anything else while this is open.
    event.stopPropagation();
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step) {
      event.preventDefault();
      moveFocus(event.currentTarget, step);
    }
    if (!may || event.ctrlKey || event.metaKey || event.altKey) return;
    const pressed = event.key.toLowerCase();
    const intent = intents.find((each) => intentWords[each].key === pressed);
    if (!intent) return;
    event.preventDefault();
    choose(intent);
  }

  return (
    <dialog
      ref={dialog}
      aria-label="What it is"
      onClose={whenClosed(onClose)}
      onKeyDown={onKeyDown}
      onPointerDown={(event) => {
        if (event.target === event.currentTarget) onClose();
      }}
      className="fixed m-0 mt-auto max-h-[70dvh] w-full max-w-none animate-rise flex-col overflow-y-auto rounded-t-lg border border-line-strong bg-panel p-0 text-ink shadow-float open:flex pane:mt-0 pane:max-h-120 pane:w-80 pane:rounded-lg pane:backdrop:bg-transparent"
    >
      <Why triage={triage} />
      {may ? (
        <ul className="border-line border-t p-1">
          {intents.map((intent) => (
            <Choice
              key={intent}
              intent={intent}
              chosen={intent === (triage.corrected ?? triage.intent)}
              onChoose={() => choose(intent)}
            />
          ))}
        </ul>
      ) : null}
    </dialog>
  );
}

function Why({
  triage: { intent, confidence, words, corrected, urgency },
}: {
  triage: TriageView;
}) {
  return (
    <div className="grid gap-1.5 px-3 py-2.5">
      <p>
        {corrected ? (
          <>
            A person said that it is <b>{intentWords[corrected].name.toLowerCase()}</b>. Porchlight
            took it for {intentWords[intent].name.toLowerCase()}.
          </>
        ) : (
          <>
            Taken for <b>{intentWords[intent].name.toLowerCase()}</b>, {percent(confidence)} sure
            {urgency === 'high' ? ', and urgent' : ''}.
          </>
        )}
      </p>
      {words.length > 0 ? (
        <ul aria-label="Because of" className="flex flex-wrap gap-1">
          {words.map(({ text }) => (
            <li key={text} className="max-w-60 truncate rounded-sm bg-sunken px-1.5 text-fact">
              <bdi>{text}</bdi>
            </li>
          ))}
        </ul>
      ) : (
        <p className="text-fact text-ink-3">No word of it stands out.</p>
      )}
    </div>
  );
}

function Choice({
  intent,
  chosen,
  onChoose,
}: {
  intent: Intent;
  chosen: boolean;
  onChoose: () => void;
}) {
  const { name, key, about } = intentWords[intent];
  return (
    <li>
      <button
        type="button"
        aria-pressed={chosen}
        aria-keyshortcuts={key}
        onClick={onChoose}
        className="flex min-h-9 w-full items-center gap-2 rounded-sm px-2 text-left hover:bg-chosen focus-visible:bg-chosen pane:min-h-8"
      >
        <kbd className="w-5 shrink-0 rounded-sm border border-line bg-sunken text-center font-sans text-fact">
          {key}
        </kbd>
        <span className="font-strong">{name}</span>
        <span className="min-w-0 flex-1 truncate text-fact text-ink-3">{about}</span>
        {chosen ? <Icon name="check" size={14} className="shrink-0" /> : null}
      </button>
    </li>
  );
}

function moveFocus(within: EventTarget & Element, step: number) {
  const all = [...within.querySelectorAll('button')];
  const at = all.findIndex((one) => one.matches(':focus'));
  all[(at + step + all.length) % all.length]?.focus();
}
