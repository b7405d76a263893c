import { v7 as uuid } from 'uuid';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { TestDatabase } from '@/db/testing';
import { aConversation, aMember, aWorkspace, testDatabase } from '@/db/testing';
import { markRead } from '@/lib/commands/conversation/mark-read';
import type { Actor } from '@/lib/domain/access/can';
import { threadView } from './thread-view';

let database: TestDatabase;
beforeAll(async () => {
  database = await testDatabase();
});
afterAll(() => database.close());

async function aReader() {
  const workspace = await aWorkspace();
  const [me, other] = [await aMember(workspace), await aMember(workspace, ['marketer'])];
  await database.admin.query("update members set created_at = now() - interval '1 hour'");
  const { id } = await aConversation(workspace);
  const standing = async (actor: Actor = me) => {
    const { conversation } = await threadView(actor, id);
    const { unread, readUpTo, lastMessageAt } = conversation;
    return { unread, readUpTo, lastMessageAt };
  };
  return { workspace, me, other, id, standing };
}

test('reading is a matter of one person, and only goes on', async () => {
  const { me, other, id, standing } = await aReader();
  const { unread, lastMessageAt } = await standing();
  expect(unread).toBe(true);
  await markRead(me, { conversationId: id, upTo: lastMessageAt });
  expect(await standing()).toMatchObject({ unread: false, readUpTo: lastMessageAt });
  await markRead(me, { conversationId: id, upTo: '2026-01-01T00:00:00Z' });
  expect(await standing()).toMatchObject({ unread: false, readUpTo: lastMessageAt });
  expect(await standing(other)).toMatchObject({ unread: true });
});

test('a conversation is made unread from a message on, or altogether', async () => {
  const { me, id, standing } = await aReader();
  const { lastMessageAt } = await standing();
  await markRead(me, { conversationId: id, upTo: lastMessageAt });
  const before = '2026-02-03T04:05:06.123456Z';
  await markRead(me, { conversationId: id, upTo: before, unread: true });
  expect(await standing()).toMatchObject({ unread: true, readUpTo: before });
  await markRead(me, { conversationId: id, upTo: lastMessageAt });
  await markRead(me, { conversationId: id, upTo: null });
  expect(await standing()).toMatchObject({ unread: true, readUpTo: null });
});

test('what was there before somebody joined is read', async () => {
  const { workspace, id, standing } = await aReader();
  const newcomer = await aMember(workspace);
  expect(await standing(newcomer)).toMatchObject({ unread: false });
  await markRead(newcomer, { conversationId: id, upTo: null });
  expect(await standing(newcomer)).toMatchObject({ unread: true });
});

test('reading leaves no event, and no mark in another workspace', async () => {
  const { me, id, standing } = await aReader();
  const stranger = await aMember(await aWorkspace(), ['admin']);
  const upTo = (await standing()).lastMessageAt;
  const foreign = await markRead(stranger, { conversationId: id, upTo }).catch((e: unknown) => e);
  const missing = await markRead(stranger, { conversationId: uuid(), upTo }).catch(
    (e: unknown) => e,
  );
  expect(foreign).toMatchObject({ code: 'not_found' });
  expect(foreign).toEqual(missing);
  const nobody = { ...me, roles: [] };
  await expect(markRead(nobody, { conversationId: id, upTo })).rejects.toMatchObject({
    code: 'forbidden',
  });
  await markRead(me, { conversationId: id, upTo });
  const { rows } = await database.admin.query(
    `select (select count(*)::int from conversation_reads where conversation_id = $1) as marks,
       (select count(*)::int from events where conversation_id = $1) as events`,
    [id],
  );
  expect(rows).toEqual([{ marks: 1, events: 0 }]);
});
