import { z } from 'zod';
import { Refusal } from '@/lib/domain/refusal';
import type { Spread } from '@/lib/domain/routing/rebalance';

/** The team whose board is asked for; null is all of them. Refuses as `invalid` what is none. */
export function teamFrom(search: URLSearchParams): string | null {
  const team = search.get('team');
  return team === null || team === '' ? null : idFrom(team);
}

/** What is to be spread: `from` is a member's id, `nobody`, or left out for all that is unevenly held. */
export function spreadFrom(search: URLSearchParams): Spread {
  const from = search.get('from');
  if (from === null || from === '') return { kind: 'even' };
  return { kind: 'empty', ownerId: from === 'nobody' ? null : idFrom(from) };
}

/** Refuses as `invalid` what cannot be an id. */
export function idFrom(text: string): string {
  const id = z.uuid().safeParse(text);
  if (!id.success) throw new Refusal('invalid', 'There is no such team or member here.');
  return id.data;
}
