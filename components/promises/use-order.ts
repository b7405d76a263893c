'use client';

import { useEffect, useRef, useState } from 'react';
import type { Beside } from './placed';
import { placed } from './placed';

/** An order that is tried out; it starts anew when the server's is another one. */
export function useOrder<T extends { name: string }>(
  items: readonly T[],
  idOf: (item: T) => string,
) {
  const kept = items.map(idOf);
  const [ids, setIds] = useState(kept);
  const [seen, setSeen] = useState(kept.join());
  const [moved, setMoved] = useState<{ id: string; by: 1 | -1 }>();
  const handled = useRef<typeof moved>(undefined);
  if (seen !== kept.join()) {
    setSeen(kept.join());
    setIds(kept);
  }
  const order = ids.flatMap((id) => items.find((item) => idOf(item) === id) ?? []);

  // What moves in the document loses the focus; whoever moves a line by keyboard goes on with it.
  useEffect(() => {
    if (!moved || handled.current === moved) return;
    handled.current = moved;
    const buttons = [...document.querySelectorAll<HTMLButtonElement>(`[data-moves="${moved.id}"]`)];
    const wanted = moved.by < 0 ? buttons : buttons.toReversed();
    wanted.find(({ disabled }) => !disabled)?.focus();
  }, [moved]);

  function move(item: T, by: 1 | -1) {
    const id = idOf(item);
    const from = ids.indexOf(id);
    setIds(ids.toSpliced(from, 1).toSpliced(from + by, 0, id));
    setMoved({ id, by });
  }

  /** Puts one before or after another, as it is dragged over that. */
  function place(id: string, beside: Beside) {
    if (items.some((item) => idOf(item) === id)) setIds(placed(ids, id, beside));
  }

  const last = order.find((item) => idOf(item) === moved?.id);
  return {
    order,
    isMoved: ids.join() !== kept.join(),
    move,
    place,
    putBack: (to: readonly string[] = kept) => setIds(isSameSet(to, kept) ? [...to] : kept),
    said: last ? `${last.name} is number ${order.indexOf(last) + 1} now.` : null,
  };
}

function isSameSet(ids: readonly string[], others: readonly string[]): boolean {
  return ids.length === others.length && ids.every((id) => others.includes(id));
}
