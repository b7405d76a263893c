import { afterAll, beforeAll, expect, test } from 'vitest';
import type { TestDatabase } from '@/db/testing';
import { aMember, aWorkspace, testDatabase } from '@/db/testing';
import { authenticate } from '@/lib/auth/authenticate';
import { mintSession } from '@/lib/auth/mint';
import type { Actor } from '@/lib/domain/access/can';
import { env } from '@/lib/env';
import { revokeOtherSessions } from './revoke-other-sessions';
import { signOutMember } from './sign-out-member';

let database: TestDatabase;
beforeAll(async () => {
  database = await testDatabase();
});
afterAll(() => database.close());

function signIn({ userId, workspaceId }: Actor) {
  const { DATABASE_URL, AUTH_SECRET, APP_URL } = env();
  return mintSession(
    { userId, workspaceId },
    { databaseUrl: DATABASE_URL, authSecret: AUTH_SECRET, appUrl: APP_URL },
  );
}

const gone = { code: 'unauthenticated' };

test('an admin signs a colleague out of every browser, and nobody else', async () => {
  const workspace = await aWorkspace();
  const admin = await aMember(workspace, ['admin']);
  const member = await aMember(workspace, ['agent']);
  const other = await aMember(workspace, ['agent']);
  const [one, two, theirs] = [await signIn(member), await signIn(member), await signIn(other)];
  await signOutMember(admin, { memberId: member.memberId });
  await expect(authenticate(one.value)).rejects.toMatchObject(gone);
  await expect(authenticate(two.value)).rejects.toMatchObject(gone);
  await expect(authenticate(theirs.value)).resolves.toMatchObject({ userId: other.userId });
});

test('an admin who names themself stays where they are', async () => {
  const admin = await aMember(await aWorkspace(), ['admin']);
  const [here, there] = [await signIn(admin), await signIn(admin)];
  await signOutMember({ ...admin, sessionId: here.sessionId }, { memberId: admin.memberId });
  await expect(authenticate(there.value)).rejects.toMatchObject(gone);
  await expect(authenticate(here.value)).resolves.toMatchObject({ userId: admin.userId });
});

test('a member of another workspace is not found, and stays signed in', async () => {
  const admin = await aMember(await aWorkspace(), ['admin']);
  const foreign = await aMember(await aWorkspace(), ['agent']);
  const theirs = await signIn(foreign);
  await expect(signOutMember(admin, { memberId: foreign.memberId })).rejects.toMatchObject({
    code: 'not_found',
  });
  await expect(authenticate(theirs.value)).resolves.toMatchObject({ userId: foreign.userId });
});

test('only an admin signs others out', async () => {
  const workspace = await aWorkspace();
  const lead = await aMember(workspace, ['lead', 'agent', 'marketer']);
  const agent = await aMember(workspace, ['agent']);
  await expect(signOutMember(lead, { memberId: agent.memberId })).rejects.toMatchObject({
    code: 'forbidden',
  });
});

test('a person ends all their sessions but the one they ask from', async () => {
  const me = await aMember(await aWorkspace(), ['agent']);
  const [here, one, two] = [await signIn(me), await signIn(me), await signIn(me)];
  const ended = await revokeOtherSessions({ ...me, sessionId: here.sessionId }, {});
  expect(ended).toEqual({ ended: 2 });
  await expect(authenticate(one.value)).rejects.toMatchObject(gone);
  await expect(authenticate(two.value)).rejects.toMatchObject(gone);
  await expect(authenticate(here.value)).resolves.toMatchObject({ userId: me.userId });
});
