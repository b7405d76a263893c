import 'server-only';
import { z } from 'zod';
import type { Browser } from '@/lib/auth/browser';
import type { OpenInvitation } from '@/lib/auth/invitations';
import { findInvitation } from '@/lib/auth/invitations';
import { hashPassword, passwordsAreQueueing } from '@/lib/auth/password';
import { personName } from '@/lib/auth/person-name';
import type { SignedIn } from '@/lib/auth/sign-in';
import { sessionFor } from '@/lib/auth/sign-in';
import { passwordProblem } from '@/lib/domain/access/password';
import { Refusal } from '@/lib/domain/refusal';
import type { Newcomer } from './join';
import { invitationIsClosed, join } from './join';

const acceptance = z.strictObject({
  token: z.string().max(200),
  name: personName.optional(),
  password: z.string().max(2000).optional(),
});

/**
 * Takes the invitation of a link and signs in. Whoever has an account must be signed in with it
 * (`signedInAs`, a user's id); anyone else chooses a name and a password. Works once.
 */
export async function acceptInvitation(
  input: unknown,
  browser: Browser,
  signedInAs: string | null,
): Promise<SignedIn> {
  const { token, ...given } = acceptance.parse(input);
  const invitation = await findInvitation(token);
  if (invitation === null) throw invitationIsClosed();
  const newcomer = await newcomerOf(invitation, given, signedInAs);
  const userId = await join(invitation, newcomer);
  return { userId, secret: await sessionFor(userId, browser, invitation.workspaceId) };
}

async function newcomerOf(
  { accountId, email }: OpenInvitation,
  { name = '', password = '' }: { name?: string | undefined; password?: string | undefined },
  signedInAs: string | null,
): Promise<Newcomer> {
  if (accountId !== null) {
    if (accountId === signedInAs) return { userId: accountId };
    throw new Refusal('unauthenticated', `Sign in as ${email} to accept this invitation.`);
  }
  if (name === '') throw new Refusal('invalid', 'Enter your name as your colleagues know it.');
  const problem = passwordProblem(password, email);
  if (problem !== null) throw new Refusal('invalid', problem);
  if (passwordsAreQueueing()) {
    throw new Refusal('too_many', 'Many people are signing in just now. Try again in a moment.');
  }
  return { name, passwordHash: await hashPassword(password), oidcSubject: null };
}
