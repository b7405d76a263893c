import { sql } from 'drizzle-orm';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { TestDatabase } from '@/db/testing';
import { aConversation, aMember, aWorkspace, testDatabase } from '@/db/testing';
import { asSystem } from '../command';
import { claimConversation } from './claim';
import { closeConversation } from './close';

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

test('of two who close at once one does, and closing is recorded once', async () => {
  const { me, conversationId } = await aCase();
  const results = await Promise.allSettled(
    [1, 1].map((version) => closeConversation(me, { conversationId, version })),
  );
  expect(results.map((result) => result.status).sort()).toEqual(['fulfilled', 'rejected']);
  expect(await rowOf(conversationId)).toEqual({
    status: 'resolved',
    version: 2,
    resolved_by: me.memberId,
    resolved: true,
    waiting_since_asked: null,
  });
  const { rows } = await database.admin.query(
    'select type, actor_member_id from events where conversation_id = $1',
    [conversationId],
  );
  expect(rows).toEqual([{ type: 'conversation.closed', actor_member_id: me.memberId }]);
});

test('whoever looked at an older state is refused and told the present one', async () => {
  const { me, conversationId } = await aCase();
  await claimConversation(me, { conversationId });
  await expect(closeConversation(me, { conversationId, version: 1 })).rejects.toMatchObject({
    code: 'conflict',
    details: { version: 2, status: 'open', ownerId: me.memberId },
  });
});

test('a customer who has just written again stops the close of whoever has not seen it', async () => {
  const { workspace, me, conversationId } = await aCase();
  await asSystem(workspace, async ({ tx }) => {
    const { rows } = await tx.execute<{ id: string }>(
      sql`select id from messages where conversation_id = ${conversationId}`,
    );
    const messageId = rows[0]?.id ?? '';
    return { value: null, events: [{ type: 'message.received', conversationId, messageId }] };
  });
  const close = (seenSeq: number) => closeConversation(me, { conversationId, version: 1, seenSeq });
  await expect(close(0)).rejects.toMatchObject({
    code: 'conflict',
    details: { unseen: [{ kind: 'inbound', body: 'Is the salted caramel back?' }] },
  });
  expect(await close(1)).toMatchObject({ version: 2 });
});

test('closing is for those who answer, in their own workspace', async () => {
  const { workspace, conversationId } = await aCase();
  const marketer = await aMember(workspace, ['marketer', 'admin']);
  await expect(closeConversation(marketer, { conversationId, version: 1 })).rejects.toMatchObject({
    code: 'forbidden',
  });
  const stranger = await aMember(await aWorkspace(), ['lead']);
  await expect(closeConversation(stranger, { conversationId, version: 1 })).rejects.toMatchObject({
    code: 'not_found',
  });
  expect(await rowOf(conversationId)).toMatchObject({ version: 1, status: 'open' });
});
