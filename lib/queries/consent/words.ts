import 'server-only';
import { eq } from 'drizzle-orm';
import { withWorkspace } from '@/db/client';
import { consentWords } from '@/db/schema/consent';
import { workspaces } from '@/db/schema/workspaces';
import type { Actor } from '@/lib/domain/access/can';
import type { WordEffect } from '@/lib/domain/consent/words';
import { wordEffects } from '@/lib/domain/consent/words';
import { requirePermission } from '../permission';

/** The words that change a consent by themselves, one on a line, and what confirms it; empty sends nothing. */
export type ConsentWords = Record<WordEffect | 'stopConfirmation' | 'offersConfirmation', string>;

export async function consentWordsOf(actor: Actor): Promise<ConsentWords> {
  requirePermission(actor, 'policy.manage');
  const { workspaceId } = actor;
  return await withWorkspace(
    workspaceId,
    async (tx) => {
      const rows = await tx
        .select({ word: consentWords.word, effect: consentWords.effect })
        .from(consentWords)
        .where(eq(consentWords.workspaceId, workspaceId))
        .orderBy(consentWords.plain);
      const [texts] = await tx
        .select({ all: workspaces.optOutConfirmation, offers: workspaces.noOffersConfirmation })
        .from(workspaces)
        .where(eq(workspaces.id, workspaceId));
      const [stop = '', no_offers = '', back = ''] = wordEffects.map((effect) =>
        rows.flatMap((row) => (row.effect === effect ? [row.word] : [])).join('\n'),
      );
      return {
        ...{ stop, no_offers, back },
        stopConfirmation: texts?.all ?? '',
        offersConfirmation: texts?.offers ?? '',
      };
    },
    'read',
  );
}
