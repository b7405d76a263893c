import { foldedText } from '../search/fold';
import type { ConsentScope } from './ledger';

/** What a message that says nothing else does: forbid everything, forbid offers, or take the no back. */
export const wordEffects = ['stop', 'no_offers', 'back'] as const;
export type WordEffect = (typeof wordEffects)[number];

/** What each effect writes into the ledger. */
export const entryOf: Record<WordEffect, { scope: ConsentScope; granted: boolean }> = {
  stop: { scope: 'all', granted: false },
  no_offers: { scope: 'offers', granted: false },
  back: { scope: 'all', granted: true },
};

/** The longest word, in code points after it was made plain. */
export const longestWord = 60;

/** The words that a workspace begins with. An admin may change them. */
export const usualWords: Record<WordEffect, readonly string[]> = {
  stop: [
    'STOP',
    'Stop all',
    'Unsubscribe',
    'Opt out',
    'Stop messaging me',
    'Do not message me',
    'Don’t message me',
    'Stopp',
    'Abmelden',
    'Schreibt mir nicht mehr',
    'Arrêt',
    'Désabonner',
    'Ne m’écrivez plus',
    'Baja',
    'Darme de baja',
    'No me escriban más',
    '配信停止',
    'إلغاء الاشتراك',
  ],
  no_offers: [
    'No offers',
    'Stop offers',
    'Keine Angebote',
    'Pas d’offres',
    'Sin ofertas',
    'お得情報停止',
  ],
  back: ['START', 'Subscribe', 'Anmelden', 'Réabonner', 'Alta', '配信再開'],
};

/**
 * A text as opt-out words are compared: no case, no accents, no punctuation, no pictures, single spaces.
 * Null when it says more than a word could: it is no opt-out then, whatever stands in it.
 */
export function plainWord(text: string): string | null {
  if (text.length > 4 * longestWord) return null;
  const plain = foldedText(text)
    .replaceAll(/['’‘ʼ]/gu, '')
    .replaceAll(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
  if (plain === '' || [...plain].length > longestWord) return null;
  return plain;
}
