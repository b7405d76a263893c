'use client';

import type { KeyboardEvent } from 'react';
import { useEffect, useRef, useState } from 'react';
import { whenClosed } from '../ui/when-closed';
import type { PaletteChoice, PaletteGroup } from './palette-choice';
import { usePaletteChoices } from './palette-choices';
import { PaletteList } from './palette-list';
import { rememberChoice } from './palette-recent';
import { takeTyped } from './typed-ahead';

const listId = 'palette-list';
const optionId = (at: number) => `palette-${at}`;

/** Everything that can be done and everywhere one can go, by its name. */
export function Palette({ onClose }: { onClose: () => void }) {
  const dialog = useRef<HTMLDialogElement>(null);
  const [query, setQuery] = useState('');
  const [at, setAt] = useState(0);
  const { groups, searching } = usePaletteChoices(query);
  const choices = groups.flatMap((group) => group.choices);
  const active = Math.min(at, choices.length - 1);

  useEffect(() => {
    dialog.current?.showModal();
    takeTyped(setQuery);
  }, []);

  function choose(choice: PaletteChoice | undefined) {
    if (!choice) return;
    rememberChoice(choice.id);
    // Closed first: it gives the focus back, and what is chosen may move it on.
    dialog.current?.close();
    choice.run();
  }

  function onKeyDown(event: KeyboardEvent) {
    if (event.nativeEvent.isComposing) return;
    const next = placeAfter(event, { active, groups, count: choices.length });
    if (next !== null) setAt(next);
    else if (event.key === 'Enter') choose(choices[active]);
    else if (event.key.toLowerCase() === 'k' && (event.ctrlKey || event.metaKey))
      dialog.current?.close();
    else return;
    event.preventDefault();
  }

  return (
    <dialog
      ref={dialog}
      aria-label="Find and do anything"
      onClose={whenClosed(onClose)}
      onPointerDown={(event) => {
        if (event.target === event.currentTarget) dialog.current?.close();
      }}
      className="mx-auto mt-[max(12px,min(14vh,120px))] mb-auto w-[min(600px,calc(100vw-24px))] animate-rise overflow-hidden rounded-lg border border-line-strong bg-panel p-0 text-ink shadow-float"
    >
      <div className="flex max-h-[min(520px,76dvh)] flex-col">
        <input
          type="text"
          role="combobox"
          aria-label="Find and do anything"
          aria-expanded={choices.length > 0}
          aria-controls={listId}
          aria-autocomplete="list"
          {...(active >= 0 ? { 'aria-activedescendant': optionId(active) } : {})}
          autoComplete="off"
          autoCapitalize="off"
          spellCheck={false}
          maxLength={200}
          placeholder="Find a conversation, a place or an action"
          value={query}
          onChange={(event) => {
            setQuery(event.target.value);
            setAt(0);
          }}
          onKeyDown={onKeyDown}
          className="h-12 w-full shrink-0 border-line border-b bg-transparent px-4 text-message outline-none placeholder:text-ink-3"
        />
        <PaletteList
          id={listId}
          optionId={optionId}
          groups={groups}
          active={active}
          onPoint={setAt}
          onChoose={choose}
        />
        <Outcome query={query} count={choices.length} searching={searching} />
      </div>
    </dialog>
  );
}

/** In words: to look at when there is nothing, else only to hear. */
function Outcome({
  query,
  count,
  searching,
}: {
  query: string;
  count: number;
  searching: boolean;
}) {
  const nothing = count === 0 && !searching;
  return (
    <p
      role="status"
      className={nothing || count === 0 ? 'px-4 py-6 text-center text-ink-2' : 'sr-only'}
    >
      {nothing ? (
        <>
          Nothing here is called <bdi className="font-strong wrap-anywhere">{query.trim()}</bdi>,
          and no conversation has it.
        </>
      ) : null}
      {count === 0 && searching ? 'Looking through the conversations' : null}
      {count > 0 ? `${count} found` : null}
    </p>
  );
}

/** Where an arrow key leads; null for other keys. */
function placeAfter(
  { key }: KeyboardEvent,
  { active, groups, count }: { active: number; groups: readonly PaletteGroup[]; count: number },
): number | null {
  if (count === 0) return null;
  if (key === 'ArrowDown') return (active + 1) % count;
  if (key === 'ArrowUp') return (active + count - 1) % count;
  if (key === 'PageDown' || key === 'PageUp') return nextGroup(groups, active, key === 'PageDown');
  return null;
}

/** The first choice of the next group, or of this one or the one before. */
function nextGroup(groups: readonly PaletteGroup[], active: number, down: boolean): number {
  const starts: number[] = [];
  let start = 0;
  for (const { choices } of groups) {
    starts.push(start);
    start += choices.length;
  }
  if (down) return starts.find((one) => one > active) ?? start - 1;
  return starts.findLast((one) => one < active) ?? 0;
}
