'use client';

import { clsx } from 'clsx';
import type { RefObject } from 'react';
import { useLayoutEffect, useRef } from 'react';
import type { FillingIn } from './filling-in';

export const variableListId = 'filling-in';
export const variableOptionId = (name: string) => `filling-in-${name}`;

const edgePx = 8;

/** What can be filled in, under the braces that ask for it. */
export function VariableList({
  filling: { choices, at, choose },
  anchor,
}: {
  filling: FillingIn;
  /** Where the braces stand, in what is drawn behind the field. */
  anchor: RefObject<HTMLElement | null>;
}) {
  const box = useRef<HTMLDivElement>(null);
  useLayoutEffect(() => {
    const list = box.current;
    const place = anchor.current;
    if (!list || !place) return;
    const room = (list.offsetParent?.clientWidth ?? 0) - list.offsetWidth - edgePx;
    list.style.top = `${place.offsetTop + place.offsetHeight + 4}px`;
    list.style.left = `${Math.max(edgePx, Math.min(place.offsetLeft, room))}px`;
  });
  if (choices.length === 0) return null;
  return (
    <div
      ref={box}
      className="absolute z-20 w-84 max-w-[calc(100%-16px)] animate-rise rounded-lg border border-line-strong bg-panel p-1 shadow-float"
    >
      <div role="listbox" id={variableListId} aria-label="What can be filled in">
        {choices.map((variable, index) => (
          <div
            key={variable.name}
            id={variableOptionId(variable.name)}
            role="option"
            tabIndex={-1}
            aria-selected={index === at}
            // The field keeps the focus: the next letter belongs to it.
            onPointerDown={(event) => {
              event.preventDefault();
              choose(variable);
            }}
            className={clsx(
              'grid cursor-default rounded-sm px-2 py-1 hover:bg-hover',
              index === at && 'bg-chosen',
            )}
          >
            <span className="truncate">{variable.about}</span>
            <span className="truncate text-fact text-ink-3">{variable.name}</span>
          </div>
        ))}
      </div>
      <p role="status" className="sr-only">
        {choices.length === 1 ? '1 choice' : `${choices.length} choices`}
      </p>
    </div>
  );
}
