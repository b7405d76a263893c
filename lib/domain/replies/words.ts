import type { Stray, StrayReason } from './judge';

const sentences: Record<StrayReason, (title: string) => string> = {
  words: (title) => `Locked words of “${title}” were changed.`,
  file: (title) => `A file that belongs to “${title}” is missing.`,
  superseded: (title) => `“${title}” has newer words since you put it in.`,
  expired: (title) => `“${title}” has expired since you put it in.`,
  retired: (title) => `“${title}” is not used any more.`,
};

/** Why one reply of a text strayed. */
export function strayWords({ why, title }: Pick<Stray, 'why' | 'title'>): string {
  return sentences[why](title);
}

/** Why a text may not leave without somebody's approval, and what can be done. */
export function straySentence(strays: readonly Stray[]): string {
  const why = strays.map(strayWords).join(' ');
  return `${why} Put it right, or ask for approval.`;
}
