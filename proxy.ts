import { randomBytes } from 'node:crypto';
import type { NextRequest } from 'next/server';
import { NextResponse } from 'next/server';
import { PATH_HEADER } from '@/lib/auth/paths';
import { isSameOrigin } from '@/lib/auth/same-origin';
import { cookieName } from '@/lib/auth/session-cookie';
import { env } from '@/lib/env';
import type { Header } from '@/lib/http/security-headers';
import { securityHeaders } from '@/lib/http/security-headers';

// Static files need no nonce. Webhooks prove themselves by signature and wait for nothing; files bring
// their own headers, and a body that passes here is held in memory twice and cut at 10 MB; what the screens
// read over and over sets its headers too (lib/route.ts). Only an address of theirs that Next would stumble
// over comes by here. What other systems ask (v1) proves itself by a key.
export const config = {
  matcher: [
    '/((?!_next/|__nextjs|api/(?:webhooks|files|conversations|views|saved-views|members|channels|labels|teams|contacts|attributes|me|notifications|presence|v1)(?:/|$)|healthz|readyz|metrics|sw\\.js$|apple-icon|.*\\.(?:svg|ico|png|txt|webmanifest)$).*)',
    '/api/(.*%.*)',
  ],
};

const BY_KEY = '/api/v1/';
const OPEN_TO_ALL = ['/sign-in', '/invite', '/api', '/m'];
const HARMLESS = ['GET', 'HEAD', 'OPTIONS'];

/**
 * Sets headers and shows the signed out to the door. It is never the lock: every page, action and
 * route asks for its own actor.
 */
export function proxy(request: NextRequest): NextResponse {
  const { APP_URL, NODE_ENV } = env();
  const nonce = randomBytes(16).toString('base64');
  const headers = securityHeaders({
    nonce,
    isSecure: APP_URL.startsWith('https:'),
    isDevelopment: NODE_ENV === 'development',
  });
  const answer = answerTo(request, headers);
  for (const [name, value] of headers) answer.headers.set(name, value);
  // What is set here wins over a route's own word, and the live stream has one.
  if (request.nextUrl.pathname !== '/api/live') answer.headers.set('cache-control', 'no-store');
  return answer;
}

function answerTo(request: NextRequest, headers: Header[]): NextResponse {
  const { pathname, search } = request.nextUrl;
  if (
    !(
      HARMLESS.includes(request.method) ||
      pathname.startsWith(BY_KEY) ||
      isSameOrigin(request.headers)
    )
  ) {
    return NextResponse.json(
      { code: 'forbidden', message: 'This request did not come from Porchlight itself.' },
      { status: 403 },
    );
  }
  if (!isReadable(pathname)) return new NextResponse(null, { status: 400 });
  if (shouldSignIn(request)) {
    const door = new URL('/sign-in', env().APP_URL);
    if (pathname !== '/') door.searchParams.set('next', `${pathname}${search}`);
    return NextResponse.redirect(door);
  }
  const forwarded = new Headers(request.headers);
  // Next finds the nonce for its own scripts in the policy of the request.
  forwarded.set('content-security-policy', headers[0]?.[1] ?? '');
  forwarded.set(PATH_HEADER, `${pathname}${search}`);
  return NextResponse.next({ request: { headers: forwarded } });
}

// Next answers 500 where a part of the path cannot be decoded.
function isReadable(pathname: string): boolean {
  try {
    decodeURIComponent(pathname);
    return true;
  } catch {
    return false;
  }
}

// Not for actions: a redirected action breaks the page it came from; it answers for itself.
function shouldSignIn(request: NextRequest): boolean {
  const { pathname } = request.nextUrl;
  return (
    HARMLESS.includes(request.method) &&
    !OPEN_TO_ALL.some((open) => pathname === open || pathname.startsWith(`${open}/`)) &&
    !request.cookies.has(cookieName(env().APP_URL))
  );
}
