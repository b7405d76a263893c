'use client';

import { Braces, Lock, LockOpen } from 'lucide-react';
import type { KeyboardEvent, RefObject } from 'react';
import { useId, useRef, useState } from 'react';
import type { TemplateProblem } from '@/lib/domain/replies/template';
import { insertText } from '../../composer/insert-text';
import { Button } from '../../ui/button';
import type { Variable } from './begun';
import { useFillingIn } from './filling-in';
import { isLocked, toggledLock } from './lock';
import { piecesOf } from './marks';
import { Mirror, wordsLook } from './mirror';
import { ProblemList } from './problem-list';
import { VariableList, variableListId, variableOptionId } from './variable-list';

type Props = {
  label: string;
  language: string;
  body: string;
  variables: readonly Variable[];
  problems: readonly TemplateProblem[];
  onChange: (body: string) => void;
  /** Somebody went out of it: what is not kept yet may be kept now. */
  onLeave?: () => void;
};

/** The words of a reply: a plain field, with what is meant by its signs tinted behind it. */
export function WordsField({
  label,
  language,
  body,
  variables,
  problems,
  onChange,
  onLeave,
}: Props) {
  const id = useId();
  const field = useRef<HTMLTextAreaElement>(null);
  const anchor = useRef<HTMLSpanElement>(null);
  const filling = useFillingIn(variables, field);
  const lock = useLock(field, body);
  const active = filling.choices[filling.at];
  // What is being typed right now is not finished, and not wrong yet.
  const shown = active ? problems.filter(({ from }) => from !== filling.from) : problems;

  function look() {
    filling.look();
    lock.look();
  }

  function onKeyDown(event: KeyboardEvent) {
    filling.onKeyDown(event);
    if (event.defaultPrevented || !isLockKey(event)) return;
    event.preventDefault();
    lock.toggle();
  }

  return (
    <div>
      <div className="mb-1 flex min-h-7 flex-wrap items-center gap-x-1">
        <label htmlFor={id} className="mr-auto font-strong text-ink-2">
          {label}
        </label>
        <Tools field={field} lock={lock} onBraces={look} />
      </div>
      <div className="relative grid rounded-sm bg-paper ring-1 ring-line-strong ring-inset focus-within:ring-2 focus-within:ring-focus">
        <Mirror pieces={piecesOf(body, shown)} anchorAt={filling.from} anchor={anchor} />
        <textarea
          ref={field}
          id={id}
          lang={language}
          dir="auto"
          value={body}
          onChange={({ target }) => {
            onChange(target.value);
            look();
          }}
          onKeyDown={onKeyDown}
          onSelect={look}
          onBlur={() => {
            filling.close();
            onLeave?.();
          }}
          {...(active
            ? {
                'aria-controls': variableListId,
                'aria-activedescendant': variableOptionId(active.name),
              }
            : {})}
          aria-describedby={`${id}-said`}
          aria-invalid={shown.length > 0}
          className={`${wordsLook} resize-none overflow-hidden bg-transparent outline-none`}
        />
        <VariableList filling={filling} anchor={anchor} />
      </div>
      <ProblemList
        id={`${id}-said`}
        problems={shown}
        onChoose={({ from, to }) => {
          field.current?.focus();
          field.current?.setSelectionRange(from, to);
        }}
      />
    </div>
  );
}

function Tools({
  field,
  lock,
  onBraces,
}: {
  field: RefObject<HTMLTextAreaElement | null>;
  lock: ReturnType<typeof useLock>;
  onBraces: () => void;
}) {
  return (
    <>
      <Button
        tone="quiet"
        title="Fill something in: type {{"
        // The field keeps its selection, which is what the button is about.
        onPointerDown={(event) => event.preventDefault()}
        onClick={() => {
          if (!field.current) return;
          insertText(field.current, '{{');
          onBraces();
        }}
      >
        <Braces aria-hidden size={14} />
        Fill in
      </Button>
      <Button
        tone="quiet"
        aria-keyshortcuts="Control+Shift+L"
        title="Agents leave what is locked as it is (Ctrl/⌘ Shift L)"
        disabled={!lock.isLocked && !lock.isSelected}
        onPointerDown={(event) => event.preventDefault()}
        onClick={lock.toggle}
      >
        {lock.isLocked ? <LockOpen aria-hidden size={14} /> : <Lock aria-hidden size={14} />}
        {lock.isLocked ? 'Unlock' : 'Lock'}
      </Button>
    </>
  );
}

/** Whether what is selected is locked, and the way to change it; the browser's own undo takes it back. */
function useLock(field: RefObject<HTMLTextAreaElement | null>, body: string) {
  const [selected, setSelected] = useState({ from: 0, to: 0 });

  function look() {
    const element = field.current;
    if (!element) return;
    const { selectionStart: from, selectionEnd: to } = element;
    setSelected((before) => (before.from === from && before.to === to ? before : { from, to }));
  }

  function toggle() {
    const element = field.current;
    if (!element) return;
    const done = toggledLock(element.value, element.selectionStart, element.selectionEnd);
    if (!done) return;
    element.setSelectionRange(done.from, done.to);
    insertText(element, done.text);
    element.setSelectionRange(done.selectFrom, done.selectTo);
  }

  const { from, to } = selected;
  return {
    look,
    toggle,
    isSelected: body.slice(from, to).trim() !== '',
    isLocked: isLocked(body, from, to),
  };
}

function isLockKey({ key, ctrlKey, metaKey, shiftKey, altKey }: KeyboardEvent): boolean {
  return key.toLowerCase() === 'l' && shiftKey && !altKey && (ctrlKey || metaKey);
}
