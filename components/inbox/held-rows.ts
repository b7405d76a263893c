'use client';

import type { FocusEvent, PointerEvent } from 'react';
import { useEffect, useState } from 'react';
import type { ConversationRow } from '@/lib/queries/inbox/views';
import { useActedOn } from './acted-on';
import type { Arrangement } from './hold-still';
import { holdStill } from './hold-still';

/**
 * Keeps rows where they are while a pointer is over them or the keyboard is in them. `release` takes
 * the newest order at once, and so does another `question`; null while its answer is on the way.
 * `hold` goes on the element that contains the rows.
 */
export function useHeldRows(rows: readonly ConversationRow[], question: string | null) {
  const [held, setHeld] = useState({ pointer: false, keyboard: false });
  const [shown, setShown] = useState({ rows, question });
  const actedOn = useActedOn();
  const other = question !== null && question !== shown.question;
  const holding = (held.pointer || held.keyboard) && !other;
  if (other || (!holding && shown.rows !== rows)) {
    setShown({ rows, question: question ?? shown.question });
  }

  // A row that had the focus and left takes it along without a word.
  useEffect(() => {
    if (!held.keyboard || rows.length === 0) return;
    const frame = requestAnimationFrame(() => {
      if (document.activeElement?.closest('[data-holds]')) return;
      setHeld((before) => ({ ...before, keyboard: false }));
    });
    return () => cancelAnimationFrame(frame);
  }, [rows, held.keyboard]);

  const hold = {
    'data-holds': true,
    onPointerEnter: (event: PointerEvent) => {
      if (event.pointerType !== 'touch') setHeld((before) => ({ ...before, pointer: true }));
    },
    onPointerLeave: () => setHeld((before) => ({ ...before, pointer: false })),
    onFocus: (event: FocusEvent) => {
      const keyboard = event.target.matches(':focus-visible');
      setHeld((before) => ({ ...before, keyboard }));
    },
    onBlur: (event: FocusEvent) => {
      if (event.currentTarget.contains(event.relatedTarget)) return;
      setHeld((before) => ({ ...before, keyboard: false }));
    },
  };
  const arrangement: Arrangement = holding
    ? holdStill(shown.rows, rows, actedOn)
    : { rows, fresh: 0 };
  return { ...arrangement, release: () => setShown({ rows, question: shown.question }), hold };
}
