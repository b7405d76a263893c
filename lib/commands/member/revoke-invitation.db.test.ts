import { afterAll, beforeAll, expect, test } from 'vitest';
import type { TestDatabase } from '@/db/testing';
import { aMember, aWorkspace, testDatabase } from '@/db/testing';
import { findInvitation } from '@/lib/auth/invitations';
import { inviteMember } from './invite-member';
import { revokeInvitation } from './revoke-invitation';

let database: TestDatabase;
beforeAll(async () => {
  database = await testDatabase();
});
afterAll(() => database.close());

async function anInvitation() {
  const admin = await aMember(await aWorkspace(), ['admin']);
  const made = await inviteMember(admin, { email: 'new@example.test', roles: ['agent'] });
  const isOpen = async () => (await findInvitation(made.link.split('/invite/')[1] ?? '')) !== null;
  return { admin, invitationId: made.id, isOpen };
}

test('a revoked invitation opens nothing any more, and cannot be revoked twice', async () => {
  const { admin, invitationId, isOpen } = await anInvitation();
  expect(await isOpen()).toBe(true);
  await revokeInvitation(admin, { invitationId });
  expect(await isOpen()).toBe(false);
  await expect(revokeInvitation(admin, { invitationId })).rejects.toMatchObject({
    code: 'not_found',
  });
});

test('an admin of another workspace does not find it', async () => {
  const { invitationId, isOpen } = await anInvitation();
  const stranger = await aMember(await aWorkspace(), ['admin']);
  await expect(revokeInvitation(stranger, { invitationId })).rejects.toMatchObject({
    code: 'not_found',
  });
  expect(await isOpen()).toBe(true);
});

test('only an admin may revoke', async () => {
  const { admin, invitationId, isOpen } = await anInvitation();
  const lead = await aMember(admin.workspaceId, ['lead', 'agent', 'marketer']);
  await expect(revokeInvitation(lead, { invitationId })).rejects.toMatchObject({
    code: 'forbidden',
  });
  expect(await isOpen()).toBe(true);
});
