import { v7 as uuidv7 } from 'uuid';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { TestDatabase } from '@/db/testing';
import { aMember, aWorkspace, testDatabase } from '@/db/testing';
import { inviteMember } from '@/lib/commands/member/invite-member';
import { env } from '@/lib/env';
import { authenticate } from './authenticate';
import type { Browser } from './browser';
import { sealSession } from './session-cookie';
import { admit } from './single-sign-on';

let database: TestDatabase;
beforeAll(async () => {
  database = await testDatabase();
});
afterAll(() => database.close());

const iss = 'https://id.example.test';
const browser: Browser = {
  ip: null,
  userAgent: 'test',
  device: { id: 'd', userIds: [] },
  session: null,
};

const newAddress = () => `${uuidv7()}@example.test`;
const proven = (email: string, sub: string = uuidv7()) => ({
  iss,
  sub,
  email,
  email_verified: true,
});

async function enter(claims: Parameters<typeof admit>[0]) {
  const admitted = await admit(claims, browser);
  if ('refused' in admitted) return admitted.refused;
  return await authenticate(await sealSession(admitted.secret, env().AUTH_SECRET));
}

test('a verified address that an account has links the two, once and for good', async () => {
  const member = await aMember(await aWorkspace());
  const first = proven(member.email);
  expect(await enter(first)).toMatchObject({ userId: member.userId });
  const renamed = { iss, sub: first.sub, email: newAddress(), email_verified: false };
  expect(await enter(renamed)).toMatchObject({ userId: member.userId });
  expect(await enter(proven(member.email))).toBe('other_account');
  expect(await enter({ ...first, iss: 'https://other.example.test' })).toBe('other_account');
});

test('an address that the provider has not verified opens nothing', async () => {
  const member = await aMember(await aWorkspace());
  const said = { iss, sub: uuidv7(), email: member.email };
  expect(await enter({ ...said, email_verified: false })).toBe('unverified');
  expect(await enter(said)).toBe('unverified');
  expect(await enter({ iss, sub: uuidv7() })).toBe('unverified');
});

test('a disabled account stays shut, by address and by link', async () => {
  const member = await aMember(await aWorkspace());
  const claims = proven(member.email);
  const disable = (sql: string) =>
    database.admin.query(`update users set disabled_at = ${sql} where id = $1`, [member.userId]);
  await disable('now()');
  expect(await enter(claims)).toBe('disabled');
  await disable('null');
  await enter(claims);
  await disable('now()');
  expect(await enter(claims)).toBe('disabled');
});

test('someone unknown comes in only by an open invitation, which is then used up', async () => {
  const admin = await aMember(await aWorkspace(), ['admin']);
  const email = newAddress();
  const claims = { ...proven(email), name: 'Noor Haddad' };
  expect(await enter(claims)).toBe('uninvited');
  const { id } = await inviteMember(admin, { email, roles: ['lead'] });
  await database.admin.query('update invitations set expires_at = now() where id = $1', [id]);
  expect(await enter(claims)).toBe('uninvited');
  await inviteMember(admin, { email, roles: ['lead', 'agent'] });
  expect(await enter(claims)).toMatchObject({
    actor: { workspaceId: admin.workspaceId, name: 'Noor Haddad', roles: ['agent', 'lead'] },
  });
  const { rows } = await database.admin.query(
    'select count(*)::int as open from invitations where email = $1 and accepted_at is null and revoked_at is null',
    [email],
  );
  expect(rows[0].open).toBe(0);
});

test('an invited person who arrives twice at the same moment gets one account', async () => {
  const admin = await aMember(await aWorkspace(), ['admin']);
  const email = newAddress();
  await inviteMember(admin, { email, roles: ['agent'] });
  const claims = proven(email);
  const arrivals = await Promise.allSettled([enter(claims), enter(claims), enter(claims)]);
  expect(arrivals.some(({ status }) => status === 'fulfilled')).toBe(true);
  const { rows } = await database.admin.query(
    'select (select count(*)::int from users where email = $1) as users, (select count(*)::int from members where email = $1) as members',
    [email],
  );
  expect(rows[0]).toEqual({ users: 1, members: 1 });
});
