import { afterAll, beforeAll, expect, test } from 'vitest';
import type { TestDatabase } from '@/db/testing';
import { aMember, aWorkspace, testDatabase } from '@/db/testing';
import type { Actor } from '@/lib/domain/access/can';
import { changeRoles } from './change-roles';

let database: TestDatabase;
beforeAll(async () => {
  database = await testDatabase();
});
afterAll(() => database.close());

async function rolesOf({ memberId }: Actor): Promise<string[]> {
  const { rows } = await database.admin.query('select roles from members where id = $1', [
    memberId,
  ]);
  return rows[0].roles;
}

test('an admin gives a member other roles', async () => {
  const workspace = await aWorkspace();
  const admin = await aMember(workspace, ['admin']);
  const member = await aMember(workspace, ['agent']);
  await changeRoles(admin, { memberId: member.memberId, roles: ['marketer', 'lead', 'lead'] });
  expect(await rolesOf(member)).toEqual(['lead', 'marketer']);
});

test('the only admin stays one', async () => {
  const admin = await aMember(await aWorkspace(), ['admin', 'agent']);
  await expect(
    changeRoles(admin, { memberId: admin.memberId, roles: ['agent'] }),
  ).rejects.toMatchObject({ code: 'conflict' });
  await changeRoles(admin, { memberId: admin.memberId, roles: ['admin'] });
  expect(await rolesOf(admin)).toEqual(['admin']);
});

test('two admins who demote each other at the same moment leave one admin', async () => {
  for (let round = 0; round < 10; round++) {
    const workspace = await aWorkspace();
    const [one, two] = [await aMember(workspace, ['admin']), await aMember(workspace, ['admin'])];
    const results = await Promise.allSettled([
      changeRoles(one, { memberId: two.memberId, roles: ['agent'] }),
      changeRoles(two, { memberId: one.memberId, roles: ['agent'] }),
    ]);
    expect(results.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    expect([...(await rolesOf(one)), ...(await rolesOf(two))].toSorted()).toEqual([
      'admin',
      'agent',
    ]);
  }
});

test('a member of another workspace, or nobody, is not found', async () => {
  const admin = await aMember(await aWorkspace(), ['admin']);
  const foreign = await aMember(await aWorkspace(), ['agent']);
  for (const memberId of [foreign.memberId, '01900000-0000-7000-8000-000000000000']) {
    await expect(changeRoles(admin, { memberId, roles: ['lead'] })).rejects.toMatchObject({
      code: 'not_found',
      message: 'There is no such member.',
    });
  }
  expect(await rolesOf(foreign)).toEqual(['agent']);
});

test('only an admin may change roles, least of all their own', async () => {
  const lead = await aMember(await aWorkspace(), ['agent', 'lead', 'marketer']);
  await expect(
    changeRoles(lead, { memberId: lead.memberId, roles: ['admin'] }),
  ).rejects.toMatchObject({ code: 'forbidden' });
  expect(await rolesOf(lead)).toEqual(['agent', 'lead', 'marketer']);
});
