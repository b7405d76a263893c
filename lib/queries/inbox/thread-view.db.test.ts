import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { TestDatabase } from '@/db/testing';
import { aConversation, aMember, aWorkspace, testDatabase } from '@/db/testing';
import { asSystem } from '@/lib/commands/command';
import { changeConversations } from '@/lib/commands/conversation/change';
import { claimConversation } from '@/lib/commands/conversation/claim';
import { noteOnConversation } from '@/lib/commands/conversation/note';
import { replyToConversation } from '@/lib/commands/conversation/reply';
import type { Actor } from '@/lib/domain/access/can';
import { activity } from './activity';
import { toCursor } from './cursor';
import { contactHistory } from './history';
import { olderMessages, threadView } from './thread-view';
import type { MessageItem } from './thread-views';

let database: TestDatabase;
beforeAll(async () => {
  database = await testDatabase();
});
afterAll(() => database.close());

async function aCase() {
  const workspace = await aWorkspace();
  const me = await aMember(workspace, ['agent']);
  const conversation = await aConversation(workspace);
  return { workspace, me, conversation, conversationId: conversation.id };
}

function answer(actor: Actor, conversationId: string, body: string) {
  return replyToConversation(actor, {
    conversationId,
    clientKey: randomUUID(),
    body,
    seenSeq: 1_000,
  });
}

test('a thread shows its messages in order, their fate and what happened between them', async () => {
  const { me, conversation, conversationId } = await aCase();
  await claimConversation(me, { conversationId });
  const note = { conversationId, clientKey: randomUUID(), body: 'Check the batch' };
  await noteOnConversation(me, note);
  const { messageId, at } = await answer(me, conversationId, 'Monday');
  const view = await threadView(me, conversationId);
  expect(view.messages.map(({ kind, body, authorId }) => ({ kind, body, authorId }))).toEqual([
    { kind: 'inbound', body: 'Is the salted caramel back?', authorId: null },
    { kind: 'note', body: 'Check the batch', authorId: me.memberId },
    { kind: 'outbound', body: 'Monday', authorId: me.memberId },
  ]);
  expect(view.messages.map(({ delivery }) => delivery?.state)).toEqual([
    undefined,
    undefined,
    'queued',
  ]);
  expect(view.messages[1]).toMatchObject({ clientKey: note.clientKey, attachments: [] });
  expect(view.messages[2]).toMatchObject({ id: messageId, at });
  expect(view.facts).toMatchObject([
    { seq: 1, type: 'conversation.claimed', actorId: me.memberId, memberId: me.memberId },
  ]);
  expect(view).toMatchObject({ seq: 3, olderCursor: null });
  expect(view.conversation).toMatchObject({
    id: conversationId,
    ownerId: me.memberId,
    status: 'waiting',
    version: 3,
    episode: 1,
    channel: { id: conversation.channelId, network: 'x', status: 'connected' },
    contact: { id: conversation.contactId, name: 'Ana Lima', verified: null },
  });
});

test('the queued second of two replies says which it waits for, unless someone released it', async () => {
  const { me, conversationId } = await aCase();
  const first = await answer(me, conversationId, 'One');
  const second = await answer(me, conversationId, 'Two');
  const waits = async () =>
    (await threadView(me, conversationId)).messages.at(-1)?.delivery?.waitsFor;
  expect(await waits()).toBe(first.messageId);
  await database.admin.query('update deliveries set released = true where message_id = $1', [
    second.messageId,
  ]);
  expect(await waits()).toBeNull();
  await database.admin.query("update deliveries set state = 'sending' where message_id = $1", [
    first.messageId,
  ]);
  expect(await waits()).toBe(first.messageId);
  await database.admin.query("update deliveries set state = 'sent' where message_id = $1", [
    first.messageId,
  ]);
  expect(await waits()).toBeNull();
});

test('a long thread comes in pages that fit together', async () => {
  const { workspace, me, conversation, conversationId } = await aCase();
  await database.admin.query(
    `insert into messages (workspace_id, id, conversation_id, channel_id, kind, body, at, tie)
     select $1, gen_random_uuid(), $2, $3, 'inbound', n::text, timestamptz '2026-11-01' + (n / 3) * interval '1 second', n / 2
     from generate_series(1, 170) n`,
    [workspace, conversationId, conversation.channelId],
  );
  const { rows } = await database.admin.query<{ id: string }>(
    'select id from messages where conversation_id = $1 order by at, tie, id',
    [conversationId],
  );
  const newest = await threadView(me, conversationId);
  let messages: MessageItem[] = newest.messages;
  let pages = 1;
  for (let cursor = newest.olderCursor; cursor !== null; pages++) {
    const older = await olderMessages(me, conversationId, cursor);
    expect(older.messages.length).toBeLessThanOrEqual(50);
    messages = [...older.messages, ...messages];
    cursor = older.olderCursor;
  }
  expect(pages).toBe(4);
  expect(messages.map(({ id }) => id)).toEqual(rows.map(({ id }) => id));
});

test('a thread that was read upwards stays whole while messages come in', async () => {
  const { workspace, me, conversation, conversationId } = await aCase();
  const fill = (from: number, to: number) =>
    database.admin.query(
      `insert into messages (workspace_id, id, conversation_id, channel_id, kind, body, at)
       select $1, gen_random_uuid(), $2, $3, 'inbound', n::text, timestamptz '2027-01-01' + n * interval '1 second'
       from generate_series($4::int, $5) n`,
      [workspace, conversationId, conversation.channelId, from, to],
    );
  await fill(1, 80);
  const first = await threadView(me, conversationId);
  expect(first.messages.map(({ body }) => body)).toEqual(numbers(31, 80));
  await fill(81, 100);
  const next = await threadView(me, conversationId, first.olderCursor);
  expect(next.messages.map(({ body }) => body)).toEqual(numbers(31, 100));
  expect(next.olderCursor).toBe(first.olderCursor);
  // More than anybody reads along: it begins anew at the newest.
  await fill(101, 300);
  const anew = await threadView(me, conversationId, first.olderCursor);
  expect(anew.messages.map(({ body }) => body)).toEqual(numbers(251, 300));
  await expect(threadView(me, conversationId, 'forged')).rejects.toMatchObject({ code: 'invalid' });
});

test('what happened stands on the page of messages that it happened between', async () => {
  const { workspace, me, conversation, conversationId } = await aCase();
  await database.admin.query(
    `insert into messages (workspace_id, id, conversation_id, channel_id, kind, body, at)
     select $1, gen_random_uuid(), $2, $3, 'inbound', n::text, timestamptz '2026-01-01' + n * interval '1 hour'
     from generate_series(1, 120) n`,
    [workspace, conversationId, conversation.channelId],
  );
  await changeConversations(me, {
    items: [{ conversationId }],
    change: { kind: 'priority', priority: 'high' },
  });
  await changeConversations(me, {
    items: [{ conversationId }],
    change: { kind: 'status', status: 'on_hold' },
  });
  await database.admin.query(
    `update events set at = timestamptz '2026-01-01' + interval '40.5 hours' where conversation_id = $1 and seq = 1`,
    [conversationId],
  );
  const newest = await threadView(me, conversationId);
  expect(newest.facts.map(({ type }) => type)).toEqual(['conversation.status']);
  const older = await olderMessages(me, conversationId, `${newest.olderCursor}`);
  expect(older.messages[0]?.body).toBe('22');
  expect(older.facts).toMatchObject([
    { type: 'conversation.prioritised', data: { from: 'normal', to: 'high' } },
  ]);
  const oldest = await olderMessages(me, conversationId, `${older.olderCursor}`);
  expect(oldest).toMatchObject({ olderCursor: null, facts: [] });
});

test('everything that happened can be read back, newest first', async () => {
  const { me, conversationId } = await aCase();
  for (let turn = 0; turn < 20; turn++) {
    await changeConversations(me, {
      items: [{ conversationId }],
      change: { kind: 'assign', memberId: turn % 2 ? null : me.memberId },
    });
    await noteOnConversation(me, { conversationId, clientKey: randomUUID(), body: `${turn}` });
  }
  const first = await activity(me, conversationId, null);
  const rest = await activity(me, conversationId, first.nextCursor);
  expect(rest.nextCursor).toBeNull();
  const seqs = [...first.items, ...rest.items].map(({ seq }) => seq);
  expect(seqs).toEqual(Array.from({ length: 40 }, (_, index) => 40 - index));
  expect(rest.items.at(-1)).toMatchObject({ type: 'conversation.claimed', actorId: me.memberId });
});

test('a contact is remembered on other channels, and by visits', async () => {
  const { workspace, me, conversation, conversationId } = await aCase();
  expect(await contactHistory(me, conversationId)).toEqual({ visits: [], others: [] });
  const other = await aConversation(workspace, { text: 'On another channel' });
  await database.admin.query('update conversations set identity_id = $2 where id = $1', [
    other.id,
    conversation.identityId,
  ]);
  await database.admin.query('update conversations set episode = 2 where id = $1', [
    conversationId,
  ]);
  await asSystem(workspace, () =>
    Promise.resolve({
      value: null,
      events: [
        { type: 'conversation.started' as const, conversationId },
        { type: 'conversation.reopened' as const, conversationId, data: { newEpisode: false } },
        { type: 'conversation.reopened' as const, conversationId, data: { newEpisode: true } },
      ],
    }),
  );
  const history = await contactHistory(me, conversationId);
  expect(history.visits.map(({ no }) => no)).toEqual([2, 1]);
  expect(history.others).toMatchObject([
    { id: other.id, channelId: other.channelId, preview: 'On another channel', status: 'open' },
  ]);
});

test('of many visits the newest twenty are told, each by its own number', async () => {
  const { workspace, me, conversationId } = await aCase();
  await database.admin.query('update conversations set episode = 25 where id = $1', [
    conversationId,
  ]);
  const again = {
    type: 'conversation.reopened' as const,
    conversationId,
    data: { newEpisode: true },
  };
  await asSystem(workspace, () =>
    Promise.resolve({
      value: null,
      events: [
        { type: 'conversation.started' as const, conversationId },
        ...Array.from({ length: 24 }, () => again),
      ],
    }),
  );
  const { visits } = await contactHistory(me, conversationId);
  expect(visits.map(({ no }) => no)).toEqual(Array.from({ length: 20 }, (_, index) => 25 - index));
});

function numbers(from: number, to: number): string[] {
  return Array.from({ length: to - from + 1 }, (_, index) => String(from + index));
}

test("a network's addresses of attachments stay on the server", async () => {
  const { me, conversation, conversationId } = await aCase();
  const attachment = {
    kind: 'image',
    externalId: '3_1',
    url: 'https://pbs.twimg.com/secret',
    alt: 'A cone',
  };
  await database.admin.query('update messages set attachments = $2 where id = $1', [
    conversation.messageId,
    JSON.stringify([attachment]),
  ]);
  const view = await threadView(me, conversationId);
  expect(view.messages[0]?.attachments).toEqual([
    { kind: 'image', externalId: '3_1', alt: 'A cone', fileId: null },
  ]);
  expect(JSON.stringify(view)).not.toContain('pbs.twimg.com');
});

test("another workspace's thread, a missing one and nonsense are one and the same answer", async () => {
  const { conversationId } = await aCase();
  const stranger = await aMember(await aWorkspace(), ['admin', 'lead']);
  const before = toCursor([
    '2027-01-01T00:00:00.000000Z',
    '1',
    'ffffffff-ffff-ffff-ffff-ffffffffffff',
  ]);
  const ids = [conversationId, '01900000-0000-7000-8000-000000000000', "nonsense' or true --"];
  const answers = await Promise.all(
    ids.flatMap((id) => [
      threadView(stranger, id).catch((error: unknown) => error),
      olderMessages(stranger, id, before).catch((error: unknown) => error),
      activity(stranger, id, null).catch((error: unknown) => error),
      contactHistory(stranger, id).catch((error: unknown) => error),
    ]),
  );
  expect(answers[0]).toMatchObject({ code: 'not_found' });
  for (const each of answers) expect(each).toEqual(answers[0]);
});

test('a role that is none reads no thread, and a forged cursor is refused', async () => {
  const { workspace, me, conversationId } = await aCase();
  const nobody = await aMember(workspace, []);
  for (const read of [threadView, contactHistory]) {
    await expect(read(nobody, conversationId)).rejects.toMatchObject({ code: 'forbidden' });
  }
  await expect(activity(nobody, conversationId, null)).rejects.toMatchObject({ code: 'forbidden' });
  await expect(olderMessages(me, conversationId, toCursor(['a', 'b', 'c']))).rejects.toMatchObject({
    code: 'invalid',
  });
});
