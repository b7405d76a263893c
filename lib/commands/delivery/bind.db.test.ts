import { sql } from 'drizzle-orm';
import { afterAll, beforeAll, beforeEach, describe, expect, it, test } from 'vitest';
import { withWorkspace } from '@/db/client';
import type { TestDatabase } from '@/db/testing';
import { anExternalId, testDatabase } from '@/db/testing';
import { asSystem } from '../command';
import { receiveEcho } from '../inbound/echo';
import { bindDelivery } from './bind';
import type { Desk } from './delivery.fixture';
import { aDesk } from './delivery.fixture';
import { settleDelivery } from './settle';

let database: TestDatabase;
let desk: Desk;
beforeAll(async () => {
  database = await testDatabase();
});
afterAll(() => database.close());
beforeEach(async () => {
  desk = await aDesk(database);
});

const TEXT = 'Yes, from Friday on.';

/** The network shows us a message of our account. */
function echo(externalId: string, at: Date, text = TEXT) {
  return asSystem(desk.workspaceId, (context) =>
    receiveEcho(context, {
      channelId: desk.channel.id,
      kind: 'message',
      externalId,
      participant: { externalId: desk.conversation.personExternalId },
      text,
      attachments: [],
      at,
    }),
  );
}

describe('the answer and the echo of one message', () => {
  const orders = {
    'answer, then echo': ['answer', 'echo'],
    'echo, then answer': ['echo', 'answer'],
    'echo twice, then answer': ['echo', 'echo', 'answer'],
    'echo alone, the answer is lost': ['echo'],
    'both at once': ['together'],
  } as const;
  it.each(Object.entries(orders))(
    '%s: the thread shows it once, in its place',
    async (_, steps) => {
      const externalId = anExternalId();
      const messageId = await desk.reply(TEXT);
      const attempt = await desk.begin(messageId);
      const at = new Date(Date.now() + 1_234);
      const act = {
        answer: async () => void (await desk.settle(attempt, { kind: 'accepted', externalId })),
        echo: async () => void (await echo(externalId, at)),
        together: async () => void (await Promise.all([act.answer(), act.echo()])),
      };
      for (const step of steps) await act[step]();

      expect(await desk.row(messageId)).toMatchObject({ state: 'sent', due_at: null });
      expect(await desk.thread()).toEqual([
        { id: messageId, external_id: externalId, at, body: TEXT },
      ]);
      expect(await desk.standing()).toMatchObject({ at, tie: externalId, waiting_since: null });
    },
  );

  it('ends the same when nobody recognised the echo and it already stood in the thread', async () => {
    const externalId = anExternalId();
    const at = new Date(Date.now() + 1_234);
    const messageId = await desk.reply('see https://shop.example/menu');
    const attempt = await desk.begin(messageId);
    await echo(externalId, at, 'see https://t.co/abc');
    expect(await desk.thread()).toHaveLength(2);
    await desk.settle(attempt, { kind: 'accepted', externalId });
    expect(await desk.thread()).toMatchObject([{ id: messageId, external_id: externalId, at }]);
    expect(await desk.standing()).toMatchObject({ at, preview: 'see https://shop.example/menu' });
  });
});

test('identical texts in one conversation are bound one to one, whatever was unknown between', async () => {
  const [first, second] = [await desk.reply('Yes'), await desk.reply('Yes')];
  await desk.attempt(first, { kind: 'unknown', detail: 'timed out' });
  const [firstId, secondId] = [anExternalId(), anExternalId()];
  await echo(firstId, new Date(), 'Yes');
  const attempt = await desk.begin(second);
  await echo(secondId, new Date(), 'Yes');
  await desk.settle(attempt, { kind: 'accepted', externalId: secondId });
  const thread = await desk.thread();
  expect(thread.map(({ id, external_id }) => [id, external_id])).toEqual([
    [first, firstId],
    [second, secondId],
  ]);
});

test('a message that a person said had arrived takes the id when the network shows it after all', async () => {
  const messageId = await desk.reply(TEXT);
  await desk.attempt(messageId, { kind: 'unknown', detail: 'timed out' });
  await database.admin.query("update deliveries set state = 'needs_review' where message_id = $1", [
    messageId,
  ]);
  await settleDelivery(desk.agent, { messageId, decision: 'arrived' });
  expect(await desk.row(messageId)).toMatchObject({ state: 'sent', external_id: null });
  const externalId = anExternalId();
  await echo(externalId, new Date());
  expect(await desk.thread()).toMatchObject([{ id: messageId, external_id: externalId }]);
});

test('what a colleague wrote in another app stays a message of its own', async () => {
  const messageId = await desk.reply(TEXT);
  await echo(anExternalId(), new Date(), 'written on the phone');
  expect(await desk.thread()).toHaveLength(2);
  expect((await desk.row(messageId)).state).toBe('queued');
});

test('an id that another message of ours has is not given out twice', async () => {
  const externalId = anExternalId();
  const [first, second] = [await desk.reply('one'), await desk.reply('two')];
  await desk.attempt(first, { kind: 'accepted', externalId });
  await desk.attempt(second, { kind: 'accepted', externalId });
  expect(await desk.row(first)).toMatchObject({ state: 'sent', external_id: externalId });
  expect(await desk.row(second)).toMatchObject({ state: 'unknown', external_id: null });
});

test.each(['failed', 'cancelled'])('a message that %s is not revived', async (state) => {
  const messageId = await desk.reply();
  await database.admin.query(
    'update deliveries set state = $2, due_at = null where message_id = $1',
    [messageId, state],
  );
  const bound = await asSystem(desk.workspaceId, async (context) => {
    const { bound: value, ...consequences } = await bindDelivery(context, {
      messageId,
      externalId: anExternalId(),
    });
    return { value, ...consequences };
  });
  expect(bound).toBe(false);
  expect(await desk.row(messageId)).toMatchObject({ state, external_id: null });
});

test('what was written after a message stays after it, although the network dates it later', async () => {
  const [first, second, third] = [
    await desk.reply('one'),
    await desk.reply('two'),
    await desk.reply('three'),
  ];
  const attempt = await desk.begin(first);
  await desk.settle(attempt, { kind: 'unknown', detail: '' });
  await echo(anExternalId(), new Date(Date.now() + 5_000), 'one');
  expect((await desk.thread()).map(({ id }) => id)).toEqual([first, second, third]);
});

test('nothing that a person wrote can be removed by the app, only an echo that became ours', async () => {
  const messageId = await desk.reply();
  await echo(anExternalId(), new Date(), 'from elsewhere');
  await withWorkspace(desk.workspaceId, (tx) =>
    tx.execute(sql`delete from messages where conversation_id = ${desk.conversation.id}`),
  );
  const { rows } = await database.admin.query(
    'select id from messages where conversation_id = $1 order by at',
    [desk.conversation.id],
  );
  expect(rows.map(({ id }) => id)).toEqual([desk.conversation.messageId, messageId]);
});
