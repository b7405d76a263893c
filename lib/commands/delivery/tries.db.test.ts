import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import type { TestDatabase } from '@/db/testing';
import { testDatabase } from '@/db/testing';
import type { Desk } from './delivery.fixture';
import { aDesk } from './delivery.fixture';
import { retryDelivery } from './retry';

const unreachable = { kind: 'not_accepted', reason: 'NETWORK_UNREACHABLE' } as const;
const limited = { kind: 'not_accepted', reason: 'RATE_LIMITED' } as const;

let database: TestDatabase;
let desk: Desk;
beforeAll(async () => {
  database = await testDatabase();
});
afterAll(() => database.close());
beforeEach(async () => {
  desk = await aDesk(database);
});

/** Leaves again at once, however long it should wait, and comes to this outcome. */
async function again(messageId: string, outcome: typeof unreachable | typeof limited) {
  await database.admin.query(
    'update deliveries set not_before = now(), due_at = now() where message_id = $1',
    [messageId],
  );
  await database.admin.query(
    `update channel_budgets set remaining = 15, reset_at = now() + interval '1 hour' where channel_id = $1`,
    [desk.channel.id],
  );
  await desk.attempt(messageId, outcome);
}

async function times(count: number, run: () => Promise<unknown>): Promise<void> {
  for (let time = 0; time < count; time++) {
    await run();
  }
}

test('waiting for the rate wears no patience out: after twelve waits one lost connection is one', async () => {
  const messageId = await desk.reply();
  await times(12, () => again(messageId, limited));
  await again(messageId, unreachable);
  expect(await desk.row(messageId)).toMatchObject({ state: 'queued', attempt_no: 13 });
  await times(11, () => again(messageId, unreachable));
  expect(await desk.row(messageId)).toMatchObject({ state: 'failed', attempt_no: 24 });
});

test('Retry begins anew: it is not given up at the first lost connection', async () => {
  const messageId = await desk.reply();
  await times(12, () => again(messageId, unreachable));
  expect(await desk.row(messageId)).toMatchObject({ state: 'failed' });
  await retryDelivery(desk.agent, { messageId });
  await times(11, () => again(messageId, unreachable));
  expect(await desk.row(messageId)).toMatchObject({ state: 'queued' });
  await again(messageId, unreachable);
  expect(await desk.row(messageId)).toMatchObject({ state: 'failed' });
});
