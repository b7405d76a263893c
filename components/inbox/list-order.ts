import { priorities } from '@/lib/domain/conversation/conversation';
import type { Sort } from '@/lib/domain/conversation/view';
import type { ConversationRow as Row } from '@/lib/queries/inbox/views';

/** Whether `a` stands before `b`: the order in which the server lists. */
export function standsBefore(sort: Sort, a: Row, b: Row): boolean {
  const [left, right] = [keysOf(sort, a), keysOf(sort, b)];
  const at = left.findIndex((key, index) => key !== right[index]);
  const [one = '', other = ''] = [left[at], right[at]];
  return sort === 'newest' ? one > other : one < other;
}

/** Those who do not wait, and what is not due, come last, as a word after every instant. */
const NEVER = '~';

function keysOf(sort: Sort, row: Row): readonly (string | number)[] {
  const place = [row.lastMessageAt, row.id];
  if (sort === 'newest' || sort === 'oldest') return place;
  const wait = [row.waitingSince ?? NEVER, ...place];
  if (sort === 'due') return [row.dueAt ?? NEVER, ...wait];
  return sort === 'waiting' ? wait : [-priorities.indexOf(row.priority), ...wait];
}
