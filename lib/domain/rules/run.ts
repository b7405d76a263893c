import { isSame } from './sentences';
import type { Held, Placed } from './settle';

/** What rules came to for one message: where the conversation stood, where it stands, and what was left as it was. */
export type Done = { before: Placed; after: Placed; held: readonly Held[] };

/** Whether anything is otherwise than before. */
export function isMoved({ before, after }: Pick<Done, 'before' | 'after'>): boolean {
  const single = ['teamId', 'ownerId', 'priority', 'policyId'] as const;
  const several = ['labelIds', 'requiredSkillIds', 'preferredSkillIds'] as const;
  return (
    single.some((key) => before[key] !== after[key]) ||
    several.some((key) => !isSame(before[key], after[key]))
  );
}
