import { afterAll, beforeAll, expect, test } from 'vitest';
import type { TestDatabase } from '@/db/testing';
import { aConversation, aMember, aWorkspace, testDatabase } from '@/db/testing';
import { aLibrary } from './replies.fixture';
import { pickerSide } from './side';

let database: TestDatabase;
beforeAll(async () => {
  database = await testDatabase();
});
afterAll(() => database.close());

test('a conversation fills in both sides, its reference, and what is known of the customer', async () => {
  const { workspaceId, channelId, me, judged } = await aLibrary(database);
  const { id, contactId, messageId } = await aConversation(workspaceId, { channelId });
  await database.admin.query('update contacts set attributes = $2 where id = $1', [
    contactId,
    { city: 'Bristol', tubs: 3, member: true },
  ]);
  await judged(messageId, { intent: 'praise', language: 'de', corrected: 'complaint' });
  const side = await pickerSide(me, id);
  expect(side).toMatchObject({
    channelId,
    network: 'x',
    language: 'de',
    channelLanguage: 'en',
    intent: 'complaint',
  });
  expect(side.values).toMatchObject({
    'contact.first_name': 'Ana',
    'member.first_name': 'Mo',
    'channel.handle': '@caramel',
    'attribute.city': 'Bristol',
    'attribute.tubs': '3',
    'attribute.member': 'yes',
    'conversation.reference': id.replaceAll('-', '').slice(-8).toUpperCase(),
  });
  expect(side.values['contact.handle']).toMatch(/^@ana/);
});

test('a message that gives no language away leaves the one that is known', async () => {
  const { workspaceId, channelId, me, judged } = await aLibrary(database);
  const { id, messageId } = await aConversation(workspaceId, { channelId });
  await judged(messageId, { intent: 'complaint', language: 'de' });
  const { rows } = await database.admin.query(
    `insert into messages (workspace_id, id, conversation_id, channel_id, kind, body, at, external_id)
     values ($1, gen_random_uuid(), $2, $3, 'inbound', '58213', now(), 'later') returning id`,
    [workspaceId, id, channelId],
  );
  await judged(rows[0].id, { intent: 'other', language: null });
  expect(await pickerSide(me, id)).toMatchObject({ language: 'de', intent: 'other' });
});

test('nothing is known of what nobody judged', async () => {
  const { workspaceId, me } = await aLibrary(database);
  const { id } = await aConversation(workspaceId);
  expect(await pickerSide(me, id)).toMatchObject({ language: null, intent: null });
});

test('another workspace’s conversation is not there; and a role is needed', async () => {
  const { workspaceId, me } = await aLibrary(database);
  const { id } = await aConversation(workspaceId);
  const stranger = await aMember(await aWorkspace(), ['lead']);
  await expect(pickerSide(stranger, id)).rejects.toMatchObject({ code: 'not_found' });
  await expect(pickerSide({ ...me, roles: [] }, id)).rejects.toMatchObject({ code: 'forbidden' });
});
