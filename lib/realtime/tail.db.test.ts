import { afterAll, beforeAll, expect, test } from 'vitest';
import type { TestDatabase } from '@/db/testing';
import { testDatabase } from '@/db/testing';
import type { Desk } from '@/lib/commands/delivery/delivery.fixture';
import { aDesk } from '@/lib/commands/delivery/delivery.fixture';
import { settleDelivery } from '@/lib/commands/delivery/settle';
import { tailAfter } from './tail';

let database: TestDatabase;
beforeAll(async () => {
  database = await testDatabase();
});
afterAll(() => database.close());

test('an answer that goes out as it should troubles nobody', async () => {
  const desk = await aDesk(database);
  await desk.attempt(await desk.reply(), { kind: 'accepted', externalId: '7' });
  expect(await steps(desk)).toEqual(['delivery.changed', 'delivery.changed']);
});

test('one that fails is told as trouble, and so is what is decided about it', async () => {
  const desk = await aDesk(database);
  const messageId = await desk.reply();
  await desk.attempt(messageId, { kind: 'refused', reason: 'INVALID_MESSAGE' });
  await settleDelivery(desk.agent, { messageId, decision: 'discard' });
  expect(await steps(desk)).toEqual([
    'delivery.changed',
    'delivery.changed, troubled',
    'delivery.decided',
    'delivery.changed, troubled',
  ]);
});

async function steps({ workspaceId }: Desk): Promise<string[]> {
  const { events } = await tailAfter(workspaceId, 0, 100);
  return events
    .filter(({ type }) => type.startsWith('delivery.'))
    .map(({ type, troubled }) => (troubled ? `${type}, troubled` : type));
}
