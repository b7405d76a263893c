import { v7 as uuid } from 'uuid';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { TestDatabase } from '@/db/testing';
import { aMember, aWorkspace, testDatabase } from '@/db/testing';
import { aReceiver, minutesAgo } from '../inbound/inbound.fixture';
import { replyToConversation } from './reply';

let database: TestDatabase;
beforeAll(async () => {
  database = await testDatabase();
});
afterAll(() => database.close());

type Receiver = Awaited<ReturnType<typeof aReceiver>>;

async function threadOf(receiver: Receiver): Promise<string> {
  const [thread] = await receiver.threads();
  return thread?.id ?? '';
}

const words = (conversationId: string, body = 'Sorry, we send another') => ({
  conversationId,
  clientKey: uuid(),
  body,
  seenSeq: 0,
  override: true,
  fileIds: [],
});

async function answeredBy(messageId: string) {
  const { rows } = await database.admin.query('select post from messages where id = $1', [
    messageId,
  ]);
  return rows[0]?.post;
}

test('it answers the newest post that called us, and is queued like any reply', async () => {
  const receiver = await aReceiver(database);
  const agent = await aMember(receiver.workspaceId);
  const first = receiver.posted({ at: minutesAgo(9) });
  await receiver.hearsPost(first);
  const unsummoned = { summons: false, thread: first.post.thread } as const;
  await receiver.hearsPost(receiver.posted({ at: minutesAgo(8), post: unsummoned }));
  const { messageId } = await replyToConversation(agent, words(await threadOf(receiver)));
  expect(await answeredBy(messageId)).toEqual({ answers: { externalId: first.externalId } });
  const { rows } = await database.admin.query(
    'select state from deliveries where message_id = $1',
    [messageId],
  );
  expect(rows).toEqual([{ state: 'queued' }]);
});

test('whoever did not call us is not answered: the rule comes with the refusal', async () => {
  const receiver = await aReceiver(database);
  const agent = await aMember(receiver.workspaceId);
  await receiver.hearsPost(receiver.posted({ post: { calling: 'answered', summons: false } }));
  await expect(replyToConversation(agent, words(await threadOf(receiver)))).rejects.toMatchObject({
    code: 'conflict',
    details: { permission: { reason: 'NOT_SUMMONED', remedies: [{ kind: 'answer_there' }, {}] } },
  });
});

test('neither is a post that is gone', async () => {
  const receiver = await aReceiver(database);
  const agent = await aMember(receiver.workspaceId);
  const post = receiver.posted();
  await receiver.hearsPost(post);
  await receiver.forgets(post.externalId);
  await expect(replyToConversation(agent, words(await threadOf(receiver)))).rejects.toMatchObject({
    details: { permission: { reason: 'POST_DELETED' } },
  });
});

test('a text is weighed as the network weighs it', async () => {
  const receiver = await aReceiver(database);
  const agent = await aMember(receiver.workspaceId);
  await receiver.hearsPost(receiver.posted());
  const thread = await threadOf(receiver);
  await expect(replyToConversation(agent, words(thread, '語'.repeat(141)))).rejects.toMatchObject({
    code: 'invalid',
    details: { length: 282, limit: 280 },
  });
  const link = `${'x'.repeat(256)} https://example.com/${'y'.repeat(200)}`;
  await replyToConversation(agent, words(thread, link));
});

test('who may not reply in private may not in public, nor from another workspace', async () => {
  const receiver = await aReceiver(database);
  await receiver.hearsPost(receiver.posted());
  const thread = await threadOf(receiver);
  const marketer = await aMember(receiver.workspaceId, ['marketer']);
  await expect(replyToConversation(marketer, words(thread))).rejects.toMatchObject({
    code: 'forbidden',
  });
  const stranger = await aMember(await aWorkspace());
  await expect(replyToConversation(stranger, words(thread))).rejects.toMatchObject({
    code: 'not_found',
  });
});
