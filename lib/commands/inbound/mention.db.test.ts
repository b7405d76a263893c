import { afterAll, beforeAll, expect, test } from 'vitest';
import type { TestDatabase } from '@/db/testing';
import { anExternalId, testDatabase } from '@/db/testing';
import { permissionFactsOf } from '../../permission-facts';
import { asSystem } from '../command';
import { answerCheck, claimChecks } from '../relation/checks';
import { aReceiver, minutesAgo } from './inbound.fixture';

let database: TestDatabase;
beforeAll(async () => {
  database = await testDatabase({ DATABASE_POOL: '10' });
});
afterAll(() => database.close());

async function postsOf(workspaceId: string) {
  const { rows } = await database.admin.query(
    'select body, kind, unreadable, post from messages where workspace_id = $1 order by at, tie',
    [workspaceId],
  );
  return rows;
}

test('a post that names us begins a public conversation beside the private one', async () => {
  const receiver = await aReceiver(database);
  await receiver.hears(receiver.told({ text: 'in private', at: minutesAgo(9) }));
  const post = receiver.posted({ text: '@brand my tub melted', at: minutesAgo(5) });
  expect(await receiver.hearsPost(post)).toBe('received');
  expect(await receiver.threads()).toMatchObject([
    { kind: 'private', public_thread: null, preview: 'in private' },
    {
      kind: 'public',
      public_thread: post.externalId,
      preview: '@brand my tub melted',
      status: 'open',
      waiting_since: post.at,
    },
  ]);
  expect(await receiver.countOf('identities')).toBe(1);
  expect(await receiver.facts()).toContain('conversation.started');
});

test('told again it changes nothing, but that a quote of it lets us answer', async () => {
  const receiver = await aReceiver(database);
  const answer = receiver.posted({ post: { calling: 'answered', summons: false } });
  await receiver.hearsPost(answer);
  const before = await receiver.facts();
  expect(await receiver.hearsPost(answer)).toBe('repeated');
  expect(await postsOf(receiver.workspaceId)).toMatchObject([{ post: { summons: false } }]);
  expect(await receiver.facts()).toEqual(before);
  const again = { ...answer, post: { ...answer.post, calling: 'quoted', summons: true } as const };
  expect(await receiver.hearsPost(again)).toBe('repeated');
  expect(await postsOf(receiver.workspaceId)).toMatchObject([
    { post: { calling: 'answered', summons: true } },
  ]);
  // Whoever has it open asks the rules anew.
  expect(await receiver.facts()).toEqual([...before, 'relation.changed']);
  expect(await receiver.countOf('conversations')).toBe(1);
});

test('threads of one person are apart; what answers a post that is here joins its thread', async () => {
  const receiver = await aReceiver(database);
  const first = receiver.posted({ at: minutesAgo(9) });
  await receiver.hearsPost(first);
  await receiver.hearsPost(receiver.posted({ at: minutesAgo(8) }));
  expect(await receiver.countOf('conversations')).toBe(2);

  const ours = receiver.posted({ at: minutesAgo(7), text: 'Sorry' });
  const { calling: _, summons: __, ...plain } = ours.post;
  const reply = { ...ours, post: { ...plain, answers: { externalId: first.externalId } } };
  expect(await receiver.seesOwnPost(reply)).toBe('received');
  // The older envelope names no thread: only what it answers.
  const answers = { externalId: reply.externalId };
  const later = receiver.posted({
    at: minutesAgo(6),
    post: { calling: 'answered', answers, thread: reply.externalId },
  });
  expect(await receiver.hearsPost(later)).toBe('received');
  const [thread] = await receiver.threads();
  expect(await receiver.countOf('conversations')).toBe(2);
  expect(thread).toMatchObject({ last_message_at: later.at, last_message_kind: 'inbound' });
});

test('somebody else who answers in the thread has a conversation of their own', async () => {
  const receiver = await aReceiver(database);
  const first = receiver.posted();
  await receiver.hearsPost(first);
  const answers = { externalId: first.externalId };
  const other = receiver.posted({ from: 'ben', post: { answers, thread: first.post.thread } });
  expect(await receiver.hearsPost(other)).toBe('received');
  expect(await receiver.threads()).toMatchObject([
    { public_thread: first.externalId },
    { public_thread: first.externalId },
  ]);
});

test('what we say to nobody whose post is here is not kept', async () => {
  const receiver = await aReceiver(database);
  const ours = receiver.posted({ post: { answers: { externalId: anExternalId() } } });
  expect(await receiver.seesOwnPost(ours)).toBe('unheld');
  expect(await receiver.countOf('messages')).toBe(0);
});

test('an answer of ours from elsewhere moves the thread to waiting for them', async () => {
  const receiver = await aReceiver(database);
  const first = receiver.posted({ at: minutesAgo(5) });
  await receiver.hearsPost(first);
  const ours = receiver.posted({ post: { answers: { externalId: first.externalId } } });
  expect(await receiver.seesOwnPost(ours)).toBe('received');
  expect(await receiver.threads()).toMatchObject([
    { status: 'waiting', waiting_since: null, last_message_kind: 'outbound' },
  ]);
});

test('a deleted post leaves its place and none of its words, there or where they are repeated', async () => {
  const receiver = await aReceiver(database);
  const first = receiver.posted({ at: minutesAgo(9), text: 'first words' });
  await receiver.hearsPost(first);
  const answers = { externalId: first.externalId, text: 'first words' };
  const second = receiver.posted({
    at: minutesAgo(8),
    text: 'and more',
    post: { answers, thread: first.post.thread },
  });
  await receiver.hearsPost(second);
  expect(await receiver.forgets(first.externalId)).toBe('received');
  expect(await receiver.forgets(first.externalId)).toBe('repeated');
  expect(await postsOf(receiver.workspaceId)).toEqual([
    expect.objectContaining({ body: '', unreadable: 'deleted' }),
    expect.objectContaining({
      body: 'and more',
      post: { calling: 'named', summons: true, answers: { externalId: first.externalId } },
    }),
  ]);
  const { rows } = await database.admin.query(
    "select count(*)::int as count from messages where workspace_id = $1 and messages::text like '%first words%'",
    [receiver.workspaceId],
  );
  expect(rows).toEqual([{ count: 0 }]);
  expect(await receiver.threads()).toMatchObject([
    { preview: 'and more', waiting_since: second.at },
  ]);

  expect(await receiver.forgets(second.externalId)).toBe('received');
  expect(await receiver.threads()).toMatchObject([
    { preview: 'Deleted post', waiting_since: null },
  ]);
  expect(await receiver.facts()).toContain('message.deleted');
});

test('a private message is not taken away by the id of a post', async () => {
  const receiver = await aReceiver(database);
  const message = receiver.told({ text: 'stays' });
  await receiver.hears(message);
  expect(await receiver.forgets(message.externalId)).toBe('unheld');
  expect(await receiver.bodies()).toEqual(['stays']);
});

test('what was said in public says nothing about whether we may write in private', async () => {
  const receiver = await aReceiver(database);
  await receiver.hearsPost(receiver.posted());
  const [mention] = await receiver.threads();
  const lastInbound = () =>
    asSystem(receiver.workspaceId, async ({ tx, workspaceId }) => {
      const facts = await permissionFactsOf(tx, workspaceId, { conversationId: mention?.id ?? '' });
      return { value: facts?.contact.lastInboundAt, events: [] };
    });
  expect(await lastInbound()).toBeNull();
  await receiver.hears(receiver.told({ text: 'in private' }));
  expect(await lastInbound()).not.toBeNull();
});

test('whom the network only numbered is asked about, and then has a name', async () => {
  const receiver = await aReceiver(database);
  const post = receiver.posted();
  const { externalId } = post.participant;
  await receiver.hearsPost({ ...post, participant: { externalId } });
  const held = await claimChecks(100, 60_000);
  const check = held.find((one) => one.workspaceId === receiver.workspaceId);
  expect(check).toMatchObject({ externalId });
  if (!check) return;
  await answerCheck(check, [], { externalId, handle: 'ana', name: 'Ana' });
  const { rows } = await database.admin.query(
    'select i.name, i.handle, c.name as contact from identities i join contacts c on c.id = i.contact_id where i.workspace_id = $1',
    [receiver.workspaceId],
  );
  expect(rows).toEqual([{ name: 'Ana', handle: 'ana', contact: 'Ana' }]);
});
