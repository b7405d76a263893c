import { afterAll, beforeAll, expect, test } from 'vitest';
import type { TestDatabase } from '@/db/testing';
import { aConversation, aMember, aWorkspace, testDatabase } from '@/db/testing';
import type { Actor } from '@/lib/domain/access/can';
import { changeConversations } from './change';
import { noAnswerNeeded } from './no-answer-needed';
import { undoChanges } from './undo';

let database: TestDatabase;
beforeAll(async () => {
  database = await testDatabase();
});
afterAll(() => database.close());

async function factsOf(conversationId: string) {
  const { rows } = await database.admin.query<{ type: string; data: object; by: string }>(
    `select type, data, actor_member_id as by from events where conversation_id = $1
      and type like 'conversation.%' order by seq`,
    [conversationId],
  );
  return rows;
}

async function aClosed() {
  const workspace = await aWorkspace();
  const me = await aMember(workspace);
  const { id } = await aConversation(workspace);
  const closed = await close(me, id);
  return { workspace, me, id, closed };
}

const close = (me: Actor, id: string) =>
  changeConversations(me, {
    items: [{ conversationId: id }],
    change: { kind: 'status', status: 'resolved' },
  });

test('that no answer was needed is said of the closing, once', async () => {
  const { me, id } = await aClosed();
  expect(await noAnswerNeeded(me, { conversationId: id })).toEqual({ conversationId: id });
  expect(await noAnswerNeeded(me, { conversationId: id })).toEqual({ conversationId: id });
  expect(await factsOf(id)).toEqual([
    { type: 'conversation.closed', data: { from: 'open' }, by: me.memberId },
    {
      type: 'conversation.closed',
      data: { from: 'resolved', noAnswerNeeded: true },
      by: me.memberId,
    },
  ]);
});

test('the closing can still be taken back', async () => {
  const { me, id, closed } = await aClosed();
  await noAnswerNeeded(me, { conversationId: id });
  const undone = await undoChanges(me, {
    items: closed.changed.map(({ conversationId, version, before }) => ({
      conversationId,
      version,
      before: { ...before, labelIds: undefined },
    })),
  });
  expect(undone).toMatchObject({ changed: [{ conversationId: id }], refused: [] });
});

test('it is said of a closed conversation, of its last closing, and of one that nobody answered', async () => {
  const { workspace, me, id } = await aClosed();
  const conflict = (message: RegExp) => ({
    code: 'conflict',
    message: expect.stringMatching(message),
  });
  const { id: open } = await aConversation(workspace);
  await expect(noAnswerNeeded(me, { conversationId: open })).rejects.toMatchObject(
    conflict(/not closed/),
  );

  await database.admin.query(
    `insert into events (workspace_id, seq, type, conversation_id, data)
     select $1, max(seq) + 1, 'message.echoed', $2, '{}' from events where workspace_id = $1`,
    [workspace, id],
  );
  await expect(noAnswerNeeded(me, { conversationId: id })).rejects.toMatchObject(
    conflict(/since it was closed/),
  );

  const answered = await aConversation(workspace);
  await database.admin.query(
    `insert into messages (workspace_id, id, conversation_id, channel_id, kind, body, at, external_id)
     values ($1, gen_random_uuid(), $2, $3, 'outbound', 'It is back.', now(), 'echo')`,
    [workspace, answered.id, answered.channelId],
  );
  await database.admin.query(
    `update event_counters set seq = (select max(seq) from events where workspace_id = $1) where workspace_id = $1`,
    [workspace],
  );
  await close(me, answered.id);
  await expect(noAnswerNeeded(me, { conversationId: answered.id })).rejects.toMatchObject(
    conflict(/has been answered/),
  );
});

test("another workspace's conversation looks like one that does not exist", async () => {
  const { id } = await aClosed();
  const stranger = await aMember(await aWorkspace());
  await expect(noAnswerNeeded(stranger, { conversationId: id })).rejects.toMatchObject({
    code: 'not_found',
  });
  expect(await factsOf(id)).toHaveLength(1);
});

test('a marketer cannot say it', async () => {
  const { workspace, id } = await aClosed();
  const marketer = await aMember(workspace, ['marketer', 'admin']);
  await expect(noAnswerNeeded(marketer, { conversationId: id })).rejects.toMatchObject({
    code: 'forbidden',
  });
  expect(await factsOf(id)).toHaveLength(1);
});
