import { afterAll, beforeAll, expect, test } from 'vitest';
import type { TestDatabase } from '@/db/testing';
import { aConversation, aMember, aWorkspace, testDatabase } from '@/db/testing';
import { mintSession } from '@/lib/auth/mint';
import { inviteMember } from '@/lib/commands/member/invite-member';
import { removeMember } from '@/lib/commands/member/remove-member';
import { revokeSession } from '@/lib/commands/member/revoke-session';
import type { Actor } from '@/lib/domain/access/can';
import { env } from '@/lib/env';
import { demoSignIns } from './demo-sign-ins';
import { listMembers } from './list-members';
import { ownSessions } from './own-sessions';
import { workspacesOf } from './workspaces-of';

let database: TestDatabase;
beforeAll(async () => {
  database = await testDatabase();
});
afterAll(() => database.close());

test('an admin sees who belongs and who is invited, of this workspace alone', async () => {
  const workspace = await aWorkspace();
  const admin = await aMember(workspace, ['admin'], 'Ada');
  const gone = await aMember(workspace, ['agent'], 'Gone');
  await aMember(workspace, ['agent', 'lead'], 'Bo');
  await removeMember(admin, { memberId: gone.memberId });
  await inviteMember(admin, { email: 'new@example.test', roles: ['marketer'] });
  const stranger = await aMember(await aWorkspace(), ['admin'], 'Stranger');
  await inviteMember(stranger, { email: 'theirs@example.test', roles: ['agent'] });

  const view = await listMembers(admin);
  expect(view.members.map(({ name, roles }) => [name, roles])).toEqual([
    ['Ada', ['admin']],
    ['Bo', ['agent', 'lead']],
  ]);
  expect(view.invitations).toEqual([
    {
      id: expect.any(String),
      email: 'new@example.test',
      roles: ['marketer'],
      invitedBy: 'Ada',
      expiresAt: expect.any(String),
      expired: false,
    },
  ]);
});

test('an admin sees when somebody was last here and what they hold', async () => {
  const workspace = await aWorkspace();
  const admin = await aMember(workspace, ['admin'], 'Ada');
  const agent = await aMember(workspace, ['agent'], 'Bo');
  const elsewhere = await aWorkspace();
  await aConversation(workspace, { ownerId: agent.memberId });
  await aConversation(workspace, { ownerId: agent.memberId, status: 'resolved' });
  const { DATABASE_URL: databaseUrl, AUTH_SECRET: authSecret, APP_URL: appUrl } = env();
  const settings = { databaseUrl, authSecret, appUrl };
  await mintSession({ userId: agent.userId, workspaceId: workspace }, settings);
  await mintSession({ userId: admin.userId, workspaceId: elsewhere }, settings);
  const { members } = await listMembers(admin);
  expect(members.map(({ name, lastSeenAt, holds }) => [name, lastSeenAt !== null, holds])).toEqual([
    ['Ada', false, 0],
    ['Bo', true, 1],
  ]);
});

test('whoever does not manage members does not see their addresses', async () => {
  const lead = await aMember(await aWorkspace(), ['agent', 'lead', 'marketer']);
  await expect(listMembers(lead)).rejects.toThrow('Only admins');
});

test('a person sees the browsers they are signed in with, and nobody else’s', async () => {
  const workspace = await aWorkspace();
  const me = await aMember(workspace);
  const colleague = await aMember(workspace, ['admin']);
  const mint = (who: Actor) =>
    mintSession(who, {
      databaseUrl: env().DATABASE_URL,
      authSecret: env().AUTH_SECRET,
      appUrl: env().APP_URL,
    });
  const [here, there, ended, idle] = [
    await mint(me),
    await mint(me),
    await mint(me),
    await mint(me),
  ];
  await mint(colleague);
  await revokeSession(me, { sessionId: ended.sessionId });
  await database.admin.query(
    "update sessions set seen_at = now() - interval '13 hours' where id = $1",
    [idle.sessionId],
  );
  const seen = await ownSessions({ ...me, sessionId: here.sessionId });
  expect(seen.map(({ id, isThisOne }) => [id, isThisOne]).toSorted()).toEqual(
    [
      [here.sessionId, true],
      [there.sessionId, false],
    ].toSorted(),
  );
});

test('the workspaces of a person are those they still belong to', async () => {
  const [first, second] = [await aWorkspace('First'), await aWorkspace('Second')];
  const me = await aMember(first);
  await database.admin.query(
    `insert into members (workspace_id, id, user_id, name, email, roles, removed_at)
     values ($1, gen_random_uuid(), $2, 'Me', 'me@example.test', '{agent}', now())`,
    [second, me.userId],
  );
  expect(await workspacesOf(me.userId)).toEqual([{ id: first, name: 'First' }]);
});

test('without a sandbox nobody is offered the demo', async () => {
  await aWorkspace('Salted Caramel Creamery');
  expect(await demoSignIns()).toBeNull();
});
