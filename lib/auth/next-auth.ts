import 'server-only';
import type { NextAuthOptions } from 'next-auth';
import NextAuth from 'next-auth';
import Credentials from 'next-auth/providers/credentials';
import { refusalOf } from '@/lib/action';
import { env } from '@/lib/env';
import { log } from '@/lib/log';

import { personOfSecret } from './authenticate';
import { currentBrowser, rememberDevice } from './browser';
import { companyProvider } from './company-provider';
import { cookieName, cookieOptions, SESSION_DAYS } from './session-cookie';
import { endSessionOfSecret } from './sessions';
import { signInWithPassword } from './sign-in';
import { admit, claims } from './single-sign-on';

type Handler = (request: Request, context: Context) => Promise<Response>;
type Context = { params: Promise<{ nextauth: string[] }> };

let made: Handler | undefined;

/** next-auth's own addresses under /api/auth, with our settings. */
export const answerAuth: Handler = (request, context) => {
  made ??= make();
  return made(request, context);
};

function make(): Handler {
  // next-auth takes its address from here alone, and from the Host header if it is missing.
  // biome-ignore lint/style/noProcessEnv: the only way to tell next-auth 4 its address
  process.env['NEXTAUTH_URL'] = env().APP_URL;
  return NextAuth(options()) as Handler;
}

function options(): NextAuthOptions {
  const { APP_URL, AUTH_SECRET } = env();
  return {
    secret: AUTH_SECRET,
    providers: [passwordProvider(), ...companyProvider()],
    session: { strategy: 'jwt', maxAge: SESSION_DAYS * 24 * 60 * 60 },
    cookies: {
      sessionToken: { name: cookieName(APP_URL), options: cookieOptions(APP_URL) },
      csrfToken: { name: cookieName(APP_URL, 'csrf'), options: cookieOptions(APP_URL) },
    },
    pages: { signIn: '/sign-in', error: '/sign-in', signOut: '/sign-in' },
    callbacks: {
      async signIn({ user, account, profile }) {
        if (account?.provider !== 'oidc') return true;
        const admitted = await admit(claims.parse(profile), await currentBrowser());
        if ('refused' in admitted) return `/sign-in?error=${admitted.refused}`;
        Object.assign(user, { id: admitted.userId, sid: admitted.secret });
        return true;
      },
      // The secret of a session row and nothing else, from the sign-in alone: what a browser sends
      // to "update" its token is not read.
      jwt({ token, user, trigger }) {
        const sid: unknown =
          trigger === 'signIn' || trigger === 'signUp'
            ? (user as { sid?: unknown }).sid
            : token['sid'];
        if (typeof sid !== 'string') throw new Error('A token without a session.');
        return { sid };
      },
      async session({ session, token }) {
        const { actor, email } = await personOfSecret(String(token['sid']));
        return { expires: session.expires, user: { name: actor?.name ?? email, email } };
      },
    },
    events: {
      async signIn({ user }) {
        await rememberDevice((await currentBrowser()).device, user.id);
      },
      async signOut({ token }) {
        await endSessionOfSecret(String(token['sid']));
      },
    },
    logger: {
      error: (code) => log.warn({ code }, 'next-auth refused something'),
      warn: () => undefined,
      debug: () => undefined,
    },
  };
}

function passwordProvider() {
  return Credentials({
    id: 'credentials',
    name: 'E-mail and password',
    credentials: { email: { type: 'email' }, password: { type: 'password' } },
    async authorize(given) {
      const { email, password } = given ?? {};
      try {
        const browser = await currentBrowser();
        const { userId, secret } = await signInWithPassword({ email, password }, browser);
        return { id: userId, sid: secret };
      } catch (error) {
        // What is thrown here stands in an address: the code, which the page puts into words.
        throw new Error(refusalOf(error).code, { cause: error });
      }
    },
  });
}
