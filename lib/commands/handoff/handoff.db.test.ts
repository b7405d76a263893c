import { v7 as uuid } from 'uuid';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { withWorkspace } from '@/db/client';
import { invitationTexts } from '@/db/schema/handoffs';
import type { TestDatabase } from '@/db/testing';
import { aMember, aWorkspace, testDatabase } from '@/db/testing';
import { changeConversations } from '../conversation/change';
import { aReceiver, minutesAgo } from '../inbound/inbound.fixture';
import { inviteToPrivate } from './invite';
import { writePrivately } from './write-privately';

let database: TestDatabase;
beforeAll(async () => {
  database = await testDatabase();
});
afterAll(() => database.close());

/** A complaint in public on a channel whose door is open, and an approved invitation. */
async function aComplaint({ door = 'everyone' }: { door?: string } = {}) {
  const receiver = await aReceiver(database);
  const { workspaceId } = receiver;
  const agent = await aMember(workspaceId, ['agent']);
  await database.admin.query(
    'update channels set door = $2, door_at = now() where workspace_id = $1',
    [workspaceId, door],
  );
  const textId = uuid();
  await withWorkspace(workspaceId, (tx) =>
    tx.insert(invitationTexts).values({ workspaceId, id: textId, body: 'Write to us in private.' }),
  );
  const post = receiver.posted({ at: minutesAgo(30) });
  await receiver.hearsPost(post);
  const [mention] = await receiver.threads();
  const conversationId = mention?.id ?? '';
  const invite = () =>
    inviteToPrivate(agent, { conversationId, clientKey: uuid(), textId, seenSeq: 1e9 });
  return { receiver, agent, post, textId, conversationId, invite };
}

async function handoffsOf(workspaceId: string) {
  const { rows } = await database.admin.query(
    'select how, started_at, arrived_at, matched_by, private_id from handoffs where workspace_id = $1',
    [workspaceId],
  );
  return rows;
}

/** The network took the invitation: it has an id now. */
async function posted(messageId: string, externalId: string) {
  await database.admin.query('update messages set external_id = $2 where id = $1', [
    messageId,
    externalId,
  ]);
}

test('an invitation is a public answer with a button, and remembers when the complaint was made', async () => {
  const { receiver, post, invite } = await aComplaint();
  const { messageId } = await invite();
  const { rows } = await database.admin.query('select body, post from messages where id = $1', [
    messageId,
  ]);
  expect(rows).toEqual([
    {
      body: 'Write to us in private.',
      post: { invites: true, answers: { externalId: post.externalId } },
    },
  ]);
  expect(await handoffsOf(receiver.workspaceId)).toMatchObject([
    { how: 'invited', started_at: post.at, arrived_at: null, private_id: null },
  ]);
  await expect(invite()).rejects.toMatchObject({
    code: 'conflict',
    message: 'This was taken private already.',
  });
});

test('the message that its button led to arrives there, and takes over whose it is', async () => {
  const { receiver, agent, conversationId, invite } = await aComplaint();
  const { messageId } = await invite();
  await posted(messageId, '7700');
  await changeConversations(agent, {
    items: [{ conversationId }],
    change: { kind: 'priority', priority: 'urgent' },
  });
  const message = receiver.told({ initiatedVia: { postId: '7700' } });
  await receiver.hears(message);
  const { rows } = await database.admin.query(
    "select id, owner_id, priority from conversations where workspace_id = $1 and kind = 'private'",
    [receiver.workspaceId],
  );
  // Who answered what nobody had, has it: the invitation was such an answer.
  expect(rows).toMatchObject([{ owner_id: agent.memberId, priority: 3 }]);
  expect(await handoffsOf(receiver.workspaceId)).toMatchObject([
    { matched_by: 'link', private_id: rows[0]?.id, arrived_at: message.at },
  ]);
  const { rows: told } = await database.admin.query(
    "select conversation_id, data from events where workspace_id = $1 and type = 'conversation.handed_off' order by seq",
    [receiver.workspaceId],
  );
  expect(told).toEqual([
    { conversation_id: rows[0]?.id, data: { from: conversationId, matchedBy: 'link' } },
    { conversation_id: conversationId, data: { to: rows[0]?.id, matchedBy: 'link' } },
  ]);
});

test('without the button, who writes within the week has come; later, or from before, has not', async () => {
  const week = await aComplaint();
  await week.invite();
  // An invitation that nobody has seen invites nobody.
  await week.receiver.hears(week.receiver.told());
  expect(await handoffsOf(week.receiver.workspaceId)).toMatchObject([{ arrived_at: null }]);
  await invitationsLeft(week.receiver.workspaceId);
  await week.receiver.hears(week.receiver.told({ at: minutesAgo(60) }));
  expect(await handoffsOf(week.receiver.workspaceId)).toMatchObject([{ arrived_at: null }]);
  await week.receiver.hears(week.receiver.told());
  expect(await handoffsOf(week.receiver.workspaceId)).toMatchObject([{ matched_by: 'author' }]);

  const late = await aComplaint();
  await late.invite();
  await invitationsLeft(late.receiver.workspaceId);
  await database.admin.query(
    "update handoffs set invited_at = now() - interval '8 days' where workspace_id = $1",
    [late.receiver.workspaceId],
  );
  await late.receiver.hears(late.receiver.told());
  expect(await handoffsOf(late.receiver.workspaceId)).toMatchObject([{ arrived_at: null }]);
});

/** The network has taken what was written to invite. */
async function invitationsLeft(workspaceId: string): Promise<void> {
  await database.admin.query(
    `update messages set external_id = '77' || right(messages.id::text, 4) from handoffs
     where messages.workspace_id = $1 and handoffs.message_id = messages.id`,
    [workspaceId],
  );
}

test('an invitation that was called back can be given again', async () => {
  const { receiver, invite } = await aComplaint();
  await invite();
  await expect(invite()).rejects.toMatchObject({ code: 'conflict' });
  await database.admin.query("update deliveries set state = 'cancelled' where workspace_id = $1", [
    receiver.workspaceId,
  ]);
  await invite();
  expect(await handoffsOf(receiver.workspaceId)).toHaveLength(1);
});

test('somebody else who writes is not taken for them', async () => {
  const { receiver, invite } = await aComplaint();
  await invite();
  await invitationsLeft(receiver.workspaceId);
  await receiver.hears(receiver.told({ from: 'ben' }));
  expect(await handoffsOf(receiver.workspaceId)).toMatchObject([{ arrived_at: null }]);
});

test('nobody is invited to a door that is closed to them', async () => {
  const { invite } = await aComplaint({ door: 'nobody' });
  await expect(invite()).rejects.toMatchObject({
    code: 'conflict',
    details: {
      permission: {
        reason: 'OUR_DOOR_CLOSED',
        remedies: [{ kind: 'open_door' }, { kind: 'ask_to_follow' }],
      },
    },
  });
});

test('who has written in private is written to there: no invitation, and one way only', async () => {
  const { receiver, agent, conversationId, invite } = await aComplaint();
  await receiver.hears(receiver.told({ at: minutesAgo(60) }));
  await expect(invite()).rejects.toMatchObject({ code: 'conflict' });
  const talk = await writePrivately(agent, { conversationId });
  expect(await writePrivately(agent, { conversationId })).toEqual(talk);
  expect(await handoffsOf(receiver.workspaceId)).toMatchObject([
    { how: 'written', private_id: talk.conversationId },
  ]);
});

test('only who may reply may do either, and nobody from another workspace', async () => {
  const { receiver, textId, conversationId } = await aComplaint();
  const input = { conversationId, clientKey: uuid(), textId, seenSeq: 0 };
  const marketer = await aMember(receiver.workspaceId, ['marketer']);
  const stranger = await aMember(await aWorkspace());
  for (const [actor, code] of [
    [marketer, 'forbidden'],
    [stranger, 'not_found'],
  ] as const) {
    await expect(inviteToPrivate(actor, input)).rejects.toMatchObject({ code });
    await expect(writePrivately(actor, { conversationId })).rejects.toMatchObject({ code });
  }
});
