import type { Allowance, ReplyPurpose, Risk } from '@/lib/domain/replies/reply';
import type { VersionState } from '@/lib/domain/replies/state';

export const stateWords: Record<VersionState, string> = {
  draft: 'Draft',
  in_review: 'In review',
  changes_requested: 'Changes asked for',
  approved: 'Approved',
  published: 'In use',
  superseded: 'Replaced',
  expired: 'Ended',
  retired: 'Retired',
  recalled: 'Recalled',
};

export const purposeWords: Record<ReplyPurpose, string> = {
  acknowledge: 'Acknowledges',
  answer: 'Answers',
  handoff: 'Hands off',
  offer: 'Offers',
  legal: 'Legal',
};

export const riskWords: Record<Risk, string> = {
  low: 'Low: one person approves it',
  high: 'High: two people approve it',
};

export const allowanceWords: Record<Allowance, { name: string; about: string }> = {
  exact: { name: 'Nothing', about: 'It goes out word for word.' },
  locked: { name: 'All but the locked parts', about: 'What stands in [[ ]] stays as it is.' },
  free: { name: 'Everything', about: 'It is where agents begin.' },
};

const names = new Intl.DisplayNames(['en'], { type: 'language', fallback: 'none' });

/** "German", "Portuguese (Brazil)"; the code itself where nobody knows a name for it. */
export function languageName(code: string): string {
  try {
    return names.of(code) ?? code;
  } catch {
    return code;
  }
}

/** The languages that are offered when a reply begins or is translated; any other can be typed as a code. */
export const commonLanguages = [
  'en',
  'de',
  'fr',
  'es',
  'it',
  'nl',
  'pt',
  'pt-BR',
  'pl',
  'sv',
  'da',
  'nb',
  'fi',
  'cs',
  'tr',
  'uk',
  'ar',
  'he',
  'hi',
  'ja',
  'ko',
  'zh',
] as const;

/** "Jack", "Jack or Ada", "Jack, Ada or Nils". */
export function either(all: readonly string[]): string {
  if (all.length < 2) return all.join('');
  return `${all.slice(0, -1).join(', ')} or ${all.at(-1)}`;
}
