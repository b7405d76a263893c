'use client';

import type { DragEvent } from 'react';
import { createContext, use } from 'react';
import type { BoardCard } from '@/lib/queries/board/views';

/** What can be done with the cards of a board, and which of them is being dragged. */
export type Hands = {
  teamId: string | null;
  /** Whether this person may give work away; others only look. */
  able: boolean;
  dragged: BoardCard | null;
  drag: (card: BoardCard | null) => void;
  give: (card: BoardCard, to: string | null) => void;
  /** Asks to whom. */
  ask: (card: BoardCard, anchor: HTMLElement) => void;
  /** Shows why the router gave it to whom it did, or why nobody gets it. */
  explain: (card: BoardCard) => void;
};

export const HandsContext = createContext<Hands | null>(null);

export function useHands(): Hands {
  const hands = use(HandsContext);
  if (!hands) throw new Error('There is a board around every card.');
  return hands;
}

/** The place of somebody, or of what nobody has, as one that cards can be dropped on. */
export function useDrop(holder: string | null) {
  const { dragged, drag, give } = useHands();
  const wanted = dragged !== null && dragged.ownerId !== holder;
  return {
    'data-holder': holder ?? 'nobody',
    'data-wanted': wanted,
    onDragOver: (event: DragEvent) => {
      if (!wanted) return;
      event.preventDefault();
      event.dataTransfer.dropEffect = 'move';
      event.currentTarget.setAttribute('data-over', 'true');
    },
    onDragLeave: (event: DragEvent) => {
      const { currentTarget, relatedTarget } = event;
      if (relatedTarget instanceof Node && currentTarget.contains(relatedTarget)) return;
      currentTarget.removeAttribute('data-over');
    },
    onDrop: (event: DragEvent) => {
      event.preventDefault();
      event.currentTarget.removeAttribute('data-over');
      drag(null);
      if (dragged && wanted) give(dragged, holder);
    },
  };
}
