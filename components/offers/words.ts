import type { Outcome } from '@/lib/domain/offers/kept-back';
import type { OfferState } from '@/lib/domain/offers/offer';

export const stateWords: Record<OfferState, string> = {
  draft: 'Draft',
  approved: 'Approved',
  running: 'Being given out',
  paused: 'Paused',
  stopped: 'Stopped',
  done: 'Given out',
};

export const outcomeWords: Record<Outcome, string> = {
  given: 'Have it',
  under_way: 'On its way',
  waiting: 'Wait for their turn',
  kept_back: 'Kept back',
};

/** "1 person", "2,040 people". */
export function people(count: number): string {
  return counted(count, 'person', 'people');
}

/** "1 code", "2,040 codes". */
export function codes(count: number): string {
  return counted(count, 'code', 'codes');
}

function counted(count: number, one: string, many: string): string {
  return `${count.toLocaleString('en-GB')} ${count === 1 ? one : many}`;
}

/** "Jack", "Jack or Ada", "Jack, Ada or Nils". */
export function either(names: readonly string[]): string {
  if (names.length < 2) return names.join('');
  return `${names.slice(0, -1).join(', ')} or ${names.at(-1)}`;
}
