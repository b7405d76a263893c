import { afterAll, beforeAll, expect, test } from 'vitest';
import type { TestDatabase } from '@/db/testing';
import { aMember, aWorkspace, testDatabase } from '@/db/testing';
import { authenticate } from '@/lib/auth/authenticate';
import type { Browser } from '@/lib/auth/browser';
import { sealSession } from '@/lib/auth/session-cookie';
import { signInWithPassword } from '@/lib/auth/sign-in';
import type { Actor, Role } from '@/lib/domain/access/can';
import { env } from '@/lib/env';
import { acceptInvitation } from './accept-invitation';
import { inviteMember } from './invite-member';
import { removeMember } from './remove-member';
import { revokeInvitation } from './revoke-invitation';

let database: TestDatabase;
beforeAll(async () => {
  database = await testDatabase();
});
afterAll(() => database.close());

const password = 'lantern harbour velvet toast';
const browser: Browser = {
  ip: '203.0.113.1',
  userAgent: 'test',
  device: { id: 'd1', userIds: [] },
  session: null,
};

async function anInvitation(email: string, roles: Role[] = ['agent'], by?: Actor) {
  const admin = by ?? (await aMember(await aWorkspace(), ['admin']));
  const { id, link } = await inviteMember(admin, { email, roles });
  return { admin, id, token: link.split('/invite/')[1] ?? '' };
}

const actorOf = async (secret: string) =>
  (await authenticate(await sealSession(secret, env().AUTH_SECRET))).actor;

test('a newcomer gets an account, a membership with the roles offered, and is signed in', async () => {
  const { admin, token } = await anInvitation('mira@example.test', ['agent', 'lead']);
  const { secret } = await acceptInvitation(
    { token, name: ' Mira Santos ', password },
    browser,
    null,
  );
  expect(await actorOf(secret)).toMatchObject({
    workspaceId: admin.workspaceId,
    name: 'Mira Santos',
    email: 'mira@example.test',
    roles: ['agent', 'lead'],
  });
  const again = await signInWithPassword({ email: 'Mira@example.test', password }, browser);
  expect((await actorOf(again.secret))?.workspaceId).toBe(admin.workspaceId);
  const { rows } = await database.admin.query(
    "select type from events where workspace_id = $1 and type = 'member.joined'",
    [admin.workspaceId],
  );
  expect(rows).toHaveLength(1);
});

test('of ten who take the same link at the same moment, one comes in', async () => {
  const { admin, token } = await anInvitation('race@example.test');
  const tries = await Promise.allSettled(
    Array.from({ length: 10 }, (_, index) =>
      acceptInvitation({ token, name: `Racer ${index}`, password }, browser, null),
    ),
  );
  expect(tries.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
  const { rows } = await database.admin.query(
    "select (select count(*)::int from members where workspace_id = $1 and email = 'race@example.test') as members, (select count(*)::int from users where email = 'race@example.test') as users",
    [admin.workspaceId],
  );
  expect(rows[0]).toEqual({ members: 1, users: 1 });
});

test('a used, revoked, expired or invented link opens nothing', async () => {
  const used = await anInvitation('used@example.test');
  await acceptInvitation({ token: used.token, name: 'Used', password }, browser, null);
  const revoked = await anInvitation('revoked@example.test');
  await revokeInvitation(revoked.admin, { invitationId: revoked.id });
  const expired = await anInvitation('expired@example.test');
  await database.admin.query(
    "update invitations set expires_at = now() - interval '1 second' where id = $1",
    [expired.id],
  );
  for (const token of [used.token, revoked.token, expired.token, 'invented']) {
    await expect(
      acceptInvitation({ token, name: 'Late', password }, browser, null),
    ).rejects.toMatchObject({ code: 'not_found' });
  }
});

test('a weak password or no name leaves the invitation open', async () => {
  const { token } = await anInvitation('weak@example.test');
  const accept = (name: string, chosen: string) =>
    acceptInvitation({ token, name, password: chosen }, browser, null);
  await expect(accept('Weak', 'short')).rejects.toMatchObject({ code: 'invalid' });
  await expect(accept('  ', password)).rejects.toMatchObject({ code: 'invalid' });
  await expect(accept('Nul\u0000', password)).rejects.toMatchObject({ name: 'ZodError' });
  await expect(accept('Weak', password)).resolves.toHaveProperty('secret');
});

test('whoever has an account must be signed in with it; the link does not set its password', async () => {
  const known = await aMember(await aWorkspace(), ['agent'], 'Known');
  const { admin, token } = await anInvitation(known.email, ['lead']);
  const other = await aMember(await aWorkspace(), ['agent']);
  const attempt = { token, name: 'Intruder', password };
  for (const signedInAs of [null, other.userId]) {
    await expect(acceptInvitation(attempt, browser, signedInAs)).rejects.toMatchObject({
      code: 'unauthenticated',
    });
  }
  const { secret } = await acceptInvitation({ token }, browser, known.userId);
  expect(await actorOf(secret)).toMatchObject({ workspaceId: admin.workspaceId, name: 'Known' });
  const { rows } = await database.admin.query('select password_hash from users where id = $1', [
    known.userId,
  ]);
  expect(rows[0].password_hash).toBeNull();
});

test('someone who was removed comes back as the same member', async () => {
  const { admin, token } = await anInvitation('back@example.test');
  const first = await actorOf(
    (await acceptInvitation({ token, name: 'Back', password }, browser, null)).secret,
  );
  await removeMember(admin, { memberId: first?.memberId });
  const second = await anInvitation('back@example.test', ['marketer'], admin);
  const { secret } = await acceptInvitation(
    { token: second.token },
    browser,
    first?.userId ?? null,
  );
  expect(await actorOf(secret)).toMatchObject({ memberId: first?.memberId, roles: ['marketer'] });
});
