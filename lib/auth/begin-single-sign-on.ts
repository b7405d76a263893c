import 'server-only';
import { createHash, randomBytes } from 'node:crypto';
import { cookies } from 'next/headers';
import { NextRequest } from 'next/server';
import { env } from '@/lib/env';
import { answerAuth } from './next-auth';
import { pathAfterSignIn } from './paths';
import { cookieName, cookieOptions } from './session-cookie';

/**
 * Starts the flow at the company's provider and answers with a page that goes there. The caller has
 * checked that the request is ours, so the token that next-auth wants from its own page is made here.
 */
export async function beginSingleSignOn(next: string | undefined): Promise<Response> {
  const { APP_URL } = env();
  const csrfToken = await grantCsrfToken();
  const body = new URLSearchParams({ csrfToken, callbackUrl: pathAfterSignIn(next) });
  const request = new NextRequest(`${APP_URL}/api/auth/signin/oidc`, { method: 'POST', body });
  const nextauth = ['signin', 'oidc'];
  return goTo(await answerAuth(request, { params: Promise.resolve({ nextauth }) }));
}

async function grantCsrfToken(): Promise<string> {
  const { APP_URL, AUTH_SECRET } = env();
  const token = randomBytes(32).toString('hex');
  const proof = createHash('sha256').update(`${token}${AUTH_SECRET}`).digest('hex');
  const jar = await cookies();
  jar.set(cookieName(APP_URL, 'csrf'), `${token}|${proof}`, cookieOptions(APP_URL));
  return token;
}

// Not a redirect: the policy `form-action 'self'` would follow it, and every further one, to the provider.
function goTo(answer: Response): Response {
  const location = answer.headers.get('location');
  if (location === null) return answer;
  const headers = new Headers(answer.headers);
  headers.delete('location');
  headers.set('refresh', `0;url=${location}`);
  headers.set('content-type', 'text/html; charset=utf-8');
  const page = `<!doctype html><html lang="en"><title>Signing in</title><p><a href="${escaped(location)}">Go on</a></p></html>`;
  return new Response(page, { status: 200, headers });
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('"', '&quot;').replaceAll('<', '&lt;');
}
