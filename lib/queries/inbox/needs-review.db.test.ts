import { afterAll, beforeAll, expect, test } from 'vitest';
import type { TestDatabase } from '@/db/testing';
import { testDatabase } from '@/db/testing';
import type { Desk } from '@/lib/commands/delivery/delivery.fixture';
import { aDesk } from '@/lib/commands/delivery/delivery.fixture';
import { settleDelivery } from '@/lib/commands/delivery/settle';
import { conversationList } from './conversation-list';
import { viewCounts } from './view-counts';

let database: TestDatabase;
beforeAll(async () => {
  database = await testDatabase();
});
afterAll(() => database.close());

test('a failed reply leaves "Needs review" when it is discarded, not when another one arrives', async () => {
  const desk = await aDesk(database);
  const messageId = await desk.reply();
  await desk.attempt(messageId, { kind: 'refused', reason: 'INVALID_MESSAGE' });
  expect(await inReview(desk)).toEqual({ rows: [desk.conversation.id], count: 1 });
  const replacement = await desk.reply('better words');
  await desk.attempt(replacement, { kind: 'accepted', externalId: '7' });
  expect(await inReview(desk)).toEqual({ rows: [desk.conversation.id], count: 1 });
  await settleDelivery(desk.agent, { messageId, decision: 'discard' });
  expect(await inReview(desk)).toEqual({ rows: [], count: 0 });
});

async function inReview({ agent }: Desk) {
  const request = { view: 'review' as const, q: '', sort: null, zone: 'UTC', cursor: null };
  const { rows } = await conversationList(agent, request);
  return { rows: rows.map(({ id }) => id), count: (await viewCounts(agent)).counts['review'] };
}
