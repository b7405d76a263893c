import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import type { TestDatabase } from '@/db/testing';
import { aMember, aWorkspace, testDatabase } from '@/db/testing';
import { authenticate } from '@/lib/auth/authenticate';
import { mintSession } from '@/lib/auth/mint';
import { hashPassword } from '@/lib/auth/password';
import { signInWithPassword } from '@/lib/auth/sign-in';
import type { Actor } from '@/lib/domain/access/can';
import { env } from '@/lib/env';
import { changeName } from './change-name';
import { changePassword } from './change-password';

const present = 'lantern harbour velvet toast';
const next = 'marble cricket window seven';

let database: TestDatabase;
let me: Actor;
beforeAll(async () => {
  database = await testDatabase();
});
afterAll(() => database.close());
beforeEach(async () => {
  me = await aMember(await aWorkspace(), ['agent'], 'Priya');
  await database.admin.query('update users set password_hash = $2 where id = $1', [
    me.userId,
    await hashPassword(present),
  ]);
});

function mint({ userId, workspaceId }: Actor) {
  const { DATABASE_URL, AUTH_SECRET, APP_URL } = env();
  return mintSession(
    { userId, workspaceId },
    { databaseUrl: DATABASE_URL, authSecret: AUTH_SECRET, appUrl: APP_URL },
  );
}

function signIn({ email }: Actor, password: string) {
  const browser = {
    ip: null,
    userAgent: null,
    device: { id: crypto.randomUUID(), userIds: [] },
    session: null,
  };
  return signInWithPassword({ email, password }, browser);
}

async function nameOf({ memberId }: Actor): Promise<string> {
  const { rows } = await database.admin.query('select name from members where id = $1', [memberId]);
  return rows[0].name;
}

test('a person changes the name that colleagues here see, and nobody else’s', async () => {
  const colleague = await aMember(me.workspaceId, ['agent'], 'Mo');
  await changeName(me, { name: ' Priya Raman ' });
  expect(await nameOf(me)).toBe('Priya Raman');
  expect(await nameOf(colleague)).toBe('Mo');
  await expect(changeName(me, { name: '  ' })).rejects.toMatchObject({
    issues: [{ path: ['name'] }],
  });
  await expect(changeName(me, { name: 'Eve', memberId: colleague.memberId })).rejects.toThrow();
});

test('with the new password one signs in, with the one before no more', async () => {
  await changePassword(me, { current: present, next });
  await expect(signIn(me, present)).rejects.toMatchObject({ code: 'unauthenticated' });
  expect(await signIn(me, next)).toMatchObject({ userId: me.userId });
});

test('every other session ends, this one goes on', async () => {
  const [here, there] = [await mint(me), await mint(me)];
  const colleague = await aMember(me.workspaceId);
  const theirs = await mint(colleague);
  const asker = { ...me, sessionId: here.sessionId };
  expect(await changePassword(asker, { current: present, next })).toEqual({ ended: 1 });
  await expect(authenticate(there.value)).rejects.toMatchObject({ code: 'unauthenticated' });
  await expect(authenticate(here.value)).resolves.toMatchObject({ userId: me.userId });
  await expect(authenticate(theirs.value)).resolves.toMatchObject({ userId: colleague.userId });
});

test.each([
  ['current', 'not the password', next],
  ['next', present, 'short'],
  ['next', present, present],
])(
  'what is wrong is said at the field (%s), and nothing changes',
  async (field, current, chosen) => {
    const there = await mint(me);
    await expect(changePassword(me, { current, next: chosen })).rejects.toMatchObject({
      code: 'invalid',
      details: { fields: { [field]: expect.any(String) } },
    });
    await expect(authenticate(there.value)).resolves.toMatchObject({ userId: me.userId });
    expect(await signIn(me, present)).toMatchObject({ userId: me.userId });
  },
);

test('an open browser cannot guess the present password without end', async () => {
  const guesses = Array.from({ length: 14 }, (_, round) =>
    changePassword(me, { current: `guess number ${round}`, next }).catch(
      (error: { code: string }) => error.code,
    ),
  );
  const answers = await Promise.all(guesses);
  expect(answers.filter((code) => code === 'invalid')).toHaveLength(10);
  expect(answers.filter((code) => code === 'too_many')).toHaveLength(4);
  await expect(changePassword(me, { current: present, next })).rejects.toMatchObject({
    code: 'too_many',
  });
  expect(await signIn(me, present)).toMatchObject({ userId: me.userId });
});

test('of two changes at the same moment one counts', async () => {
  const both = await Promise.allSettled([
    changePassword(me, { current: present, next }),
    changePassword(me, { current: present, next: `${next} more` }),
  ]);
  expect(both.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
});

test('who signs in through their company has no password here to change', async () => {
  await database.admin.query('update users set password_hash = null where id = $1', [me.userId]);
  await expect(changePassword(me, { current: '', next })).rejects.toMatchObject({
    code: 'conflict',
  });
});
