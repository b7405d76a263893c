import type { BoardCard, BoardView } from '@/lib/queries/board/views';
import { movedOn } from './moved';

type Move = { card: BoardCard; to: string | null };

const moves = new Set<Move>();

/** From now until the returned function is called, what is read shows the card with whom it is being given to. */
export function beginMove(card: BoardCard, to: string | null): () => void {
  const move = { card, to };
  moves.add(move);
  return () => moves.delete(move);
}

/**
 * A board as it was read, with the cards of its queue that are being given to somebody where they will be: it may have been
 * read before that was decided. What stands otherwise by now is shown as it stands.
 */
export function withMoves(view: BoardView): BoardView {
  let shown = view;
  for (const { card, to } of moves) {
    const stands = view.queue.cards.some(
      ({ id, version }) => id === card.id && version === card.version,
    );
    if (stands) shown = movedOn(shown, card, to);
  }
  return shown;
}
