import 'server-only';
import { and, eq, isNull } from 'drizzle-orm';
import { z } from 'zod';
import { withSystem } from '@/db/client';
import { users } from '@/db/schema/accounts';
import { join } from '@/lib/commands/member/join';
import type { Browser } from './browser';
import { findInvitationFor } from './invitations';
import { personName } from './person-name';
import type { SignedIn } from './sign-in';
import { sessionFor } from './sign-in';

/** What an OpenID Connect provider says about somebody, checked and reduced. */
export type Claims = z.infer<typeof claims>;

export const claims = z.object({
  iss: z.string().min(1),
  sub: z.string().min(1),
  email: z
    .email()
    .transform((email) => email.toLowerCase())
    .optional(),
  // Some providers send the word instead of the truth value.
  email_verified: z
    .union([z.boolean(), z.enum(['true', 'false']).transform((word) => word === 'true')])
    .optional(),
  name: personName.min(1).optional().catch(undefined),
});

/** Why somebody whom the provider knows is not let in. */
export type Unwelcome = 'unverified' | 'uninvited' | 'disabled' | 'other_account';

/**
 * Lets in whom we know by issuer and subject. The first time: whoever has a verified address that an
 * account has, which is then linked, or that an invitation is open for, which is then accepted.
 */
export async function admit(
  person: Claims,
  browser: Browser,
): Promise<SignedIn | { refused: Unwelcome }> {
  const subject = `${person.iss}|${person.sub}`;
  const known = await findUser(eq(users.oidcSubject, subject));
  if (known) return known.disabledAt ? { refused: 'disabled' } : await letIn(known.id, browser);
  const { email, email_verified: isVerified } = person;
  if (email === undefined || isVerified !== true) return { refused: 'unverified' };
  const account = await findUser(eq(users.email, email));
  if (account) return await link(account, subject, browser);
  return await comeByInvitation({ email, subject, name: person.name ?? email }, browser);
}

async function link(
  account: { id: string; disabledAt: string | null },
  subject: string,
  browser: Browser,
): Promise<SignedIn | { refused: Unwelcome }> {
  if (account.disabledAt) return { refused: 'disabled' };
  const linked = await withSystem((tx) =>
    tx
      .update(users)
      .set({ oidcSubject: subject })
      .where(and(eq(users.id, account.id), isNull(users.oidcSubject)))
      .returning({ id: users.id }),
  );
  return linked.length === 0 ? { refused: 'other_account' } : await letIn(account.id, browser);
}

async function comeByInvitation(
  { email, subject, name }: { email: string; subject: string; name: string },
  browser: Browser,
): Promise<SignedIn | { refused: Unwelcome }> {
  const invitation = await findInvitationFor(email);
  if (invitation === null) return { refused: 'uninvited' };
  const userId = await join(invitation, { name, passwordHash: null, oidcSubject: subject });
  return { userId, secret: await sessionFor(userId, browser, invitation.workspaceId) };
}

async function letIn(userId: string, browser: Browser): Promise<SignedIn> {
  return { userId, secret: await sessionFor(userId, browser) };
}

async function findUser(condition: ReturnType<typeof eq>) {
  const [found] = await withSystem(
    (tx) => tx.select({ id: users.id, disabledAt: users.disabledAt }).from(users).where(condition),
    'read',
  );
  return found;
}
