import { afterAll, beforeAll, expect, test } from 'vitest';
import type { TestDatabase } from '@/db/testing';
import { aMember, aWorkspace, testDatabase } from '@/db/testing';
import { renameWorkspace } from './rename';

let database: TestDatabase;
beforeAll(async () => {
  database = await testDatabase();
});
afterAll(() => database.close());

async function nameOf(workspaceId: string): Promise<string> {
  const { rows } = await database.admin.query('select name from workspaces where id = $1', [
    workspaceId,
  ]);
  return rows[0].name;
}

test('an admin renames their own workspace, and no other can be named', async () => {
  const [mine, theirs] = [await aWorkspace('Mine'), await aWorkspace('Theirs')];
  const admin = await aMember(mine, ['admin']);
  await renameWorkspace(admin, { name: ' Salted  Caramel ' });
  expect(await nameOf(mine)).toBe('Salted Caramel');
  await expect(renameWorkspace(admin, { name: 'X', workspaceId: theirs })).rejects.toThrow();
  await expect(renameWorkspace(admin, { name: ' ' })).rejects.toMatchObject({
    issues: [{ path: ['name'] }],
  });
  expect(await nameOf(theirs)).toBe('Theirs');
});

test('only an admin may', async () => {
  const workspace = await aWorkspace('Mine');
  const lead = await aMember(workspace, ['lead', 'agent', 'marketer']);
  await expect(renameWorkspace(lead, { name: 'Yours' })).rejects.toMatchObject({
    code: 'forbidden',
  });
  expect(await nameOf(workspace)).toBe('Mine');
});
