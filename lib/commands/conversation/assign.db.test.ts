import { afterAll, beforeAll, expect, test } from 'vitest';
import type { TestDatabase } from '@/db/testing';
import { aConversation, aMember, aWorkspace, testDatabase } from '@/db/testing';
import { assignConversation } from './assign';
import { claimConversation } from './claim';

let database: TestDatabase;
beforeAll(async () => {
  database = await testDatabase();
});
afterAll(() => database.close());

async function aTeam() {
  const workspace = await aWorkspace();
  const lead = await aMember(workspace, ['lead'], 'Lena Lead');
  const agent = await aMember(workspace, ['agent'], 'Ada Agent');
  const { id: conversationId } = await aConversation(workspace);
  return { workspace, lead, agent, conversationId };
}

async function factsOf(conversationId: string) {
  const { rows } = await database.admin.query(
    'select type, member_id, data from events where conversation_id = $1 order by seq',
    [conversationId],
  );
  return rows;
}

test('a lead gives a conversation, takes it over and hands it back to nobody', async () => {
  const { lead, agent, conversationId } = await aTeam();
  const give = (memberId: string | null, expectedOwnerId: string | null) =>
    assignConversation(lead, { conversationId, memberId, expectedOwnerId });
  expect(await give(agent.memberId, null)).toMatchObject({ ownerId: agent.memberId, version: 2 });
  expect(await give(lead.memberId, agent.memberId)).toMatchObject({ version: 3 });
  expect(await give(lead.memberId, lead.memberId)).toMatchObject({ version: 3 });
  expect(await give(null, lead.memberId)).toMatchObject({ ownerId: null, version: 4 });
  expect(await factsOf(conversationId)).toEqual([
    { type: 'conversation.assigned', member_id: agent.memberId, data: { from: null } },
    { type: 'conversation.assigned', member_id: lead.memberId, data: { from: agent.memberId } },
    { type: 'conversation.unassigned', member_id: lead.memberId, data: {} },
  ]);
});

test('nothing is taken from an owner whom the lead did not see', async () => {
  const { lead, agent, conversationId } = await aTeam();
  await claimConversation(agent, { conversationId });
  await expect(
    assignConversation(lead, { conversationId, memberId: lead.memberId, expectedOwnerId: null }),
  ).rejects.toMatchObject({
    code: 'conflict',
    message: 'Ada Agent got this conversation just now.',
    details: { ownerId: agent.memberId },
  });
});

test('work goes only to members who can answer', async () => {
  const { workspace, lead, conversationId } = await aTeam();
  const marketer = await aMember(workspace, ['marketer'], 'Mara');
  const removed = await aMember(workspace, ['agent']);
  await database.admin.query('update members set removed_at = now() where id = $1', [
    removed.memberId,
  ]);
  const stranger = await aMember(await aWorkspace(), ['agent']);
  const give = (memberId: string) =>
    assignConversation(lead, { conversationId, memberId, expectedOwnerId: null });
  await expect(give(marketer.memberId)).rejects.toMatchObject({
    code: 'invalid',
    message: 'Mara cannot answer conversations.',
  });
  const gone = await give(removed.memberId).catch((error: unknown) => error);
  const foreign = await give(stranger.memberId).catch((error: unknown) => error);
  expect(gone).toMatchObject({ code: 'not_found' });
  expect(foreign).toEqual(gone);
  expect(await factsOf(conversationId)).toEqual([]);
});

test("an agent cannot assign, nor a lead in another workspace's conversation", async () => {
  const { agent, conversationId } = await aTeam();
  const input = { conversationId, memberId: agent.memberId, expectedOwnerId: null };
  await expect(assignConversation(agent, input)).rejects.toMatchObject({ code: 'forbidden' });
  const other = await aMember(await aWorkspace(), ['lead']);
  await expect(
    assignConversation(other, { ...input, memberId: other.memberId }),
  ).rejects.toMatchObject({ code: 'not_found' });
  expect(await factsOf(conversationId)).toEqual([]);
});
