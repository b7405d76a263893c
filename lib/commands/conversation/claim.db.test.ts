import { afterAll, beforeAll, expect, test } from 'vitest';
import type { TestDatabase } from '@/db/testing';
import { aConversation, aMember, aWorkspace, testDatabase } from '@/db/testing';
import { claimConversation } from './claim';

let database: TestDatabase;
beforeAll(async () => {
  database = await testDatabase();
});
afterAll(() => database.close());

async function factsOf(conversationId: string) {
  const { rows } = await database.admin.query(
    'select type, member_id, actor_member_id from events where conversation_id = $1 order by seq',
    [conversationId],
  );
  return rows;
}

test('of eight who claim at once one wins, and the others learn who and when', async () => {
  const workspace = await aWorkspace();
  const agents = await Promise.all(
    Array.from({ length: 8 }, (_, index) => aMember(workspace, ['agent'], `Agent ${index}`)),
  );
  const channel = await aConversation(workspace);
  const rounds = await Promise.all(
    Array.from({ length: 25 }, () => aConversation(workspace, { channelId: channel.channelId })),
  );
  for (const { id } of rounds) {
    const results = await Promise.allSettled(
      agents.map((agent) => claimConversation(agent, { conversationId: id })),
    );
    const won = results.flatMap((result, index) =>
      result.status === 'fulfilled' ? [agents[index]] : [],
    );
    expect(won).toHaveLength(1);
    const [winner] = won;
    for (const result of results) {
      if (result.status === 'fulfilled') continue;
      expect(result.reason).toMatchObject({
        code: 'conflict',
        message: `${winner?.name} got this conversation just now.`,
        details: { ownerId: winner?.memberId, ownerName: winner?.name },
      });
      expect(Date.parse(result.reason.details.since)).toBeGreaterThan(Date.now() - 60_000);
    }
    expect(await factsOf(id)).toEqual([
      {
        type: 'conversation.claimed',
        member_id: winner?.memberId,
        actor_member_id: winner?.memberId,
      },
    ]);
  }
});

test('claiming again changes nothing and says that it is already yours', async () => {
  const workspace = await aWorkspace();
  const me = await aMember(workspace);
  const { id } = await aConversation(workspace);
  expect(await claimConversation(me, { conversationId: id })).toEqual({
    conversationId: id,
    ownerId: me.memberId,
    version: 2,
  });
  await expect(claimConversation(me, { conversationId: id })).rejects.toMatchObject({
    code: 'conflict',
    message: 'This conversation is already yours.',
  });
  expect(await factsOf(id)).toHaveLength(1);
});

test('whoever saw it before it changed does not get it', async () => {
  const workspace = await aWorkspace();
  const me = await aMember(workspace);
  const { id } = await aConversation(workspace, { version: 3 });
  await expect(
    claimConversation(me, { conversationId: id, expectedVersion: 2 }),
  ).rejects.toMatchObject({ code: 'conflict', details: { version: 3, ownerId: null } });
  expect(await factsOf(id)).toEqual([]);
  const { version } = await claimConversation(me, { conversationId: id, expectedVersion: 3 });
  expect(version).toBe(4);
});

test('a closed conversation cannot be claimed', async () => {
  const workspace = await aWorkspace();
  const me = await aMember(workspace);
  const { id } = await aConversation(workspace, { status: 'resolved' });
  await expect(claimConversation(me, { conversationId: id })).rejects.toMatchObject({
    code: 'conflict',
    details: { status: 'resolved', ownerId: null },
  });
  expect(await factsOf(id)).toEqual([]);
});

test("another workspace's conversation looks like one that does not exist", async () => {
  const [ours, theirs] = [await aWorkspace(), await aWorkspace()];
  const me = await aMember(ours);
  const foreign = await aConversation(theirs);
  const missing = '01900000-0000-7000-8000-000000000000';
  const said = await Promise.all(
    [foreign.id, missing].map((conversationId) =>
      claimConversation(me, { conversationId }).catch((error: unknown) => error),
    ),
  );
  expect(said[0]).toMatchObject({ code: 'not_found' });
  expect(said[0]).toEqual(said[1]);
  expect(await factsOf(foreign.id)).toEqual([]);
});

test('a marketer cannot claim, and an unknown key is refused at the door', async () => {
  const workspace = await aWorkspace();
  const { id } = await aConversation(workspace);
  const marketer = await aMember(workspace, ['marketer', 'admin']);
  await expect(claimConversation(marketer, { conversationId: id })).rejects.toMatchObject({
    code: 'forbidden',
  });
  const agent = await aMember(workspace);
  await expect(
    claimConversation(agent, { conversationId: id, workspaceId: workspace }),
  ).rejects.toThrow(/Unrecognized key/);
});
