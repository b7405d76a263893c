import type { TriageChange } from './triage';

/**
 * How far a decision about a whole view has come. `stopped`: whoever took it may do so no more, or what it
 * would give them to is gone. `undoing` takes back what it changed.
 */
export type BulkState = 'running' | 'done' | 'cancelled' | 'stopped' | 'undoing' | 'undone';

/** What became of one conversation of it. `back` and `left` are after an undo. */
export const bulkItemStates = ['waiting', 'changed', 'same', 'refused', 'back', 'left'] as const;
export type BulkItemState = (typeof bulkItemStates)[number];

/** As many conversations as one decision takes; of more, a search says which. */
export const MOST_IN_BULK = 50_000;
/** So many are changed in one transaction. */
export const BULK_CHUNK = 50;

export function isUnderWay(state: BulkState): boolean {
  return state === 'running' || state === 'undoing';
}

/** Whether what it changed can be taken back as a whole. */
export function canBeUndone(state: BulkState): boolean {
  return state === 'done' || state === 'cancelled' || state === 'stopped';
}

/** Whether a change of a conversation since the decision stops it, as it does for one. */
export function heedsVersion({ kind }: Pick<TriageChange, 'kind'>): boolean {
  return kind !== 'priority' && kind !== 'label' && kind !== 'team';
}
