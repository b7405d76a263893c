import { afterAll, beforeAll, expect, test } from 'vitest';
import type { TestDatabase } from '@/db/testing';
import { aChannel, aMember, anExternalId, aWorkspace, testDatabase } from '@/db/testing';
import { asSystem } from '../command';
import { changeConversations } from '../conversation/change';
import { replyToConversation } from '../conversation/reply';
import { aReceiver, minutesAgo } from './inbound.fixture';
import { receiveMessage } from './receive';

let database: TestDatabase;
beforeAll(async () => {
  database = await testDatabase({ DATABASE_POOL: '20' });
});
afterAll(() => database.close());

async function resolved(minutes: number) {
  const receiver = await aReceiver(database);
  await receiver.hears(receiver.told({ at: minutesAgo(minutes + 60), text: 'before' }));
  const [thread] = await receiver.threads();
  const agent = await aMember(receiver.workspaceId);
  await changeConversations(agent, {
    items: [{ conversationId: thread?.id }],
    change: { kind: 'status', status: 'resolved' },
  });
  await database.admin.query('update conversations set resolved_at = $2 where id = $1', [
    thread?.id,
    minutesAgo(minutes),
  ]);
  return receiver;
}

test('a first message brings the person, the contact, the conversation and the facts', async () => {
  const receiver = await aReceiver(database);
  const message = receiver.told({ text: '\nHello there\nsecond line' });
  expect(await receiver.hears(message)).toBe('received');
  const [thread] = await receiver.threads();
  expect(thread).toMatchObject({
    status: 'open',
    episode: 1,
    preview: 'Hello there',
    last_message_kind: 'inbound',
    last_message_at: message.at,
    last_inbound_at: message.at,
    waiting_since: message.at,
  });
  expect(await receiver.facts()).toEqual(['conversation.started', 'message.received']);
  const { rows } = await database.admin.query(
    `select contacts.name, handle, network, external_id from identities
     join contacts on contacts.id = contact_id where identities.workspace_id = $1`,
    [receiver.workspaceId],
  );
  expect(rows).toEqual([{ name: 'Name of ana', handle: 'ana', network: 'x', external_id: '9ana' }]);
});

test('twenty first messages of one person at once make one contact and one conversation', async () => {
  const receiver = await aReceiver(database);
  const messages = Array.from({ length: 20 }, (_, index) => receiver.told({ text: `${index}` }));
  const receipts = await Promise.all(messages.map(receiver.hears));
  expect(new Set(receipts)).toEqual(new Set(['received']));
  expect(await receiver.countOf('contacts')).toBe(1);
  expect(await receiver.countOf('identities')).toBe(1);
  expect(await receiver.countOf('conversations')).toBe(1);
  expect(await receiver.countOf('messages')).toBe(20);
  const facts = await receiver.facts();
  expect(facts.filter((type) => type === 'conversation.started')).toHaveLength(1);
});

test('twenty people who write at once become twenty', async () => {
  const receiver = await aReceiver(database);
  const messages = Array.from({ length: 20 }, (_, index) => receiver.told({ from: `p${index}` }));
  await Promise.all(messages.map(receiver.hears));
  expect(await receiver.countOf('contacts')).toBe(20);
  expect(await receiver.countOf('conversations')).toBe(20);
});

test('the same message told twenty times at once is there once, with one fact', async () => {
  const receiver = await aReceiver(database);
  const message = receiver.told();
  const receipts = await Promise.all(Array.from({ length: 20 }, () => receiver.hears(message)));
  expect(receipts.filter((receipt) => receipt === 'received')).toHaveLength(1);
  expect(receipts.filter((receipt) => receipt === 'repeated')).toHaveLength(19);
  expect(await receiver.countOf('messages')).toBe(1);
  expect(await receiver.facts()).toEqual(['conversation.started', 'message.received']);
});

test("messages stand in the network's order, whatever order they came in", async () => {
  const receiver = await aReceiver(database);
  const at = minutesAgo(5);
  const ids = Array.from({ length: 12 }, anExternalId);
  // The same millisecond: only the ids tell which came first.
  const messages = ids.map((externalId, index) =>
    receiver.told({ externalId, at, text: `${index}` }),
  );
  const shuffled = messages.toSorted(() => Math.random() - 0.5);
  for (const message of shuffled) await receiver.hears(message);
  expect(await receiver.bodies()).toEqual(messages.map(({ text }) => text));
  const [thread] = await receiver.threads();
  expect(thread?.preview).toBe('11');
});

test('a late old message takes its place and moves nothing', async () => {
  const receiver = await aReceiver(database);
  const newest = receiver.told({ at: minutesAgo(1), text: 'newest' });
  await receiver.hears(newest);
  const [before] = await receiver.threads();
  await receiver.hears(receiver.told({ at: minutesAgo(90), text: 'older' }));
  const [after] = await receiver.threads();
  // The customer has been waiting since the older one: nobody answered it.
  expect(after).toEqual({ ...before, waiting_since: after?.waiting_since });
  expect(after?.waiting_since?.getTime()).toBeLessThan(newest.at.getTime());
  expect(await receiver.bodies()).toEqual(['older', 'newest']);
});

test('a late message from before our answer does not wait for another', async () => {
  const receiver = await aReceiver(database);
  await receiver.hears(receiver.told({ at: minutesAgo(10), text: 'question' }));
  const [thread] = await receiver.threads();
  const agent = await aMember(receiver.workspaceId);
  await replyToConversation(agent, {
    conversationId: thread?.id,
    clientKey: crypto.randomUUID(),
    body: 'answer',
    seenSeq: 0,
    override: true,
  });
  await receiver.hears(receiver.told({ at: minutesAgo(5), text: 'late' }));
  const [after] = await receiver.threads();
  expect(after).toMatchObject({ waiting_since: null, preview: 'answer' });
});

test('a new message reopens what was resolved', async () => {
  const receiver = await resolved(30);
  await receiver.hears(receiver.told({ at: minutesAgo(1), text: 'again' }));
  const [thread] = await receiver.threads();
  expect(thread).toMatchObject({ status: 'open', episode: 1, version: 3, preview: 'again' });
  expect(thread?.waiting_since).not.toBeNull();
  expect((await receiver.facts()).slice(-2)).toEqual(['conversation.reopened', 'message.received']);
});

test('a return more than a week after the resolution is a new episode', async () => {
  const receiver = await resolved(8 * 24 * 60);
  await receiver.hears(receiver.told());
  expect((await receiver.threads())[0]).toMatchObject({ status: 'open', episode: 2 });
});

test('a late message from before the resolution leaves it resolved, with nothing waiting', async () => {
  const receiver = await resolved(30);
  await receiver.hears(receiver.told({ at: minutesAgo(50), text: 'late' }));
  const [thread] = await receiver.threads();
  expect(thread).toMatchObject({ status: 'resolved', version: 2, waiting_since: null });
  expect(await receiver.facts()).not.toContain('conversation.reopened');
});

test.each([
  ['waiting', 'open', []],
  ['snoozed', 'open', ['conversation.woke']],
  ['on_hold', 'on_hold', []],
  ['spam', 'spam', []],
])('a new message in what is %s makes it %s', async (status, after, facts) => {
  const receiver = await aReceiver(database);
  await receiver.hears(receiver.told({ at: minutesAgo(60), text: 'before' }));
  const agent = await aMember(receiver.workspaceId);
  const [thread] = await receiver.threads();
  const until = new Date(Date.now() + 3_600_000).toISOString();
  await changeConversations(agent, {
    items: [{ conversationId: thread?.id }],
    change: status === 'snoozed' ? { kind: 'snooze', until } : { kind: 'status', status },
  });
  const before = await receiver.facts();
  await receiver.hears(receiver.told({ at: minutesAgo(1), text: 'again' }));
  const [now] = await receiver.threads();
  expect(now).toMatchObject({ status: after, snoozed_until: null, preview: 'again' });
  expect(now?.version).toBe(after === status ? 2 : 3);
  expect((await receiver.facts()).slice(before.length)).toEqual([...facts, 'message.received']);
});

test('what the customer wrote before our answer, and nobody saw, brings the conversation back', async () => {
  const receiver = await aReceiver(database);
  await receiver.hears(receiver.told({ at: minutesAgo(10), text: 'question' }));
  const [thread] = await receiver.threads();
  const agent = await aMember(receiver.workspaceId);
  const input = { conversationId: thread?.id, clientKey: crypto.randomUUID(), body: 'answer' };
  await replyToConversation(agent, { ...input, seenSeq: 9 });
  expect((await receiver.threads())[0]).toMatchObject({ status: 'waiting' });
  await receiver.hears(receiver.told({ at: minutesAgo(1), text: 'under way' }));
  expect((await receiver.threads())[0]).toMatchObject({ status: 'open', preview: 'answer' });
});

test('a message that cannot be read is there without a text', async () => {
  const receiver = await aReceiver(database);
  await receiver.hears(
    receiver.told({ kind: 'unreadable', text: 'ciphertext', person: { externalId: '77' } }),
  );
  expect(await receiver.bodies()).toEqual(['']);
  expect((await receiver.threads())[0]?.preview).toBe('Encrypted message');
});

test('a person first known by a number gets a name when the network tells it, and keeps a new one', async () => {
  const receiver = await aReceiver(database);
  const bare = receiver.told();
  await receiver.hears({ ...bare, participant: { externalId: '42' } });
  const nameNow = async () => {
    const { rows } = await database.admin.query(
      'select name from contacts where workspace_id = $1',
      [receiver.workspaceId],
    );
    return rows.map(({ name }) => name);
  };
  expect(await nameNow()).toEqual(['42']);
  await receiver.hears(receiver.told({ person: { externalId: '42', name: 'Ana' } }));
  expect(await nameNow()).toEqual(['Ana']);
  await receiver.hears(receiver.told({ person: { externalId: '42', name: 'Ana Lima' } }));
  expect(await nameNow()).toEqual(['Ana Lima']);
  expect(await receiver.countOf('identities')).toBe(1);
});

test("one person who writes to two workspaces is two contacts, and neither sees the other's", async () => {
  const [ours, theirs] = [await aReceiver(database), await aReceiver(database)];
  await ours.hears(ours.told());
  await theirs.hears(theirs.told());
  expect(await ours.countOf('contacts')).toBe(1);
  expect(await theirs.countOf('contacts')).toBe(1);
});

test("a channel that is not this workspace's, or is disconnected, takes nothing in", async () => {
  const receiver = await aReceiver(database);
  const elsewhere = await aChannel(await aWorkspace());
  const gone = await aChannel(receiver.workspaceId, { status: 'disconnected' });
  for (const channelId of [elsewhere.id, gone.id]) {
    const message = receiver.told({ channelId });
    const receipt = await asSystem(receiver.workspaceId, (context) =>
      receiveMessage(context, message),
    );
    expect(receipt).toBe('gone');
  }
  expect(await receiver.countOf('contacts')).toBe(0);
});
