import 'server-only';
import { createHash } from 'node:crypto';
import { sql } from 'drizzle-orm';
import { z } from 'zod';
import { withSystem } from '@/db/client';
import { Refusal } from '@/lib/domain/refusal';
import type { Browser } from './browser';
import { hashPassword, isOutdated, passwordsAreQueueing, verifyPassword } from './password';
import { startSession } from './sessions';
import type { Allowance } from './throttle';
import { giveTryBack, takeTry } from './throttle';

/** Who came in, and the secret of their new session. */
export type SignedIn = { userId: string; secret: string };

const credentials = z.object({
  email: z
    .string()
    .max(254)
    .transform((email) => email.trim().toLowerCase())
    .pipe(z.email()),
  password: z.string().min(1).max(1024),
});

type Account = {
  id: string;
  password_hash: string | null;
  disabled: boolean;
  address_known: boolean;
};

/**
 * E-mail and password to a new session. A wrong password, an unknown address and a disabled account
 * answer alike and take as long; too many tries answer `too_many` with the wait.
 */
export async function signInWithPassword(input: unknown, browser: Browser): Promise<SignedIn> {
  const given = credentials.safeParse(input);
  if (!given.success) {
    throw new Refusal('invalid', 'Enter your e-mail address and your password.');
  }
  const { email, password } = given.data;
  if (passwordsAreQueueing()) {
    throw new Refusal('too_many', 'Many people are signing in just now. Try again in a moment.');
  }
  const account = await findAccount(email, browser.ip);
  const allowances = allowancesFor(email, account, browser);
  await takeTry(allowances);
  const fits = await verifyPassword(account?.password_hash ?? null, password);
  if (!fits || account === undefined || account.disabled) {
    throw new Refusal('unauthenticated', 'The e-mail address or the password is not right.');
  }
  await giveTryBack(allowances);
  await upgradeHash(account, password);
  return { userId: account.id, secret: await sessionFor(account.id, browser) };
}

/** A new session for someone who has just proven who they are. */
export function sessionFor(
  userId: string,
  { ip, userAgent, session }: Browser,
  workspaceId?: string,
): Promise<string> {
  return startSession({
    userId,
    ip,
    userAgent,
    replaces: session,
    ...(workspaceId === undefined ? {} : { workspaceId }),
  });
}

const quarterHour = 15 * 60;

/**
 * Which allowances a try is taken from. A browser, or an address, on which this person has signed in
 * before has one of its own: whatever strangers do elsewhere, the owner is let in there.
 */
function allowancesFor(email: string, account: Account | undefined, browser: Browser): Allowance[] {
  const name = short(email);
  const { ip, device } = browser;
  if (account && device.userIds.includes(account.id)) {
    return [{ key: `device:${device.id}:${name}`, tries: 10, seconds: quarterHour, slides: true }];
  }
  if (account?.address_known) {
    return [{ key: `known:${name}:${ip}`, tries: 10, seconds: quarterHour, slides: true }];
  }
  return [
    { key: `account:${name}`, tries: 10, seconds: quarterHour, slides: true },
    ...(ip === null
      ? []
      : [
          { key: `ip:${ip}`, tries: 100, seconds: 60 * 60, slides: false },
          { key: `pair:${name}:${ip}`, tries: 8, seconds: quarterHour, slides: true },
        ]),
  ];
}

async function findAccount(email: string, ip: string | null): Promise<Account | undefined> {
  const { rows } = await withSystem(
    (tx) =>
      tx.execute<Account>(sql`
        select u.id, u.password_hash, u.disabled_at is not null as disabled, exists (
          select from sessions s where s.user_id = u.id and s.ip = ${ip}
            and s.created_at > now() - interval '90 days') as address_known
        from users u where u.email = ${email}`),
    'read',
  );
  return rows[0];
}

async function upgradeHash({ id, password_hash: old }: Account, password: string): Promise<void> {
  if (old === null || !isOutdated(old)) return;
  const made = await hashPassword(password);
  await withSystem((tx) =>
    tx.execute(
      sql`update users set password_hash = ${made} where id = ${id} and password_hash = ${old}`,
    ),
  );
}

/** So that the throttle's rows name nobody. */
function short(email: string): string {
  return createHash('sha256').update(email).digest('hex').slice(0, 32);
}
