'use client';

import { clsx } from 'clsx';
import type { ReactNode } from 'react';
import { useDeferredValue, useId, useState } from 'react';

const MANY = 40;

/** A list that is long enough to be searched: shows those whose name holds what was typed. */
export function Filtered<Item extends { id: string; name: string }>({
  items,
  what,
  words = ({ name }) => name,
  from = 9,
  children,
}: {
  items: readonly Item[];
  /** What they are together, such as "members". */
  what: string;
  /** What is searched in. */
  words?: (item: Item) => string;
  /** From so many on there is something to search. */
  from?: number;
  children: (item: Item) => ReactNode;
}) {
  const [typed, setTyped] = useState('');
  const wanted = useDeferredValue(typed).trim().toLowerCase();
  const countId = useId();
  const shown = wanted === '' ? items : items.filter((item) => holds(words(item), wanted));
  return (
    <>
      {items.length >= from ? (
        <div className="mb-2 flex flex-wrap items-center gap-3">
          <input
            type="search"
            aria-label={`Search ${what}`}
            aria-describedby={countId}
            placeholder={`Search ${what}`}
            autoComplete="off"
            value={typed}
            onChange={({ target }) => setTyped(target.value)}
            className="h-8 w-64 max-w-full rounded-sm border border-line-strong bg-panel px-2.5 text-ink placeholder:text-ink-3"
          />
          <p id={countId} role="status" className="text-fact text-ink-3 tabular-nums">
            {wanted === '' ? null : `${shown.length} of ${items.length}`}
          </p>
        </div>
      ) : null}
      {shown.length === 0 ? (
        <p className="text-ink-2">None of the {what} is called that.</p>
      ) : (
        <ul
          className={clsx(
            'rounded-lg border border-line bg-panel',
            // Lines out of sight are not laid out: five hundred members scroll like ten.
            shown.length > MANY &&
              '*:[contain-intrinsic-size:auto_76px] *:[content-visibility:auto]',
          )}
        >
          {shown.map(children)}
        </ul>
      )}
    </>
  );
}

function holds(words: string, wanted: string): boolean {
  return words.toLowerCase().includes(wanted);
}
