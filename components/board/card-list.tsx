'use client';

import type { FocusEvent, KeyboardEvent } from 'react';
import { useState } from 'react';
import type { BoardCard } from '@/lib/queries/board/views';
import { Card } from './card';
import { stepFrom } from './steps';

/** Cards one below the other. Tab reaches one of them; arrow keys reach the others, and other lists. */
export function CardList({ label, cards }: { label: string; cards: readonly BoardCard[] }) {
  const [at, setAt] = useState<string | null>(null);
  const reachable = cards.find(({ id }) => id === at) ?? cards[0];

  function onFocus({ target }: FocusEvent) {
    const card = target.closest<HTMLElement>('[data-card]');
    if (card) setAt(card.dataset['card'] ?? null);
  }

  function onKeyDown(event: KeyboardEvent) {
    const { key, altKey, ctrlKey, metaKey, shiftKey } = event;
    if (altKey || ctrlKey || metaKey || shiftKey) return;
    if (stepFrom(event.currentTarget, key)) event.preventDefault();
  }

  return (
    <ul
      aria-label={label}
      data-card-list
      onFocus={onFocus}
      onKeyDown={onKeyDown}
      className="grid gap-1.5"
    >
      {cards.map((card) => (
        <li key={card.id} className="min-w-0">
          <Card card={card} reachable={card === reachable} />
        </li>
      ))}
    </ul>
  );
}
