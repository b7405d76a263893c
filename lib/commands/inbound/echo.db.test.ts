import { v7 as uuid } from 'uuid';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { TestDatabase } from '@/db/testing';
import { aMember, anExternalId, testDatabase } from '@/db/testing';
import { deliveryPolicy } from '@/lib/domain/delivery/policy';
import { replyToConversation } from '../conversation/reply';
import { beginAttempt } from '../delivery/delivery.fixture';
import { settleAttempt } from '../delivery/settle-attempt';
import { aReceiver, minutesAgo } from './inbound.fixture';

let database: TestDatabase;
beforeAll(async () => {
  database = await testDatabase({ DATABASE_POOL: '20' });
});
afterAll(() => database.close());

const policy = deliveryPolicy(0.02);

/** A customer who asked, and an agent who answers. */
async function aTalk() {
  const receiver = await aReceiver(database);
  const { workspaceId } = receiver;
  await receiver.hears(receiver.told({ at: minutesAgo(10) }));
  const [thread] = await receiver.threads();
  const conversationId = thread?.id;
  const agent = await aMember(workspaceId);

  async function answer(body: string) {
    const { messageId } = await replyToConversation(agent, {
      conversationId,
      clientKey: uuid(),
      body,
      seenSeq: 0,
      override: true,
    });
    return messageId;
  }

  async function attempt(messageId: string) {
    const begun = await beginAttempt({ workspaceId, messageId }, policy);
    if (!begun) throw new Error('the message did not leave');
    return begun;
  }

  async function fateOf(messageId: string) {
    const { rows } = await database.admin.query<{ state: string; external_id: string | null }>(
      'select state, external_id from deliveries join messages on id = message_id where message_id = $1',
      [messageId],
    );
    return rows[0];
  }
  return { receiver, answer, attempt, fateOf };
}

test('an echo that comes before the answer of the send makes the reply sent; the answer adds nothing', async () => {
  const { receiver, answer, attempt, fateOf } = await aTalk();
  const messageId = await answer('Yes & soon');
  const begun = await attempt(messageId);
  const externalId = anExternalId();
  // X escapes what we sent.
  expect(await receiver.sees(receiver.told({ externalId, text: 'Yes &amp; soon' }))).toBe(
    'received',
  );
  expect(await fateOf(messageId)).toEqual({ state: 'sent', external_id: externalId });

  const outcome = { kind: 'accepted', externalId } as const;
  expect(await settleAttempt(begun, { outcome }, policy)).toBe('overtaken');
  expect(await fateOf(messageId)).toEqual({ state: 'sent', external_id: externalId });
  expect(await receiver.countOf('messages')).toBe(2);
});

test('an echo that comes after the answer of the send is a repetition', async () => {
  const { receiver, answer, attempt, fateOf } = await aTalk();
  const messageId = await answer('Yes');
  const externalId = anExternalId();
  await settleAttempt(
    await attempt(messageId),
    { outcome: { kind: 'accepted', externalId } },
    policy,
  );
  expect(await receiver.sees(receiver.told({ externalId, text: 'Yes' }))).toBe('repeated');
  expect(await fateOf(messageId)).toEqual({ state: 'sent', external_id: externalId });
  expect(await receiver.countOf('messages')).toBe(2);
});

test('echo and answer at the same moment, twenty times: one message, sent, every time', async () => {
  for (let round = 0; round < 20; round++) {
    const { receiver, answer, attempt, fateOf } = await aTalk();
    const messageId = await answer('Yes');
    const begun = await attempt(messageId);
    const externalId = anExternalId();
    await Promise.all([
      receiver.sees(receiver.told({ externalId, text: 'Yes' })),
      settleAttempt(begun, { outcome: { kind: 'accepted', externalId } }, policy),
    ]);
    expect(await fateOf(messageId)).toEqual({ state: 'sent', external_id: externalId });
    expect(await receiver.countOf('messages')).toBe(2);
  }
}, 60_000);

test('an echo settles a reply whose fate was unknown', async () => {
  const { receiver, answer, attempt, fateOf } = await aTalk();
  const messageId = await answer('Yes');
  await settleAttempt(
    await attempt(messageId),
    { outcome: { kind: 'unknown', detail: 'timeout' } },
    policy,
  );
  expect(await fateOf(messageId)).toMatchObject({ state: 'unknown' });
  await receiver.sees(receiver.told({ text: 'Yes' }));
  expect(await fateOf(messageId)).toMatchObject({ state: 'sent' });
});

test('of two equal replies an echo settles the one that was tried, not the one that waits', async () => {
  const { receiver, answer, attempt, fateOf } = await aTalk();
  const [first, second] = [await answer('Yes'), await answer('Yes')];
  await attempt(first);
  await receiver.sees(receiver.told({ text: 'Yes' }));
  expect(await fateOf(first)).toMatchObject({ state: 'sent' });
  expect(await fateOf(second)).toMatchObject({ state: 'queued', external_id: null });
});

test.each([
  ['another text', { text: 'No' }],
  ['a time long before the attempt', { text: 'Yes', at: minutesAgo(5) }],
  [
    'a picture with it',
    { text: 'Yes', attachments: [{ kind: 'image' as const, externalId: '1' }] },
  ],
])('an echo with %s is a message sent from another client', async (_, words) => {
  const { receiver, answer, attempt, fateOf } = await aTalk();
  const messageId = await answer('Yes');
  await attempt(messageId);
  expect(await receiver.sees(receiver.told(words))).toBe('received');
  expect(await fateOf(messageId)).toMatchObject({ state: 'sending', external_id: null });
  expect(await receiver.countOf('messages')).toBe(3);
  expect(await receiver.facts()).toContain('message.echoed');
});

test('an answer from another client ends the wait of what it followed, and of nothing after it', async () => {
  const receiver = await aReceiver(database);
  await receiver.hears(receiver.told({ at: minutesAgo(30), text: 'first' }));
  await receiver.sees(receiver.told({ at: minutesAgo(20), text: 'our answer' }));
  expect((await receiver.threads())[0]).toMatchObject({
    waiting_since: null,
    last_message_kind: 'outbound',
    preview: 'our answer',
  });
  const second = receiver.told({ at: minutesAgo(10), text: 'second' });
  await receiver.hears(second);
  await receiver.sees(receiver.told({ at: minutesAgo(15), text: 'a late echo' }));
  expect((await receiver.threads())[0]).toMatchObject({
    waiting_since: second.at,
    preview: 'second',
  });
});

test.each([
  ['open', 'waiting'],
  ['on_hold', 'on_hold'],
  ['spam', 'spam'],
])('an answer from another client leaves what is %s %s', async (status, after) => {
  const receiver = await aReceiver(database);
  await receiver.hears(receiver.told({ at: minutesAgo(30), text: 'first' }));
  await database.admin.query('update conversations set status = $2 where workspace_id = $1', [
    receiver.workspaceId,
    status,
  ]);
  await receiver.sees(receiver.told({ at: minutesAgo(40), text: 'a late echo' }));
  expect((await receiver.threads())[0]).toMatchObject({ status });
  await receiver.sees(receiver.told({ at: minutesAgo(20), text: 'our answer' }));
  expect((await receiver.threads())[0]).toMatchObject({ status: after });
});

test('a conversation that the brand began elsewhere is there, and nobody waits in it', async () => {
  const receiver = await aReceiver(database);
  await receiver.sees(receiver.told({ text: 'Hello from our phone' }));
  expect((await receiver.threads())[0]).toMatchObject({
    last_message_kind: 'outbound',
    waiting_since: null,
    last_inbound_at: null,
  });
  expect(await receiver.facts()).toEqual(['conversation.started', 'message.echoed']);
});

test('twenty equal echoes at once are one message', async () => {
  const receiver = await aReceiver(database);
  const message = receiver.told();
  await Promise.all(Array.from({ length: 20 }, () => receiver.sees(message)));
  expect(await receiver.countOf('messages')).toBe(1);
});
