import { afterAll, beforeAll, expect, test } from 'vitest';
import type { TestDatabase } from '@/db/testing';
import { aConversation, aMember, aWorkspace, testDatabase } from '@/db/testing';
import { pickerReplies } from './picker';
import { aLibrary } from './replies.fixture';

let database: TestDatabase;
beforeAll(async () => {
  database = await testDatabase();
});
afterAll(() => database.close());

test('what is published can be picked, in all its languages, and nothing else', async () => {
  const { me, channelId, reply, version } = await aLibrary(database);
  const melted = await reply('melted', {
    title: 'It melted',
    folder: 'Delivery',
    channelIds: [channelId],
  });
  const en = await version(melted, { body: '[[A new tub]]' });
  const de = await version(melted, { language: 'de', body: 'Ein neuer Becher', allowance: 'free' });
  await version(await reply('drafted'), { state: 'draft' });
  await version(await reply('recalled'), { state: 'recalled' });
  await version(await reply('archived', { archivedAt: '2026-01-01' }));
  const versions = [
    { id: de, language: 'de', body: 'Ein neuer Becher', allowance: 'free' },
    { id: en, language: 'en', body: '[[A new tub]]' },
  ];
  expect(await pickerReplies(me)).toEqual([
    {
      id: melted,
      key: 'melted',
      title: 'It melted',
      folder: 'Delivery',
      purpose: 'answer',
      channelIds: [channelId],
      sourceLanguage: 'en',
      versions,
    },
  ]);
});

test('a version whose end has come is not offered, though nobody has ended it yet', async () => {
  const { me, reply, version } = await aLibrary(database);
  await version(await reply('summer'), { validUntil: '2026-01-01' });
  expect(await pickerReplies(me)).toEqual([]);
});

test('it is told what each was sent for in ninety days, as a person says it was', async () => {
  const { workspaceId, me, reply, version, sent, judged } = await aLibrary(database);
  const id = await version(await reply('melted'));
  const [complaint, corrected, unjudged] = await Promise.all([
    aConversation(workspaceId),
    aConversation(workspaceId),
    aConversation(workspaceId),
  ]);
  await judged(complaint.messageId, { intent: 'complaint' });
  await judged(corrected.messageId, { intent: 'praise', corrected: 'question' });
  for (const { id: conversationId } of [complaint, complaint, corrected, unjudged]) {
    await sent(id, conversationId);
  }
  await sent(id, complaint.id, 91);
  const [line] = await pickerReplies(me);
  expect(line?.sentFor).toEqual({ complaint: 2, question: 1, '': 1 });
  expect(line?.lastSentAt).toMatch(/^\d{4}-.*Z$/);
});

test('what an earlier version was sent for counts for its reply', async () => {
  const { workspaceId, me, reply, version, sent } = await aLibrary(database);
  const id = await reply('melted');
  const { id: conversationId } = await aConversation(workspaceId);
  await sent(await version(id, { state: 'superseded' }), conversationId, 3);
  await sent(await version(id), conversationId, 2);
  expect(await pickerReplies(me)).toMatchObject([{ sentFor: { '': 2 } }]);
});

test('another workspace’s replies are nobody else’s', async () => {
  const { reply, version } = await aLibrary(database);
  await version(await reply('melted'));
  expect(await pickerReplies(await aMember(await aWorkspace(), ['lead']))).toEqual([]);
});

test('a role is needed', async () => {
  const { me } = await aLibrary(database);
  await expect(pickerReplies({ ...me, roles: [] })).rejects.toMatchObject({ code: 'forbidden' });
});
