import { afterAll, beforeAll, expect, test } from 'vitest';
import type { TestDatabase } from '@/db/testing';
import { aMember, aWorkspace, testDatabase } from '@/db/testing';
import { findInvitation } from '@/lib/auth/invitations';
import { inviteMember } from './invite-member';

let database: TestDatabase;
beforeAll(async () => {
  database = await testDatabase();
});
afterAll(() => database.close());

const tokenOf = ({ link }: { link: string }) => link.split('/invite/')[1] ?? '';

test('an admin gets a link on the one address of the app, good for three days', async () => {
  const workspace = await aWorkspace('Salted Caramel');
  const admin = await aMember(workspace, ['admin']);
  const made = await inviteMember(admin, {
    email: ' Mira@Example.TEST ',
    roles: ['lead', 'agent'],
  });
  expect(made.link).toMatch(/^http:\/\/localhost:4999\/invite\/[\w-]{43}$/);
  expect(await findInvitation(tokenOf(made))).toMatchObject({
    workspaceName: 'Salted Caramel',
    email: 'mira@example.test',
    roles: ['agent', 'lead'],
    accountId: null,
  });
  const { rows } = await database.admin.query(
    `select token_hash, extract(epoch from expires_at - created_at) / 3600 as hours from invitations where id = $1`,
    [made.id],
  );
  expect(Number(rows[0].hours)).toBe(72);
  expect(rows[0].token_hash).not.toContain(tokenOf(made));
});

test('inviting again replaces the link, also when two admins do it at once', async () => {
  const workspace = await aWorkspace();
  const admin = await aMember(workspace, ['admin']);
  const invite = () => inviteMember(admin, { email: 'twice@example.test', roles: ['agent'] });
  const first = await invite();
  const others = await Promise.all([invite(), invite(), invite()]);
  const open = await Promise.all([first, ...others].map((made) => findInvitation(tokenOf(made))));
  expect(open[0]).toBeNull();
  expect(open.filter(Boolean)).toHaveLength(1);
});

test('someone who is a member already is not invited', async () => {
  const workspace = await aWorkspace();
  const admin = await aMember(workspace, ['admin']);
  const member = await aMember(workspace, ['agent']);
  await expect(
    inviteMember(admin, { email: member.email, roles: ['agent'] }),
  ).rejects.toMatchObject({ code: 'conflict' });
});

test('a member of another workspace can be invited to this one', async () => {
  const admin = await aMember(await aWorkspace(), ['admin']);
  const elsewhere = await aMember(await aWorkspace(), ['agent']);
  const made = await inviteMember(admin, { email: elsewhere.email, roles: ['agent'] });
  expect(await findInvitation(tokenOf(made))).toMatchObject({
    workspaceId: admin.workspaceId,
    accountId: elsewhere.userId,
  });
});

test.each([['agent'], ['lead'], ['marketer']] as const)('a %s may not invite', async (role) => {
  const member = await aMember(await aWorkspace(), [role]);
  await expect(
    inviteMember(member, { email: 'new@example.test', roles: ['admin'] }),
  ).rejects.toMatchObject({ code: 'forbidden' });
});

test.each([
  ['no role', { email: 'new@example.test', roles: [] }],
  ['a role that does not exist', { email: 'new@example.test', roles: ['owner'] }],
  ['no address', { email: 'not an address', roles: ['agent'] }],
  ['a workspace of their choice', { email: 'n@example.test', roles: ['agent'], workspaceId: 'x' }],
])('an invitation with %s is malformed', async (_, input) => {
  const admin = await aMember(await aWorkspace(), ['admin']);
  await expect(inviteMember(admin, input)).rejects.toMatchObject({ name: 'ZodError' });
});
