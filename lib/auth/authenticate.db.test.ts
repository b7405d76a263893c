import { sql } from 'drizzle-orm';
import { encode } from 'next-auth/jwt';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { dedicatedClient, withSystem } from '@/db/client';
import type { TestDatabase } from '@/db/testing';
import { aMember, aWorkspace, testDatabase } from '@/db/testing';
import { removeMember } from '@/lib/commands/member/remove-member';
import { env } from '@/lib/env';
import { authenticate } from './authenticate';
import { mintSession } from './mint';
import { SESSIONS_CHANNEL } from './revocation';
import { sealSession } from './session-cookie';
import { endSession, startSession } from './sessions';

let database: TestDatabase;
beforeAll(async () => {
  database = await testDatabase();
});
afterAll(() => database.close());

async function aSession() {
  const member = await aMember(await aWorkspace(), ['agent']);
  const { DATABASE_URL, AUTH_SECRET, APP_URL } = env();
  const session = await mintSession(member, {
    databaseUrl: DATABASE_URL,
    authSecret: AUTH_SECRET,
    appUrl: APP_URL,
  });
  return { member, ...session };
}

const refusedAs = (code: string) => ({ name: 'Refusal', code });

test('a live session is its member, with the roles of this moment', async () => {
  const { member, sessionId, value } = await aSession();
  const { actor } = await authenticate(value);
  expect(actor).toEqual({ ...member, sessionId });
  await database.admin.query("update members set roles = '{lead}' where id = $1", [
    member.memberId,
  ]);
  expect((await authenticate(value)).actor?.roles).toEqual(['lead']);
});

test.each([
  ['revoked', 'update sessions set revoked_at = now() where id = $1'],
  ['past its seven days', "update sessions set expires_at = now() - interval '1 s' where id = $1"],
  ['idle for twelve hours', "update sessions set seen_at = now() - interval '12 h' where id = $1"],
  [
    'of a disabled person',
    'update users set disabled_at = now() where id = (select user_id from sessions where id = $1)',
  ],
])('a session that is %s is refused on the next request', async (_, statement) => {
  const { sessionId, value } = await aSession();
  await expect(authenticate(value)).resolves.toHaveProperty('userId');
  await database.admin.query(statement, [sessionId]);
  await expect(authenticate(value)).rejects.toMatchObject(refusedAs('unauthenticated'));
});

test('a removed member is still known, but is nobody in the workspace', async () => {
  const { member, value } = await aSession();
  const admin = await aMember(member.workspaceId, ['admin']);
  await removeMember(admin, { memberId: member.memberId });
  expect(await authenticate(value)).toMatchObject({ userId: member.userId, actor: null });
});

/** Another letter in the middle; the last ones of a seal may carry bits that nobody reads. */
function tampered(cookie: string): string {
  const at = cookie.length - 10;
  return `${cookie.slice(0, at)}${cookie[at] === 'A' ? 'B' : 'A'}${cookie.slice(at + 1)}`;
}

test('a cookie that we did not seal, or not for a session, is refused', async () => {
  const { value } = await aSession();
  const forged = [
    undefined,
    '',
    'x',
    tampered(value),
    await sealSession('a secret nobody was given', env().AUTH_SECRET),
    await sealSession('anything', 'another-auth-secret-0123456789abcdef'),
    await encode({ token: { sub: 'someone', role: 'admin' }, secret: env().AUTH_SECRET }),
    await encode({ token: { sid: 7 }, secret: env().AUTH_SECRET }),
    await encode({ token: { sid: 'late' }, secret: env().AUTH_SECRET, maxAge: -3600 }),
  ];
  for (const cookie of forged) {
    await expect(authenticate(cookie)).rejects.toMatchObject(refusedAs('unauthenticated'));
  }
});

test('being seen moves the idle limit, at most once a minute', async () => {
  const { sessionId, value } = await aSession();
  const seenAgo = async () => {
    const { rows } = await database.admin.query(
      'select extract(epoch from now() - seen_at) as seconds from sessions where id = $1',
      [sessionId],
    );
    return Number(rows[0].seconds);
  };
  const setSeen = (ago: string) =>
    database.admin.query('update sessions set seen_at = now() - $2::interval where id = $1', [
      sessionId,
      ago,
    ]);
  await setSeen('50 seconds');
  await authenticate(value);
  await setSeen('55 seconds');
  expect(await seenAgo()).toBeGreaterThan(54);
  await setSeen('11 hours');
  await authenticate(value);
  await expect.poll(seenAgo).toBeLessThan(10);
});

test('when the database does not answer, nobody is let in', async () => {
  const { value } = await aSession();
  await database.admin.query('alter function porchlight_authenticate rename to elsewhere');
  await expect(authenticate(value)).rejects.not.toMatchObject(refusedAs('unauthenticated'));
  await expect(authenticate(value)).rejects.toThrow();
  await database.admin.query('alter function elsewhere rename to porchlight_authenticate');
});

test('a sign-in makes a new session and ends the one this browser had', async () => {
  const { member, value: first } = await aSession();
  const start = { userId: member.userId, ip: null, userAgent: null };
  const second = await startSession({ ...start, replaces: null });
  const third = await startSession({ ...start, replaces: second });
  const seal = (secret: string) => sealSession(secret, env().AUTH_SECRET);
  await expect(authenticate(await seal(second))).rejects.toMatchObject(
    refusedAs('unauthenticated'),
  );
  expect((await authenticate(await seal(third))).actor?.workspaceId).toBe(member.workspaceId);
  await expect(authenticate(first)).resolves.toMatchObject({ userId: member.userId });
});

test('the end of a session is announced when it is committed, and only then', async () => {
  const { member, sessionId } = await aSession();
  const heard: (string | undefined)[] = [];
  const listener = dedicatedClient('test');
  await listener.connect();
  listener.on('notification', ({ payload }) => heard.push(payload));
  await listener.query(`listen ${SESSIONS_CHANNEL}`);
  await withSystem(async (tx) => {
    await endSession(tx, { sessionId, userId: member.userId });
    throw new Error('rolled back');
  }).catch(() => undefined);
  await withSystem((tx) => tx.execute(sql`select pg_notify(${SESSIONS_CHANNEL}, 'between')`));
  await withSystem((tx) => endSession(tx, { sessionId, userId: member.userId }));
  await expect.poll(() => heard).toEqual(['between', sessionId]);
  await listener.end();
});
