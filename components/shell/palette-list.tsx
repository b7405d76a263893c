'use client';

import { useEffect, useRef } from 'react';
import type { PaletteChoice, PaletteGroup } from './palette-choice';

/** What the palette found, by what it is. The field above keeps the focus. */
export function PaletteList({
  id,
  optionId,
  groups,
  active,
  onPoint,
  onChoose,
}: {
  id: string;
  optionId: (at: number) => string;
  groups: readonly PaletteGroup[];
  active: number;
  onPoint: (at: number) => void;
  onChoose: (choice: PaletteChoice) => void;
}) {
  const list = useRef<HTMLDivElement>(null);
  useEffect(() => {
    list.current?.querySelector(`#${optionId(active)}`)?.scrollIntoView({ block: 'nearest' });
  }, [active, optionId]);

  const starts = startsOf(groups);
  return (
    <div
      ref={list}
      id={id}
      role="listbox"
      aria-label="Choices"
      hidden={groups.length === 0}
      tabIndex={-1}
      className="quiet-scroll min-h-0 flex-1 scroll-py-8 overflow-y-auto p-1.5"
    >
      {groups.map(({ title, choices }, groupAt) => (
        // biome-ignore lint/a11y/useSemanticElements: a list of options has groups, not field sets
        <div key={title} role="group" aria-label={title} className="mb-1 last:mb-0">
          <p aria-hidden className="px-2.5 pt-2 pb-1 font-strong text-fact text-ink-3">
            {title}
          </p>
          {choices.map((choice, offset) => {
            const at = (starts[groupAt] ?? 0) + offset;
            return (
              <Option
                key={choice.id}
                id={optionId(at)}
                choice={choice}
                active={at === active}
                onPoint={() => onPoint(at)}
                onChoose={() => onChoose(choice)}
              />
            );
          })}
        </div>
      ))}
    </div>
  );
}

function Option({
  id,
  choice: { label, detail, keys, lead },
  active,
  onPoint,
  onChoose,
}: {
  id: string;
  choice: PaletteChoice;
  active: boolean;
  onPoint: () => void;
  onChoose: () => void;
}) {
  return (
    // biome-ignore lint/a11y/useFocusableInteractive: the field keeps the focus and points at the active one
    // biome-ignore lint/a11y/useKeyWithClickEvents: the field hears the keys
    <div
      id={id}
      role="option"
      aria-selected={active}
      onPointerMove={active ? undefined : onPoint}
      onPointerDown={(event) => event.preventDefault()}
      onClick={onChoose}
      className="flex min-h-8 cursor-pointer items-center gap-2.5 rounded-sm px-2.5 py-1 aria-selected:bg-chosen"
    >
      {lead}
      <bdi className="min-w-0 shrink-0 truncate max-w-full">{label}</bdi>
      {detail ? (
        <span dir="auto" className="min-w-0 flex-1 truncate text-ink-3">
          {detail}
        </span>
      ) : (
        <span className="flex-1" />
      )}
      {keys ? <kbd className="font-sans text-fact text-ink-3">{keys}</kbd> : null}
    </div>
  );
}

function startsOf(groups: readonly PaletteGroup[]): number[] {
  let start = 0;
  return groups.map(({ choices }) => {
    const here = start;
    start += choices.length;
    return here;
  });
}
