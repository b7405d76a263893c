import { v7 as uuid } from 'uuid';
import { afterAll, afterEach, beforeAll, beforeEach, expect, test, vi } from 'vitest';
import type { TestDatabase } from '@/db/testing';
import { aMember, testDatabase } from '@/db/testing';
import type { Post } from '@/sandbox/core/entities';
import type { TestSandbox } from '@/sandbox/testing/start';
import { startTestSandbox } from '@/sandbox/testing/start';
import { replyToConversation } from '../../commands/conversation/reply';
import { retryDelivery } from '../../commands/delivery/retry';
import type { Granted } from '../granted.fixture';
import { aGrantedChannel, ledgerOf } from '../granted.fixture';
import type { RunningLane } from '../lane';
import { startLane } from '../lane';
import { takeAway, takeInPost } from '../take-in';
import { deliveryLane } from './delivery';
import { reconcileLane } from './reconcile';

const TIME_SCALE = 0.005;

let database: TestDatabase;
let sandbox: TestSandbox;
let lanes: RunningLane[] = [];
beforeAll(async () => {
  sandbox = await startTestSandbox({ timeScale: TIME_SCALE });
  database = await testDatabase({ X_API_URL: sandbox.url, TIME_SCALE: String(TIME_SCALE) });
});
afterAll(async () => {
  await database.close();
  await sandbox.remove();
});
beforeEach(async () => {
  await sandbox.control('DELETE', '/sandbox/faults');
});
afterEach(async () => {
  await Promise.all(lanes.map((lane) => lane.stop()));
  lanes = [];
});

function startWorker() {
  lanes = [startLane(deliveryLane), startLane(reconcileLane)];
}

/** Somebody who posts, and what we hold of it. */
async function aMention(brand: Granted, { summons = true }: { summons?: boolean } = {}) {
  const username = `p${uuid().slice(-10)}`;
  const person = await sandbox.control<{ id: string }>('POST', '/sandbox/people', { username });
  const us = await accountName(brand);
  const text = summons ? `@${us} my tub melted` : 'my tub melted';
  const post = await sandbox.control<Post>('POST', '/sandbox/posts', { from: person.id, text });
  const told = {
    kind: 'mention',
    channelExternalId: brand.accountId,
    direction: 'inbound',
    externalId: post.id,
    threadExternalId: post.id,
    participant: { externalId: person.id, handle: username },
    text,
    post: { calling: 'named', summons },
    at: new Date(post.at),
  } as const;
  await takeInPost(brand, told);
  const { rows } = await database.admin.query<{ id: string }>(
    'select conversation_id as id from messages where workspace_id = $1 and external_id = $2',
    [brand.workspaceId, post.id],
  );
  return { postId: post.id, personId: person.id, conversationId: rows[0]?.id ?? '' };
}

async function accountName({ accountId }: Granted): Promise<string> {
  const { username } = await sandbox.control<{ username: string }>(
    'GET',
    `/sandbox/people/${accountId}`,
  );
  return username;
}

async function answer(brand: Granted, conversationId: string, body: string): Promise<string> {
  const agent = await aMember(brand.workspaceId, ['agent']);
  const input = { conversationId, clientKey: uuid(), body, seenSeq: 0, override: true };
  return (await replyToConversation(agent, input)).messageId;
}

type Row = { state: string; reason: string | null; external_id: string | null; attempt_no: number };

async function deliveryOf(messageId: string): Promise<Row | undefined> {
  const { rows } = await database.admin.query<Row>(
    `select d.state, d.reason, m.external_id, d.attempt_no from deliveries d
     join messages m on m.id = d.message_id where d.message_id = $1`,
    [messageId],
  );
  return rows[0];
}

async function postedBy({ accountId }: Granted): Promise<Post[]> {
  return (await ledgerOf(sandbox, 'post.created')).flatMap((entry) =>
    entry.kind === 'post.created' && entry.post.authorId === accountId ? [entry.post] : [],
  );
}

async function until(messageId: string, state: string) {
  await vi.waitFor(async () => expect((await deliveryOf(messageId))?.state).toBe(state), {
    timeout: 20_000,
    interval: 50,
  });
}

test('a public reply answers the post on the network, and no private message goes out', async () => {
  const brand = await aGrantedChannel(sandbox);
  const { postId, conversationId } = await aMention(brand);
  const messageId = await answer(brand, conversationId, 'Sorry, we send another');
  startWorker();
  await until(messageId, 'sent');
  expect(await postedBy(brand)).toMatchObject([
    { text: 'Sorry, we send another', replyToId: postId },
  ]);
  const messages = await ledgerOf(sandbox, 'message.created');
  expect(
    messages.filter(
      (one) => one.kind === 'message.created' && one.message.fromId === brand.accountId,
    ),
  ).toEqual([]);
});

test.each([
  'error_after_accept',
  'timeout_after_accept',
  'swallow_reply',
  'error_before_accept',
  'timeout_before_accept',
])('after %s the post stands on the network once', async (mode) => {
  const brand = await aGrantedChannel(sandbox);
  const { conversationId } = await aMention(brand);
  await sandbox.control('PUT', '/sandbox/faults', { send: [{ mode, times: 1 }] });
  const messageId = await answer(brand, conversationId, 'Only once, please');
  startWorker();
  await until(messageId, 'sent');
  const posted = await postedBy(brand);
  expect(posted).toHaveLength(1);
  expect(await deliveryOf(messageId)).toMatchObject({ external_id: posted[0]?.id });
});

test('the network’s own no is a failure with its reason, and tells nothing of private messages', async () => {
  const brand = await aGrantedChannel(sandbox);
  // Our books say that they called us; on the network their post does not.
  const { postId, conversationId } = await aMention(brand, { summons: false });
  await database.admin.query(
    `update messages set post = post || '{"summons": true}' where external_id = $1`,
    [postId],
  );
  const messageId = await answer(brand, conversationId, 'Hello?');
  startWorker();
  await until(messageId, 'failed');
  expect(await deliveryOf(messageId)).toMatchObject({ reason: 'NOT_SUMMONED' });
  const { rows } = await database.admin.query(
    'select name from relation_facts where workspace_id = $1',
    [brand.workspaceId],
  );
  expect(rows).toEqual([]);
});

test('a reply to a post that is deleted before it leaves never sets out', async () => {
  const brand = await aGrantedChannel(sandbox);
  const { postId, conversationId } = await aMention(brand);
  const messageId = await answer(brand, conversationId, 'Too late');
  await takeAway(brand, {
    kind: 'post_deleted',
    channelExternalId: brand.accountId,
    externalId: postId,
  });
  startWorker();
  await until(messageId, 'failed');
  expect(await deliveryOf(messageId)).toMatchObject({ reason: 'POST_GONE', attempt_no: 0 });
  expect(await postedBy(brand)).toEqual([]);
  const agent = await aMember(brand.workspaceId, ['agent']);
  await retryDelivery(agent, { messageId });
  await until(messageId, 'failed');
  expect(await postedBy(brand)).toEqual([]);
});

test('what comes back by webhook is the reply that we sent, and not another', async () => {
  const brand = await aGrantedChannel(sandbox);
  const { postId, personId, conversationId } = await aMention(brand);
  const messageId = await answer(brand, conversationId, 'Sorry');
  startWorker();
  await until(messageId, 'sent');
  const [posted] = await postedBy(brand);
  const echo = {
    kind: 'mention',
    channelExternalId: brand.accountId,
    direction: 'outbound',
    externalId: posted?.id ?? '',
    threadExternalId: postId,
    participant: { externalId: personId },
    text: 'Sorry',
    post: { answers: { externalId: postId } },
    at: new Date(posted?.at ?? 0),
  } as const;
  expect(await takeInPost(brand, echo)).toBe('repeated');
  const { rows } = await database.admin.query(
    'select count(*)::int as count from messages where conversation_id = $1',
    [conversationId],
  );
  expect(rows).toEqual([{ count: 2 }]);
});
