import 'server-only';
import { eq } from 'drizzle-orm';
import { z } from 'zod';
import { consentWords } from '@/db/schema/consent';
import { workspaces } from '@/db/schema/workspaces';
import type { WordEffect } from '@/lib/domain/consent/words';
import { longestWord, plainWord, wordEffects } from '@/lib/domain/consent/words';
import { refusedField } from '@/lib/domain/refusal';
import { command } from '../command';

const lines = z.string().max(6_000, 'These are too many words.');
const confirmation = z.string().trim().max(500, 'Say it in at most 500 characters.');

type Row = { plain: string; word: string; effect: WordEffect };

/** The words that change somebody's consent by themselves, one on a line, and what confirms it; empty sends nothing. */
export const changeConsentWords = command({
  permission: 'policy.manage',
  input: z.strictObject({
    stop: lines,
    no_offers: lines,
    back: lines,
    stopConfirmation: confirmation,
    offersConfirmation: confirmation,
  }),
  async run({ tx, workspaceId }, { stopConfirmation, offersConfirmation, ...words }) {
    const rows = rowsOf(words);
    await tx.delete(consentWords).where(eq(consentWords.workspaceId, workspaceId));
    if (rows.length > 0) {
      await tx.insert(consentWords).values(rows.map((row) => ({ workspaceId, ...row })));
    }
    await tx
      .update(workspaces)
      .set({
        optOutConfirmation: stopConfirmation || null,
        noOffersConfirmation: offersConfirmation || null,
      })
      .where(eq(workspaces.id, workspaceId));
    return { value: null, events: [{ type: 'policy.changed' }] };
  },
});

/** Refuses as `invalid`, at the field: what is too long for a word, and a word that stands in two lists. */
function rowsOf(words: Record<WordEffect, string>): Row[] {
  const rows = new Map<string, Row>();
  for (const effect of wordEffects) {
    for (const word of linesOf(words[effect])) {
      const plain = plainWord(word);
      if (plain === null) throw refusedField(effect, notAWord(word));
      const other = rows.get(plain);
      if (other && other.effect !== effect) throw refusedField(effect, inTwoLists(word));
      rows.set(plain, other ?? { plain, word, effect });
    }
  }
  return [...rows.values()];
}

function linesOf(text: string): string[] {
  return text
    .split('\n')
    .map((line) => line.normalize('NFC').trim())
    .filter((line) => line !== '');
}

function notAWord(word: string): string {
  return `“${word.slice(0, 40)}” cannot be a word: write letters or digits, at most ${longestWord} of them.`;
}

function inTwoLists(word: string): string {
  return `“${word}” stands in two lists. A word can do one thing.`;
}
