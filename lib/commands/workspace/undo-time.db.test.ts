import { afterAll, beforeAll, expect, test } from 'vitest';
import type { TestDatabase } from '@/db/testing';
import { aMember, aWorkspace, testDatabase } from '@/db/testing';
import type { Actor } from '@/lib/domain/access/can';
import { changeUndoTime } from './undo-time';

let database: TestDatabase;
beforeAll(async () => {
  database = await testDatabase();
});
afterAll(() => database.close());

async function undoTime({ workspaceId }: Actor): Promise<number> {
  const { rows } = await database.admin.query('select undo_seconds from workspaces where id = $1', [
    workspaceId,
  ]);
  return rows[0].undo_seconds;
}

test('an admin says how long replies can be called back, in their own workspace only', async () => {
  const admin = await aMember(await aWorkspace(), ['admin']);
  const neighbour = await aMember(await aWorkspace(), ['agent']);
  await changeUndoTime(admin, { seconds: '20' });
  expect(await undoTime(admin)).toBe(20);
  expect(await undoTime(neighbour)).toBe(0);
});

test('only times that are offered, and only by an admin', async () => {
  const workspace = await aWorkspace();
  const admin = await aMember(workspace, ['admin']);
  for (const seconds of ['7', '-5', '86400', 'x', null, 5]) {
    await expect(changeUndoTime(admin, { seconds })).rejects.toThrow();
  }
  const lead = await aMember(workspace, ['lead']);
  await expect(changeUndoTime(lead, { seconds: '5' })).rejects.toMatchObject({ code: 'forbidden' });
  expect(await undoTime(lead)).toBe(0);
});
