import { diffWordsWithSpace } from 'diff';

/** A stretch of a text beside another one: the same in both, or only here. */
export type Stretch = { text: string; only: boolean };

/** Two texts side by side, each in stretches, told apart by words. */
export function sidesOf(before: string, after: string): { before: Stretch[]; after: Stretch[] } {
  const changes = diffWordsWithSpace(before, after);
  return {
    before: changes
      .filter(({ added }) => !added)
      .map(({ value, removed }) => ({ text: value, only: removed })),
    after: changes
      .filter(({ removed }) => !removed)
      .map(({ value, added }) => ({ text: value, only: added })),
  };
}
