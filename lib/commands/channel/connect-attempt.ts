import 'server-only';
import { createHash } from 'node:crypto';
import { and, eq, isNull, sql } from 'drizzle-orm';
import { z } from 'zod';
import { connectAttempts } from '@/db/schema/channels';
import { Refusal } from '@/lib/domain/refusal';
import { command } from '../command';

const state = z.string().min(20).max(500);
const network = z.string().min(1).max(40);

/** Remembers for ten minutes that this person, in this session, went to the network to connect an account. */
export const beginConnecting = command({
  permission: 'channel.connect',
  input: z.strictObject({ network, state, codeVerifier: z.string().min(43).max(128) }),
  async run({ tx, workspaceId, actor }, input) {
    await tx.insert(connectAttempts).values({
      workspaceId,
      stateHash: hashOf(actor.sessionId, input.state),
      network: input.network,
      memberId: actor.memberId,
      codeVerifier: input.codeVerifier,
      expiresAt: sql`now() + interval '10 minutes'`,
    });
    return { value: undefined, events: [] };
  },
});

/** Takes the attempt that this state began, once: its PKCE verifier. Refuses anybody else's, and a second use. */
export const returnFromNetwork = command({
  permission: 'channel.connect',
  input: z.strictObject({ network, state }),
  async run({ tx, workspaceId, actor }, input) {
    const [attempt] = await tx
      .update(connectAttempts)
      .set({ usedAt: sql`now()` })
      .where(
        and(
          eq(connectAttempts.workspaceId, workspaceId),
          eq(connectAttempts.stateHash, hashOf(actor.sessionId, input.state)),
          eq(connectAttempts.memberId, actor.memberId),
          eq(connectAttempts.network, input.network),
          isNull(connectAttempts.usedAt),
          sql`${connectAttempts.expiresAt} > now()`,
        ),
      )
      .returning({ codeVerifier: connectAttempts.codeVerifier });
    if (!attempt) {
      throw new Refusal(
        'not_found',
        'This attempt to connect is over or belongs to somebody else. Begin again from Settings.',
      );
    }
    return { value: attempt, events: [] };
  },
});

function hashOf(sessionId: string, value: string): string {
  return createHash('sha256').update(`${sessionId}\n${value}`).digest('hex');
}
