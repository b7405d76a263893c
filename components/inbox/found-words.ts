import type { ConversationIds } from '@/lib/queries/inbox/views';

type Found = Pick<ConversationIds, 'total' | 'capped'>;

/** "37", or "200+" where there may be more. */
export function totalIn({ total, capped }: Found): string {
  return `${total}${capped ? '+' : ''}`;
}

/** What pressing for all of them comes to, when no more than `most` can be chosen. */
export function selectAllIn(found: Found, most: number): string {
  const { total, capped } = found;
  if (total > most) return `Select the first ${most} of ${totalIn(found)}`;
  return capped ? `Select the first ${total}` : `Select all ${total}`;
}
