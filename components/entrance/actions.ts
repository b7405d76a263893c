'use server';

import { redirect } from 'next/navigation';
import { currentBrowser, keepSession, rememberDevice } from '@/lib/auth/browser';
import { HOME, pathAfterSignIn } from '@/lib/auth/paths';
import { findPerson } from '@/lib/auth/person';
import { publicly } from '@/lib/auth/public-action';
import type { SignedIn } from '@/lib/auth/sign-in';
import { signInWithPassword } from '@/lib/auth/sign-in';
import { acceptInvitation } from '@/lib/commands/member/accept-invitation';

type SignInState = { email: string; message: string | undefined };
type JoinState = { name: string; message: string | undefined };

/** Signs in with e-mail and password and goes on to `next`. */
export async function signInAction(_before: SignInState, form: FormData): Promise<SignInState> {
  const email = textOf(form, 'email');
  const answer = await publicly(() =>
    comeIn((browser) => signInWithPassword({ email, password: textOf(form, 'password') }, browser)),
  );
  if (!answer.ok) return { email, message: answer.refusal.message };
  redirect(pathAfterSignIn(textOf(form, 'next')));
}

/** Takes an invitation, with a new account or as the person who is signed in. */
export async function acceptInvitationAction(
  _before: JoinState,
  form: FormData,
): Promise<JoinState> {
  const name = textOf(form, 'name');
  const answer = await publicly(async () => {
    const person = await findPerson();
    const given = { token: textOf(form, 'token'), name, password: textOf(form, 'password') };
    await comeIn((browser) => acceptInvitation(given, browser, person?.userId ?? null));
  });
  if (!answer.ok) return { name, message: answer.refusal.message };
  redirect(HOME);
}

type Way = (browser: Awaited<ReturnType<typeof currentBrowser>>) => Promise<SignedIn>;

async function comeIn(way: Way): Promise<void> {
  const browser = await currentBrowser();
  const { userId, secret } = await way(browser);
  await keepSession(secret);
  await rememberDevice(browser.device, userId);
}

function textOf(form: FormData, name: string): string {
  const value = form.get(name);
  return typeof value === 'string' ? value : '';
}
