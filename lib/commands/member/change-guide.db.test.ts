import { afterAll, beforeAll, expect, test } from 'vitest';
import type { TestDatabase } from '@/db/testing';
import { aMember, aWorkspace, testDatabase } from '@/db/testing';
import type { Actor } from '@/lib/domain/access/can';
import { roles } from '@/lib/domain/access/can';
import { changeGuide } from './change-guide';

let database: TestDatabase;
beforeAll(async () => {
  database = await testDatabase();
});
afterAll(() => database.close());

async function keptOf({ memberId }: Actor): Promise<unknown> {
  const { rows } = await database.admin.query('select settings from members where id = $1', [
    memberId,
  ]);
  return rows[0]?.settings;
}

test('whoever it is, what they did and that they put it away is theirs alone', async () => {
  const workspace = await aWorkspace();
  for (const role of roles) {
    const [me, colleague] = [await aMember(workspace, [role]), await aMember(workspace, [role])];
    await changeGuide(me, { done: ['keys'] });
    await changeGuide(me, { dismissed: true });
    expect(await keptOf(me)).toEqual({ guide: { done: ['keys'], dismissed: true } });
    expect(await keptOf(colleague)).toEqual({});
  }
});

test('what else a member chose stays, and a step is remembered once', async () => {
  const me = await aMember(await aWorkspace());
  await database.admin.query(`update members set settings = '{"quiet": true}' where id = $1`, [
    me.memberId,
  ]);
  await changeGuide(me, { done: ['keys', 'network'] });
  await changeGuide(me, { done: ['keys'] });
  expect(await keptOf(me)).toEqual({
    quiet: true,
    guide: { done: ['keys', 'network'], dismissed: false },
  });
});

test('only a browser’s own steps can be told, and in no other workspace', async () => {
  const [me, stranger] = [await aMember(await aWorkspace()), await aMember(await aWorkspace())];
  await expect(changeGuide(me, { done: ['answer'] })).rejects.toThrow();
  await changeGuide({ ...me, workspaceId: stranger.workspaceId }, { dismissed: true });
  expect(await keptOf(me)).toEqual({});
  expect(await keptOf(stranger)).toEqual({});
});
