import { randomUUID } from 'node:crypto';
import pg from 'pg';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import type { TestDatabase } from '@/db/testing';
import { aChannel, aConversation, aMember, aWorkspace, testDatabase } from '@/db/testing';
import type { Actor } from '@/lib/domain/access/can';
import { asSystem } from '../command';
import { noteOnConversation } from './note';
import { replyToConversation } from './reply';
import { undoSend } from './undo-send';

let database: TestDatabase;
beforeAll(async () => {
  database = await testDatabase();
});
afterAll(() => database.close());

async function aCase() {
  const workspace = await aWorkspace();
  const me = await aMember(workspace, ['agent'], 'Ada');
  const colleague = await aMember(workspace, ['lead'], 'Lena');
  const conversation = await aConversation(workspace);
  return { workspace, me, colleague, conversation, conversationId: conversation.id };
}

function answer(actor: Actor, conversationId: string, more: Record<string, unknown> = {}) {
  return replyToConversation(actor, {
    conversationId,
    clientKey: randomUUID(),
    body: 'It is back on Monday.',
    seenSeq: 0,
    ...more,
  });
}

async function rows(statement: string, ...values: unknown[]) {
  return (await database.admin.query(statement, values)).rows;
}

test('a reply is queued, heads the list and belongs to its writer', async () => {
  const { workspace, me, conversationId } = await aCase();
  const { messageId } = await answer(me, conversationId, { body: '  First line\nsecond \u0000' });
  expect(
    await rows(
      `select m.kind, m.body, m.author_id, m.at > i.at as after, d.state, d.attempt_no, d.due_at <= now() as due,
         c.last_message_at = m.at as heads, c.last_message_kind, c.preview, c.waiting_since, c.owner_id, c.version
       from messages m join deliveries d on d.message_id = m.id join conversations c on c.id = m.conversation_id
       join messages i on i.conversation_id = c.id and i.kind = 'inbound' where m.id = $1`,
      messageId,
    ),
  ).toEqual([
    {
      kind: 'outbound',
      body: 'First line\nsecond',
      author_id: me.memberId,
      after: true,
      state: 'queued',
      attempt_no: 0,
      due: true,
      heads: true,
      last_message_kind: 'outbound',
      preview: 'First line',
      waiting_since: null,
      owner_id: me.memberId,
      version: 2,
    },
  ]);
  expect(
    await rows(
      'select seq::int, type, message_id, actor_member_id from events where workspace_id = $1',
      workspace,
    ),
  ).toEqual([
    { seq: 1, type: 'message.replied', message_id: messageId, actor_member_id: me.memberId },
    { seq: 2, type: 'conversation.claimed', message_id: null, actor_member_id: me.memberId },
  ]);
});

test('the workers hear of a reply when it is committed', async () => {
  const { me, conversationId } = await aCase();
  const listener = new pg.Client({ connectionString: database.url });
  await listener.connect();
  const heard: unknown[] = [];
  listener.on('notification', ({ payload }) => heard.push(payload));
  await listener.query('listen porchlight_work');
  await answer(me, conversationId);
  await vi.waitFor(() => expect(heard).toEqual(['delivery', 'routing']));
  await listener.end();
});

test('a reply sent twenty times at once is one message, and all learn the same id', async () => {
  const { me, conversationId } = await aCase();
  const clientKey = randomUUID();
  const send = () => answer(me, conversationId, { clientKey });
  const values = await Promise.all(Array.from({ length: 20 }, send));
  expect(new Set(values.map(({ messageId }) => messageId)).size).toBe(1);
  expect(await send()).toEqual(values[0]);
  expect(
    await rows(
      'select count(*)::int as messages from messages where conversation_id = $1',
      conversationId,
    ),
  ).toEqual([{ messages: 2 }]);
  expect(
    await rows(
      "select count(*)::int as replies from events where conversation_id = $1 and type = 'message.replied'",
      conversationId,
    ),
  ).toEqual([{ replies: 1 }]);
});

test('the key of one conversation does not answer another', async () => {
  const { workspace, me, conversationId } = await aCase();
  const other = await aConversation(workspace);
  const clientKey = randomUUID();
  const results = await Promise.allSettled(
    [conversationId, other.id].map((id) => answer(me, id, { clientKey })),
  );
  expect(results.map((result) => result.status).sort()).toEqual(['fulfilled', 'rejected']);
  expect(results.find((result) => result.status === 'rejected')).toMatchObject({
    reason: { code: 'conflict' },
  });
});

test('of two who answer at once one does, a hundred times, and the other is shown the answer', async () => {
  const { workspace, me, colleague, conversation } = await aCase();
  for (let round = 0; round < 100; round++) {
    const { id } = await aConversation(workspace, { channelId: conversation.channelId });
    const results = await Promise.allSettled([
      answer(me, id, { body: 'Mine' }),
      answer(colleague, id, { body: 'Theirs' }),
    ]);
    const accepted = results.filter((result) => result.status === 'fulfilled');
    expect(accepted).toHaveLength(1);
    expect(results.find((result) => result.status === 'rejected')).toMatchObject({
      reason: {
        code: 'conflict',
        details: {
          unseen: [
            {
              id: accepted[0]?.value.messageId,
              kind: 'outbound',
              body: results[0].status === 'fulfilled' ? 'Mine' : 'Theirs',
            },
          ],
        },
      },
    });
  }
});

test('what a colleague called back stops nobody', async () => {
  const { workspace, me, colleague, conversationId } = await aCase();
  await database.admin.query('update workspaces set undo_seconds = 30 where id = $1', [workspace]);
  const { messageId } = await answer(colleague, conversationId);
  await expect(answer(me, conversationId)).rejects.toMatchObject({ code: 'conflict' });
  await undoSend(colleague, { messageId });
  await expect(answer(me, conversationId)).resolves.toBeTruthy();
});

test('whoever has read the colleague, or insists, may send', async () => {
  const { me, colleague, conversationId } = await aCase();
  await noteOnConversation(colleague, {
    conversationId,
    clientKey: randomUUID(),
    body: 'Ask Maria',
  });
  await expect(answer(me, conversationId)).rejects.toMatchObject({
    details: { unseen: [{ kind: 'note', authorId: colleague.memberId, body: 'Ask Maria' }] },
  });
  await answer(me, conversationId, { seenSeq: 1 });
  await expect(answer(colleague, conversationId, { seenSeq: 1 })).rejects.toMatchObject({
    code: 'conflict',
  });
  await answer(colleague, conversationId, { seenSeq: 1, override: true });
  expect(
    await rows(
      "select author_id from messages where conversation_id = $1 and kind = 'outbound' order by at",
      conversationId,
    ),
  ).toEqual([{ author_id: me.memberId }, { author_id: colleague.memberId }]);
});

test('a reply stands after a customer whose clock runs ahead', async () => {
  const { me, conversation, conversationId } = await aCase();
  await database.admin.query(
    "update messages set at = now() + interval '1 hour' where conversation_id = $1",
    [conversationId],
  );
  const { messageId } = await answer(me, conversationId);
  expect(
    await rows(
      'select id from messages where conversation_id = $1 order by at, tie, id',
      conversationId,
    ),
  ).toEqual([{ id: conversation.messageId }, { id: messageId }]);
});

test.each(['disconnected', 'reconnect'] as const)(
  'a %s channel takes no reply and says what to do',
  async (status) => {
    const { workspace, me } = await aCase();
    const channel = await aChannel(workspace, { status, handle: 'saltedcaramel' });
    const { id } = await aConversation(workspace, { channelId: channel.id });
    await expect(answer(me, id)).rejects.toMatchObject({
      code: 'conflict',
      message: expect.stringMatching(/@saltedcaramel.*Ask an admin to connect it again/),
    });
    expect(await rows('select 1 from deliveries where conversation_id = $1', id)).toEqual([]);
  },
);

test.each([
  ['open', undefined, 'waiting', []],
  ['open', 'resolved', 'resolved', ['conversation.closed']],
  ['open', 'on_hold', 'on_hold', ['conversation.status']],
  ['open', 'open', 'open', []],
  ['on_hold', undefined, 'on_hold', []],
  ['resolved', undefined, 'resolved', []],
  ['spam', 'waiting', 'waiting', []],
])('an answer in what is %s, then %s, leaves it %s', async (...line) => {
  const [status, wish, after, facts] = line;
  const workspace = await aWorkspace();
  const me = await aMember(workspace);
  const { id } = await aConversation(workspace, { status: status as 'open', ownerId: me.memberId });
  await replyToConversation(me, {
    ...{ conversationId: id, clientKey: randomUUID(), body: 'Yes', seenSeq: 0 },
    // biome-ignore lint/suspicious/noThenProperty: a word, never a function
    ...(wish ? { then: wish } : {}),
  });
  const { rows } = await database.admin.query(
    `select status, waiting_since, version, resolved_at is not null as resolved, resolved_by
     from conversations where id = $1`,
    [id],
  );
  expect(rows).toEqual([
    {
      status: after,
      waiting_since: null,
      version: after === status ? 1 : 2,
      resolved: after === 'resolved' && status !== 'resolved',
      resolved_by: after === 'resolved' && status !== 'resolved' ? me.memberId : null,
    },
  ]);
  const { rows: events } = await database.admin.query<{ type: string }>(
    'select type from events where conversation_id = $1 order by seq',
    [id],
  );
  expect(events.map(({ type }) => type)).toEqual(['message.replied', ...facts]);
});

test('an answer leaves in sight what the customer wrote meanwhile', async () => {
  const workspace = await aWorkspace();
  const me = await aMember(workspace);
  const { id, messageId } = await aConversation(workspace);
  await asSystem(workspace, () =>
    Promise.resolve({
      value: null,
      events: [{ type: 'message.received' as const, conversationId: id, messageId }],
    }),
  );
  const send = (seenSeq: number, close: boolean) =>
    replyToConversation(me, {
      ...{ conversationId: id, clientKey: randomUUID(), body: 'Yes', seenSeq },
      // biome-ignore lint/suspicious/noThenProperty: a word, never a function
      ...(close ? { then: 'resolved' } : {}),
    });
  const status = async () =>
    (await database.admin.query('select status from conversations where id = $1', [id])).rows;
  await send(0, false);
  expect(await status()).toEqual([{ status: 'open' }]);
  await send(0, true);
  expect(await status()).toEqual([{ status: 'open' }]);
  await send(1, true);
  expect(await status()).toEqual([{ status: 'resolved' }]);
});

test('nobody answers for another workspace or without the role', async () => {
  const { workspace, conversationId } = await aCase();
  const stranger = await aMember(await aWorkspace(), ['lead']);
  await expect(answer(stranger, conversationId)).rejects.toMatchObject({ code: 'not_found' });
  const marketer = await aMember(workspace, ['marketer', 'admin']);
  await expect(answer(marketer, conversationId)).rejects.toMatchObject({ code: 'forbidden' });
  expect(await rows('select 1 from events where workspace_id = $1', workspace)).toEqual([]);
});
