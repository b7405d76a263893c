import type { MessageItem } from '@/lib/queries/inbox/thread-views';
import type { Entry } from './timeline';

/** The instant a microsecond earlier: a mark there leaves this very message unread. */
export function justBefore(at: string): string {
  const micros = BigInt(Date.parse(`${at.slice(0, 19)}Z`)) * 1_000n + BigInt(at.slice(20, 26)) - 1n;
  const whole = new Date(Number(micros / 1_000_000n) * 1_000).toISOString().slice(0, 19);
  return `${whole}.${String(micros % 1_000_000n).padStart(6, '0')}Z`;
}

/** What is new to a reader: what the customer wrote after one instant and up to another. */
export type NewRange = { after: string | null; until: string };

/** Puts the line "New" before the first message that is. */
export function withNewLine(entries: readonly Entry[], range: NewRange | null): Entry[] {
  const first = range ? entries.findIndex((entry) => isNew(entry, range)) : -1;
  const earlier = entries.slice(0, Math.max(0, first)).some(({ kind }) => kind === 'said');
  // When everything is new, nothing needs to be told apart.
  if (first < 0 || !earlier) return [...entries];
  return entries.toSpliced(first, 0, { kind: 'new', key: 'new' });
}

function isNew(entry: Entry, { after, until }: NewRange): boolean {
  if (entry.kind !== 'said' || entry.message.kind !== 'inbound') return false;
  const { at } = entry.message;
  return (after === null || at > after) && at <= until;
}

/** The newest message of the customer: who has read it has read everything. */
export function newestOfTheirs(messages: readonly MessageItem[]): MessageItem | undefined {
  return messages.findLast(({ kind }) => kind === 'inbound');
}

/**
 * Up to where somebody has read who sees the end. Where only we spoke in all that is loaded, what the
 * customer wrote is older than all of it: the oldest, so that nothing later counts as read.
 */
export function readUpToAtEnd(messages: readonly MessageItem[]): string | undefined {
  return (newestOfTheirs(messages) ?? messages[0])?.at;
}
