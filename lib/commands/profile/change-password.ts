import 'server-only';
import { and, eq } from 'drizzle-orm';
import { z } from 'zod';
import { withSystem } from '@/db/client';
import { users } from '@/db/schema/accounts';
import { hashPassword, passwordsAreQueueing, verifyPassword } from '@/lib/auth/password';
import { endSessions } from '@/lib/auth/sessions';
import { withSystemRights } from '@/lib/auth/system-rights';
import { giveTryBack, takeTry } from '@/lib/auth/throttle';
import type { Actor } from '@/lib/domain/access/can';
import { passwordProblem } from '@/lib/domain/access/password';
import { Refusal, refusedField } from '@/lib/domain/refusal';
import { command } from '../command';

const given = z.strictObject({
  current: z.string().max(2000),
  next: z.string().max(2000),
});

const keep = command({
  permission: 'profile.own',
  input: z.strictObject({ before: z.string(), after: z.string() }),
  async run({ tx, actor }, { before, after }) {
    const { userId, sessionId, memberId } = actor;
    const ended = await withSystemRights(tx, async () => {
      const kept = await tx
        .update(users)
        .set({ passwordHash: after })
        .where(and(eq(users.id, userId), eq(users.passwordHash, before)))
        .returning({ id: users.id });
      if (kept.length === 0) {
        throw new Refusal('conflict', 'Your password was changed elsewhere a moment ago.');
      }
      return await endSessions(tx, { userId, except: sessionId });
    });
    return {
      value: { ended },
      events: [{ type: 'member.changed', memberId, data: { password: true } }],
    };
  },
});

/**
 * Gives the actor a new password and ends their other sessions. The present one is asked for, with as
 * few tries as a sign-in has: an open browser is not its owner. Hashed outside the transaction, which
 * would else hold its connection for as long.
 */
export const changePassword = Object.assign(
  async (actor: Actor, input: unknown): Promise<{ ended: number }> => {
    const { current, next } = given.parse(input);
    const before = await provenHash(actor, current);
    const problem =
      current === next ? 'This is the password you have.' : passwordProblem(next, actor.email);
    if (problem !== null) throw refusedField('next', problem);
    return await keep(actor, { before, after: await hashPassword(next) });
  },
  { permission: keep.permission },
);

/** What is stored of the present password, once it was proven to be known. */
async function provenHash({ userId }: Actor, current: string): Promise<string> {
  const stored = await storedHash(userId);
  if (stored === null) {
    throw new Refusal('conflict', 'You sign in through your company: there is no password here.');
  }
  if (passwordsAreQueueing()) {
    throw new Refusal('too_many', 'Many people are signing in just now. Try again in a moment.');
  }
  const tries = [{ key: `password:${userId}`, tries: 10, seconds: 15 * 60, slides: true }];
  await takeTry(tries);
  if (!(await verifyPassword(stored, current))) {
    throw refusedField('current', 'This is not your present password.');
  }
  await giveTryBack(tries);
  return stored;
}

async function storedHash(userId: string): Promise<string | null> {
  const [account] = await withSystem(
    (tx) => tx.select({ hash: users.passwordHash }).from(users).where(eq(users.id, userId)),
    'read',
  );
  return account?.hash ?? null;
}
