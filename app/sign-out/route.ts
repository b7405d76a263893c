import { pathAfterSignIn } from '@/lib/auth/paths';
import { publicly } from '@/lib/auth/public-action';
import { signOut } from '@/lib/auth/sign-out';
import { env } from '@/lib/env';
import { formOf } from '@/lib/http/form';

/** Ends the session and takes its cookie away. A form's `next` says where to sign in again for. */
export async function POST(request: Request): Promise<Response> {
  const next = (await formOf(request)).get('next');
  const answer = await publicly(signOut);
  if (!answer.ok) return new Response(null, { status: 403 });
  const door = new URL('/sign-in', env().APP_URL);
  if (typeof next === 'string') door.searchParams.set('next', pathAfterSignIn(next));
  return Response.redirect(door, 303);
}
