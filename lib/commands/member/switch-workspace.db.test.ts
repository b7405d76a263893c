import { afterAll, beforeAll, expect, test } from 'vitest';
import type { TestDatabase } from '@/db/testing';
import { aMember, aWorkspace, testDatabase } from '@/db/testing';
import { authenticate } from '@/lib/auth/authenticate';
import { mintSession } from '@/lib/auth/mint';
import type { Actor, Role } from '@/lib/domain/access/can';
import { roles } from '@/lib/domain/access/can';
import { env } from '@/lib/env';
import { switchWorkspace } from './switch-workspace';

let database: TestDatabase;
beforeAll(async () => {
  database = await testDatabase();
});
afterAll(() => database.close());

async function signedIn(role: Role) {
  const member = await aMember(await aWorkspace(), [role]);
  const { DATABASE_URL, AUTH_SECRET, APP_URL } = env();
  const session = await mintSession(member, {
    databaseUrl: DATABASE_URL,
    authSecret: AUTH_SECRET,
    appUrl: APP_URL,
  });
  const actor: Actor = { ...member, sessionId: session.sessionId };
  const now = async () => (await authenticate(session.value)).actor;
  return { actor, now };
}

async function alsoMemberOf(actor: Actor, workspaceId: string, removed = false) {
  await database.admin.query(
    `insert into members (workspace_id, id, user_id, name, email, roles, removed_at)
     values ($1, gen_random_uuid(), $2, $3, $4, '{lead}', case when $5 then now() end)`,
    [workspaceId, actor.userId, actor.name, actor.email, removed],
  );
}

test.each(roles)(
  'a %s switches to another workspace and has the roles of that one',
  async (role) => {
    const { actor, now } = await signedIn(role);
    const other = await aWorkspace();
    await alsoMemberOf(actor, other);
    await switchWorkspace(actor, { workspaceId: other });
    expect(await now()).toMatchObject({ workspaceId: other, roles: ['lead'] });
  },
);

test('a workspace one does not belong to, or no longer, is not found', async () => {
  const { actor, now } = await signedIn('admin');
  const [foreign, left] = [await aWorkspace(), await aWorkspace()];
  await alsoMemberOf(actor, left, true);
  for (const workspaceId of [foreign, left]) {
    await expect(switchWorkspace(actor, { workspaceId })).rejects.toMatchObject({
      code: 'not_found',
    });
  }
  expect(await now()).toMatchObject({ workspaceId: actor.workspaceId });
});

test('a session of somebody else is not moved', async () => {
  const mine = await signedIn('agent');
  const theirs = await signedIn('agent');
  await alsoMemberOf(theirs.actor, mine.actor.workspaceId);
  await expect(
    switchWorkspace(
      { ...mine.actor, sessionId: theirs.actor.sessionId },
      { workspaceId: mine.actor.workspaceId },
    ),
  ).rejects.toMatchObject({ code: 'not_found' });
  expect(await theirs.now()).toMatchObject({ workspaceId: theirs.actor.workspaceId });
});
