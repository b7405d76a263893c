import { loadOf } from '@/lib/domain/routing/rebalance';
import type { BoardCard, BoardMember, BoardView } from '@/lib/queries/board/views';

const counted = {
  open: 'open',
  on_hold: 'onHold',
  waiting: 'waiting',
  snoozed: 'snoozed',
} as const;

/** The board as it will be when a card has gone to somebody, or to nobody. */
export function movedOn(view: BoardView, card: BoardCard, to: string | null): BoardView {
  const { members, queue } = view;
  const wasThere = queue.cards.some(({ id }) => id === card.id);
  const rest = queue.cards.filter(({ id }) => id !== card.id);
  const comes = to === null && card.status === 'open';
  return {
    members: members.map((member) => {
      if (member.id === card.ownerId) return withOne(member, card, -1);
      return member.id === to ? withOne(member, card, 1) : member;
    }),
    queue: {
      cards: comes ? [{ ...card, ownerId: null, routed: false }, ...rest] : rest,
      total: queue.total - (wasThere ? 1 : 0) + (comes ? 1 : 0),
    },
  };
}

/** The cards of a member's own list after it. */
export function movedIn(
  cards: readonly BoardCard[],
  card: BoardCard,
  { to, holder }: { to: string | null; holder: string },
): BoardCard[] {
  const rest = cards.filter(({ id }) => id !== card.id);
  return to === holder ? [{ ...card, ownerId: to, routed: false }, ...rest] : rest;
}

function withOne(member: BoardMember, { status }: BoardCard, more: 1 | -1): BoardMember {
  if (status === 'resolved' || status === 'spam') return member;
  const counts = { ...member, [counted[status]]: Math.max(0, member[counted[status]] + more) };
  return { ...counts, load: loadOf(counts) };
}
