import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { TestDatabase } from '@/db/testing';
import { aConversation, aMember, aWorkspace, testDatabase } from '@/db/testing';
import { presentNow } from '@/lib/realtime/present';
import { tellPresence } from './tell';

let database: TestDatabase;
beforeAll(async () => {
  database = await testDatabase();
});
afterAll(() => database.close());

async function here() {
  const workspace = await aWorkspace();
  const me = await aMember(workspace, ['marketer']);
  const { id: conversationId } = await aConversation(workspace);
  return { workspace, me, conversationId, tab: randomUUID() };
}

async function presentIn(workspace: string) {
  return (await presentNow(workspace)).present;
}

test('whoever looks is present, in each conversation once, and writes if one of their windows does', async () => {
  const { workspace, me, conversationId, tab } = await here();
  const { id: other } = await aConversation(workspace);
  await tellPresence(me, { tab, conversationId, doing: 'viewing' });
  await tellPresence(me, { tab: randomUUID(), conversationId, doing: 'writing' });
  await tellPresence(me, { tab: randomUUID(), conversationId: other, doing: 'viewing' });
  const { memberId } = me;
  const present = await presentIn(workspace);
  expect(present).toHaveLength(2);
  expect(present).toEqual(
    expect.arrayContaining([
      { conversationId, memberId, doing: 'writing' },
      { conversationId: other, memberId, doing: 'viewing' },
    ]),
  );
});

test('a window shows one conversation: going to another leaves the first at once', async () => {
  const { workspace, me, conversationId, tab } = await here();
  const { id: next } = await aConversation(workspace);
  await tellPresence(me, { tab, conversationId, doing: 'writing' });
  await tellPresence(me, { tab, conversationId: next, doing: 'viewing' });
  expect(await presentIn(workspace)).toEqual([
    { conversationId: next, memberId: me.memberId, doing: 'viewing' },
  ]);
});

test('a window that closes stays for a moment, so that a reload does not flicker, and writes no more', async () => {
  const { workspace, me, conversationId, tab } = await here();
  await tellPresence(me, { tab, conversationId, doing: 'writing' });
  await tellPresence(me, { tab, conversationId: null, doing: 'viewing' });
  const { present, lapsesInMs } = await presentNow(workspace);
  expect(present).toEqual([{ conversationId, memberId: me.memberId, doing: 'viewing' }]);
  expect(lapsesInMs).toBeLessThanOrEqual(4_000);
});

test('whoever says nothing more lapses by the database’s clock, and a removed member is not shown', async () => {
  const { workspace, me, conversationId, tab } = await here();
  const leaving = await aMember(workspace);
  await tellPresence(me, { tab, conversationId, doing: 'viewing' });
  await tellPresence(leaving, { tab: randomUUID(), conversationId, doing: 'viewing' });
  expect(await presentIn(workspace)).toHaveLength(2);
  await database.admin.query('update members set removed_at = now() where id = $1', [
    leaving.memberId,
  ]);
  expect(await presentIn(workspace)).toHaveLength(1);
  await database.admin.query(`update presence set until = now() where tab = $1`, [tab]);
  expect(await presentIn(workspace)).toEqual([]);
});

test('nothing of it is recorded', async () => {
  const { workspace, me, conversationId, tab } = await here();
  await tellPresence(me, { tab, conversationId, doing: 'viewing' });
  const { rows } = await database.admin.query('select 1 from events where workspace_id = $1', [
    workspace,
  ]);
  expect(rows).toEqual([]);
});

test('a colleague’s window cannot be spoken for', async () => {
  const { workspace, me, conversationId, tab } = await here();
  const other = await aMember(workspace);
  await tellPresence(me, { tab, conversationId, doing: 'viewing' });
  await expect(
    tellPresence(other, { tab, conversationId, doing: 'writing' }),
  ).rejects.toMatchObject({ code: 'not_found' });
  await tellPresence(other, { tab, conversationId: null, doing: 'viewing' });
  const { present, lapsesInMs } = await presentNow(workspace);
  expect(present).toEqual([{ conversationId, memberId: me.memberId, doing: 'viewing' }]);
  expect(lapsesInMs).toBeGreaterThan(30_000);
});

test('another workspace’s conversation is not there, and whoever has no role sees nobody', async () => {
  const { conversationId, tab } = await here();
  const stranger = await aMember(await aWorkspace());
  const saying = { tab, conversationId, doing: 'viewing' };
  await expect(tellPresence(stranger, saying)).rejects.toMatchObject({ code: 'not_found' });
  const nobody = await aMember(stranger.workspaceId, []);
  await expect(tellPresence(nobody, saying)).rejects.toMatchObject({ code: 'forbidden' });
});
