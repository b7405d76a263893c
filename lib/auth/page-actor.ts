import 'server-only';
import { headers } from 'next/headers';
import { redirect } from 'next/navigation';
import type { Actor } from '@/lib/domain/access/can';
import { Refusal } from '@/lib/domain/refusal';
import { currentActor } from './actor';
import { PATH_HEADER } from './paths';

/** Who looks at this page. Sends the signed out to sign in and come back, and non-members to the page that says so. */
export async function actorForPage(): Promise<Actor> {
  try {
    return await currentActor();
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    if (error.code === 'forbidden') redirect('/sign-in/no-access');
    const path = (await headers()).get(PATH_HEADER) ?? '/';
    redirect(path === '/' ? '/sign-in' : `/sign-in?next=${encodeURIComponent(path)}`);
  }
}
