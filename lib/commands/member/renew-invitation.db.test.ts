import { afterAll, beforeAll, expect, test } from 'vitest';
import type { TestDatabase } from '@/db/testing';
import { aMember, aWorkspace, testDatabase } from '@/db/testing';
import { findInvitation } from '@/lib/auth/invitations';
import { inviteMember } from './invite-member';
import { renewInvitation } from './renew-invitation';
import { revokeInvitation } from './revoke-invitation';

let database: TestDatabase;
beforeAll(async () => {
  database = await testDatabase();
});
afterAll(() => database.close());

const tokenOf = (link: string) => `${link.split('/').at(-1)}`;

test('a new link opens an invitation that had become too old; the one before opens nothing', async () => {
  const admin = await aMember(await aWorkspace(), ['admin']);
  const made = await inviteMember(admin, { email: 'mira@example.test', roles: ['lead'] });
  await database.admin.query(
    "update invitations set expires_at = now() - interval '1 day' where id = $1",
    [made.id],
  );
  const renewed = await renewInvitation(admin, { invitationId: made.id });
  expect(renewed.email).toBe('mira@example.test');
  expect(await findInvitation(tokenOf(renewed.link))).toMatchObject({
    id: made.id,
    roles: ['lead'],
  });
  expect(await findInvitation(tokenOf(made.link))).toBeNull();
});

test('what was withdrawn or is somebody else’s has no new link', async () => {
  const admin = await aMember(await aWorkspace(), ['admin']);
  const { id: invitationId } = await inviteMember(admin, {
    email: 'noa@example.test',
    roles: ['agent'],
  });
  const foreign = await aMember(await aWorkspace(), ['admin']);
  const notFound = { code: 'not_found' };
  await expect(renewInvitation(foreign, { invitationId })).rejects.toMatchObject(notFound);
  await revokeInvitation(admin, { invitationId });
  await expect(renewInvitation(admin, { invitationId })).rejects.toMatchObject(notFound);
});

test('only an admin renews', async () => {
  const admin = await aMember(await aWorkspace(), ['admin']);
  const lead = await aMember(admin.workspaceId, ['lead']);
  const { id } = await inviteMember(admin, { email: 'lu@example.test', roles: ['agent'] });
  await expect(renewInvitation(lead, { invitationId: id })).rejects.toMatchObject({
    code: 'forbidden',
  });
});
