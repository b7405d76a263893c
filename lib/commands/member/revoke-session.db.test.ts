import { afterAll, beforeAll, expect, test } from 'vitest';
import type { TestDatabase } from '@/db/testing';
import { aMember, aWorkspace, testDatabase } from '@/db/testing';
import { authenticate } from '@/lib/auth/authenticate';
import { mintSession } from '@/lib/auth/mint';
import type { Actor } from '@/lib/domain/access/can';
import { roles } from '@/lib/domain/access/can';
import { env } from '@/lib/env';
import { revokeSession } from './revoke-session';

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

test('every role may end a session of its own; the cookie is worth nothing from then on', async () => {
  const workspace = await aWorkspace();
  for (const role of roles) {
    const member = await aMember(workspace, [role]);
    const [here, there] = [await signIn(member), await signIn(member)];
    await revokeSession(member, { sessionId: there.sessionId });
    await expect(authenticate(there.value)).rejects.toMatchObject({ code: 'unauthenticated' });
    await expect(authenticate(here.value)).resolves.toMatchObject({ sessionId: here.sessionId });
  }
});

test('a session ends once', async () => {
  const member = await aMember(await aWorkspace());
  const { sessionId } = await signIn(member);
  await revokeSession(member, { sessionId });
  await expect(revokeSession(member, { sessionId })).rejects.toMatchObject({ code: 'not_found' });
});

test('nobody ends a session of somebody else: no colleague, no admin, no other workspace', async () => {
  const workspace = await aWorkspace();
  const member = await aMember(workspace);
  const { sessionId, value } = await signIn(member);
  const others = [
    await aMember(workspace, ['agent']),
    await aMember(workspace, ['admin']),
    await aMember(await aWorkspace(), ['admin']),
  ];
  for (const other of others) {
    await expect(revokeSession(other, { sessionId })).rejects.toMatchObject({ code: 'not_found' });
  }
  await expect(authenticate(value)).resolves.toMatchObject({ userId: member.userId });
});
