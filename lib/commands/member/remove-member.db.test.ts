import { afterAll, beforeAll, expect, test } from 'vitest';
import type { TestDatabase } from '@/db/testing';
import { aConversation, aMember, aWorkspace, testDatabase } from '@/db/testing';
import type { Actor } from '@/lib/domain/access/can';
import { removeMember } from './remove-member';

let database: TestDatabase;
beforeAll(async () => {
  database = await testDatabase();
});
afterAll(() => database.close());

async function isRemoved({ memberId }: Actor): Promise<boolean> {
  const { rows } = await database.admin.query(
    'select removed_at is not null as removed from members where id = $1',
    [memberId],
  );
  return rows[0].removed;
}

test('what a removed member still held goes back to everyone; what is done stays theirs', async () => {
  const workspace = await aWorkspace();
  const admin = await aMember(workspace, ['admin']);
  const member = await aMember(workspace, ['agent']);
  const held = await aConversation(workspace, { ownerId: member.memberId });
  const done = await aConversation(workspace, { ownerId: member.memberId, status: 'resolved' });
  await removeMember(admin, { memberId: member.memberId });
  expect(await isRemoved(member)).toBe(true);
  const { rows } = await database.admin.query(
    'select id, owner_id, version from conversations where id = any($1) order by version desc',
    [[held.id, done.id]],
  );
  expect(rows).toEqual([
    { id: held.id, owner_id: null, version: 2 },
    { id: done.id, owner_id: member.memberId, version: 1 },
  ]);
  const events = await database.admin.query(
    'select type, conversation_id from events where workspace_id = $1 order by seq',
    [workspace],
  );
  expect(events.rows).toEqual([
    { type: 'member.removed', conversation_id: null },
    { type: 'conversation.unassigned', conversation_id: held.id },
  ]);
});

test('what a removed member still held goes to the colleague who was chosen', async () => {
  const workspace = await aWorkspace();
  const admin = await aMember(workspace, ['admin']);
  const leaving = await aMember(workspace, ['agent']);
  const staying = await aMember(workspace, ['agent']);
  const held = await aConversation(workspace, { ownerId: leaving.memberId });
  const handover = { memberId: leaving.memberId, handTo: staying.memberId };
  expect(await removeMember(admin, handover)).toEqual({ handed: 1 });
  const { rows } = await database.admin.query(
    'select type, conversation_id, member_id, data from events where workspace_id = $1 order by seq',
    [workspace],
  );
  expect(rows[1]).toMatchObject({
    type: 'conversation.assigned',
    conversation_id: held.id,
    member_id: staying.memberId,
    data: { from: leaving.memberId },
  });
});

test('nothing is handed to who cannot answer, is not here, or is the one who leaves', async () => {
  const workspace = await aWorkspace();
  const admin = await aMember(workspace, ['admin']);
  const leaving = await aMember(workspace, ['agent']);
  const { memberId } = leaving;
  const marketer = await aMember(workspace, ['marketer']);
  const foreign = await aMember(await aWorkspace(), ['agent']);
  const give = (handTo: string) => removeMember(admin, { memberId, handTo });
  await expect(give(marketer.memberId)).rejects.toMatchObject({ code: 'invalid' });
  await expect(give(foreign.memberId)).rejects.toMatchObject({ code: 'not_found' });
  await expect(give(memberId)).rejects.toMatchObject({ code: 'invalid' });
  expect(await isRemoved(leaving)).toBe(false);
});

test('the only admin cannot be removed, also not by themselves', async () => {
  const admin = await aMember(await aWorkspace(), ['admin']);
  await aMember(admin.workspaceId, ['lead']);
  await expect(removeMember(admin, { memberId: admin.memberId })).rejects.toMatchObject({
    code: 'conflict',
  });
  expect(await isRemoved(admin)).toBe(false);
  const second = await aMember(admin.workspaceId, ['admin']);
  await removeMember(second, { memberId: admin.memberId });
  expect(await isRemoved(admin)).toBe(true);
});

test('two admins who remove each other at the same moment leave one admin', async () => {
  for (let round = 0; round < 10; round++) {
    const workspace = await aWorkspace();
    const [one, two] = [await aMember(workspace, ['admin']), await aMember(workspace, ['admin'])];
    await Promise.allSettled([
      removeMember(one, { memberId: two.memberId }),
      removeMember(two, { memberId: one.memberId }),
    ]);
    expect([await isRemoved(one), await isRemoved(two)].toSorted()).toEqual([false, true]);
  }
});

test('a member of another workspace is not found', async () => {
  const admin = await aMember(await aWorkspace(), ['admin']);
  const foreign = await aMember(await aWorkspace(), ['agent']);
  await expect(removeMember(admin, { memberId: foreign.memberId })).rejects.toMatchObject({
    code: 'not_found',
  });
  expect(await isRemoved(foreign)).toBe(false);
});

test('only an admin may remove', async () => {
  const workspace = await aWorkspace();
  const lead = await aMember(workspace, ['lead', 'agent', 'marketer']);
  const agent = await aMember(workspace, ['agent']);
  await expect(removeMember(lead, { memberId: agent.memberId })).rejects.toMatchObject({
    code: 'forbidden',
  });
  expect(await isRemoved(agent)).toBe(false);
});
