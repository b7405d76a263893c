import 'server-only';
import { and, asc, eq, isNull } from 'drizzle-orm';
import { offerCodes } from '@/db/schema/offers';
import type { CommandContext } from '../command';

/** The next code that nobody has, held until the transaction ends; null when there is none. */
export async function nextCode(
  { tx, workspaceId }: CommandContext<null>,
  offerId: string,
): Promise<string | null> {
  const [next] = await tx
    .select({ code: offerCodes.code })
    .from(offerCodes)
    .where(
      and(
        eq(offerCodes.workspaceId, workspaceId),
        eq(offerCodes.offerId, offerId),
        isNull(offerCodes.identityId),
      ),
    )
    .orderBy(asc(offerCodes.no))
    .limit(1)
    .for('update', { skipLocked: true });
  return next?.code ?? null;
}

/** Gives a code to somebody for good: that no code has two and nobody two codes, the database sees to. */
export async function giveCode(
  { tx, workspaceId }: CommandContext<null>,
  offerId: string,
  { code, identityId }: { code: string; identityId: string },
): Promise<void> {
  const given = await tx
    .update(offerCodes)
    .set({ identityId })
    .where(
      and(
        eq(offerCodes.workspaceId, workspaceId),
        eq(offerCodes.offerId, offerId),
        eq(offerCodes.code, code),
        isNull(offerCodes.identityId),
      ),
    )
    .returning({ code: offerCodes.code });
  if (given.length !== 1) throw new Error('a code that was held is somebody else’s');
}
