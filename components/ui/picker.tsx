'use client';

import type { KeyboardEvent, ReactNode } from 'react';
import { useEffect, useEffectEvent, useId, useRef, useState } from 'react';
import { takeTyped } from '../shell/typed-ahead';
import { Icon } from './icon';
import { matching } from './matching';
import { usePopover } from './popover';
import { whenClosed } from './when-closed';

export type Choice = {
  id: string;
  label: string;
  /** Said beside it, such as an exact time. */
  hint?: string;
  /** A second line, of which the place is kept also while it is empty. */
  detail?: string;
  /** What should be known before this one is chosen; said while it is the one that Enter chooses. */
  note?: string | null;
  lead?: ReactNode;
  chosen?: boolean;
};

type PickerProps = {
  label: string;
  anchor: HTMLElement | null;
  choices: readonly Choice[];
  /** Several may be chosen: choosing one does not close. */
  several?: boolean;
  /** Hears what is typed, where the choices are looked for elsewhere: then they are shown as they come. */
  onType?: (typed: string) => void;
  /** What to say while nothing fits; `typed` is what was looked for. */
  nothing?: (typed: string) => ReactNode;
  onChoose: (id: string) => void;
  onClose: () => void;
  children?: ReactNode;
};

/**
 * A list of choices to type into: under what opens it, or at the foot of a phone. Letters narrow it,
 * arrow keys, Home and End move, Enter chooses, Escape or a press elsewhere closes.
 */
export function Picker({ label, anchor, choices, several, onClose, ...props }: PickerProps) {
  const dialog = useRef<HTMLDialogElement>(null);
  usePopover(dialog, anchor);
  return (
    <dialog
      ref={dialog}
      aria-label={label}
      onClose={whenClosed(onClose)}
      onPointerDown={(event) => {
        if (event.target === event.currentTarget) onClose();
      }}
      className="fixed m-0 mt-auto max-h-[70dvh] w-full max-w-none animate-rise flex-col overflow-hidden rounded-t-lg border border-line-strong bg-panel p-0 text-ink shadow-float open:flex pane:mt-0 pane:max-h-100 pane:w-70 pane:rounded-lg pane:backdrop:bg-transparent"
    >
      <Body
        label={label}
        choices={choices}
        several={several === true}
        onClose={onClose}
        {...props}
      />
    </dialog>
  );
}

function Body({
  label,
  choices,
  several,
  onType,
  nothing,
  onChoose,
  onClose,
  children,
}: Omit<PickerProps, 'anchor'> & { several: boolean }) {
  const listId = useId();
  const [typed, setTyped] = useState('');
  const shown = onType ? choices : matching(choices, typed);
  const [at, setAt] = useState(0);
  const active = shown[Math.min(at, shown.length - 1)];
  const idOf = (choice: Choice) => `${listId}-${choice.id}`;

  useTypedAhead(narrow);

  function narrow(to: string) {
    setTyped(to);
    onType?.(to);
    setAt(0);
  }

  function choose(choice: Choice | undefined) {
    if (!choice) return;
    if (!several) onClose();
    onChoose(choice.id);
  }

  function onKeyDown(event: KeyboardEvent) {
    const to = event.nativeEvent.isComposing ? null : moveOf(event.key, at, shown.length);
    if (to === null) return;
    event.preventDefault();
    if (to === 'choose') choose(active);
    else setAt(to);
  }

  return (
    <>
      <input
        type="text"
        role="combobox"
        aria-label={label}
        aria-expanded={shown.length > 0}
        aria-controls={listId}
        aria-autocomplete="list"
        {...(active ? { 'aria-activedescendant': idOf(active) } : {})}
        autoComplete="off"
        spellCheck={false}
        placeholder={label}
        value={typed}
        onChange={(event) => narrow(event.target.value)}
        onKeyDown={onKeyDown}
        className="h-10 w-full shrink-0 border-line border-b bg-transparent px-3 outline-none placeholder:text-ink-3"
      />
      {shown.length > 0 ? (
        <div
          id={listId}
          role="listbox"
          aria-label={label}
          aria-multiselectable={several}
          tabIndex={-1}
          className="quiet-scroll min-h-0 flex-1 overflow-y-auto p-1"
        >
          {shown.map((choice) => (
            <Option
              key={choice.id}
              id={idOf(choice)}
              choice={choice}
              active={choice === active}
              several={several}
              onPoint={() => setAt(shown.indexOf(choice))}
              onChoose={() => choose(choice)}
            />
          ))}
        </div>
      ) : null}
      {shown.length === 0 ? (
        <p className="px-3 pt-1 pb-3 text-ink-2">{nothing?.(typed) ?? 'Nothing fits.'}</p>
      ) : null}
      <ActiveNote choices={shown} active={active} />
      {children}
    </>
  );
}

/** What was typed while this was on its way here. */
function useTypedAhead(take: (typed: string) => void) {
  const begin = useEffectEvent(take);
  useEffect(() => takeTyped((typed) => begin(typed)), []);
}

/** What is to be known before the active one is chosen. Where one of them may have a note, its place is kept. */
function ActiveNote({
  choices,
  active,
}: {
  choices: readonly Choice[];
  active: Choice | undefined;
}) {
  if (choices.every(({ note }) => note === undefined)) return null;
  return (
    <p
      role="status"
      className="quiet-scroll h-14 shrink-0 overflow-y-auto border-line border-t px-3 py-1.5 text-fact text-ink-2"
    >
      {active?.note}
    </p>
  );
}

function Option({
  id,
  choice: { label, hint, detail, lead, chosen },
  active,
  several,
  onPoint,
  onChoose,
}: {
  id: string;
  choice: Choice;
  active: boolean;
  several: boolean;
  onPoint: () => void;
  onChoose: () => void;
}) {
  const line = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (active) line.current?.scrollIntoView({ block: 'nearest' });
  }, [active]);
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: the field above has the focus and hears the keys
    <div
      ref={line}
      id={id}
      role="option"
      aria-selected={chosen === true}
      tabIndex={-1}
      data-active={active}
      onPointerMove={active ? undefined : onPoint}
      onClick={onChoose}
      className="flex min-h-9 cursor-pointer items-center gap-2 rounded-sm px-2 py-1 data-[active=true]:bg-chosen pane:min-h-8"
    >
      {several ? (
        <span
          aria-hidden
          data-on={chosen}
          className="grid size-4 shrink-0 place-items-center rounded-[4px] border border-line-strong data-[on=true]:border-ink data-[on=true]:bg-ink data-[on=true]:text-panel"
        >
          {chosen ? <Icon name="check" size={12} /> : null}
        </span>
      ) : null}
      {lead}
      <span className="grid min-w-0 flex-1">
        <bdi className="truncate">{label}</bdi>
        {detail === undefined ? null : (
          <span className="min-h-4 truncate text-fact text-ink-3 tabular-nums">{detail}</span>
        )}
      </span>
      {hint ? <span className="shrink-0 text-fact text-ink-3 tabular-nums">{hint}</span> : null}
      {chosen && !several ? <Icon name="check" size={14} className="shrink-0" /> : null}
    </div>
  );
}

function moveOf(key: string, at: number, count: number): number | 'choose' | null {
  if (key === 'Enter') return 'choose';
  const to = { ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: count - 1 }[key];
  return to === undefined || count === 0 ? null : (to + count) % count;
}
