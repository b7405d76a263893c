import { afterAll, beforeAll, expect, test } from 'vitest';
import type { TestDatabase } from '@/db/testing';
import { aConversation, aMember, aWorkspace, testDatabase } from '@/db/testing';
import { closeConversation } from './close';
import { reopenConversation } from './reopen';

let database: TestDatabase;
beforeAll(async () => {
  database = await testDatabase();
});
afterAll(() => database.close());

async function aCase() {
  const workspace = await aWorkspace();
  const me = await aMember(workspace);
  const { id: conversationId } = await aConversation(workspace);
  return { workspace, me, conversationId };
}

async function rowOf(conversationId: string) {
  const { rows } = await database.admin.query(
    `select status, version, resolved_by, resolved_at is not null as resolved,
       waiting_since = last_inbound_at as waiting_since_asked from conversations where id = $1`,
    [conversationId],
  );
  return rows[0];
}

test('a reopened conversation waits again since the customer wrote', async () => {
  const { me, conversationId } = await aCase();
  await closeConversation(me, { conversationId, version: 1 });
  const results = await Promise.allSettled(
    [2, 2].map((version) => reopenConversation(me, { conversationId, version })),
  );
  expect(results.map((result) => result.status).sort()).toEqual(['fulfilled', 'rejected']);
  expect(await rowOf(conversationId)).toEqual({
    status: 'open',
    version: 3,
    resolved_by: null,
    resolved: false,
    waiting_since_asked: true,
  });
});

test('an open conversation cannot be reopened', async () => {
  const { me, conversationId } = await aCase();
  await expect(reopenConversation(me, { conversationId, version: 1 })).rejects.toMatchObject({
    code: 'conflict',
    message: 'This conversation is not closed.',
  });
});

test('reopening is for those who answer, in their own workspace', async () => {
  const { workspace, me, conversationId } = await aCase();
  await closeConversation(me, { conversationId, version: 1 });
  const marketer = await aMember(workspace, ['marketer', 'admin']);
  await expect(reopenConversation(marketer, { conversationId, version: 2 })).rejects.toMatchObject({
    code: 'forbidden',
  });
  const stranger = await aMember(await aWorkspace(), ['lead']);
  await expect(reopenConversation(stranger, { conversationId, version: 2 })).rejects.toMatchObject({
    code: 'not_found',
  });
  expect(await rowOf(conversationId)).toMatchObject({ version: 2, status: 'resolved' });
});
