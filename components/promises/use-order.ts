'use client';

import { useEffect, useRef, useState } from 'react';

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

  /** Gives one the place of another, as it is dragged over that. */
  function place(id: string, over: string) {
    if (id === over || !ids.includes(id)) return;
    const to = ids.indexOf(over);
    setIds(ids.toSpliced(ids.indexOf(id), 1).toSpliced(to, 0, id));
  }

  const last = order.find((item) => idOf(item) === moved?.id);
  return {
    order,
    isMoved: ids.join() !== kept.join(),
    move,
    place,
    putBack: () => setIds(kept),
    said: last ? `${last.name} is number ${order.indexOf(last) + 1} now.` : null,
  };
}
