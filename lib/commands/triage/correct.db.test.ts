import { afterAll, beforeAll, expect, test } from 'vitest';
import type { TestDatabase } from '@/db/testing';
import { aMember, aWorkspace, testDatabase } from '@/db/testing';
import { changeConversations } from '../conversation/change';
import { undoChanges } from '../conversation/undo';
import { aReceiver } from '../inbound/inbound.fixture';
import { blockDomain, unblockDomain } from './block-domain';
import { correctIntent } from './correct';
import { resetLearning } from './reset-learning';
import { triageOf } from './triage.fixture';

let database: TestDatabase;
beforeAll(async () => {
  database = await testDatabase();
});
afterAll(() => database.close());

async function aDesk() {
  const receiver = await aReceiver(database);
  const { workspaceId } = receiver;
  const agent = await aMember(workspaceId);
  const lead = await aMember(workspaceId, ['lead']);
  return { ...receiver, ...triageOf(database, workspaceId), agent, lead };
}

const odd = 'the caramel has gone all grainy on me';

test('one key says what it is; the conversation, the colleagues and the next message know it', async () => {
  const desk = await aDesk();
  await desk.hears(desk.told({ text: 'Do you deliver to Norway?' }));
  const [before] = await desk.conversations();
  const messageId = before?.message_id;
  const answer = await correctIntent(desk.agent, { messageId, intent: 'business' });
  expect(answer).toEqual({ before: null });
  expect(await desk.conversations()).toMatchObject([{ intent: 'business', version: 1 }]);
  expect(await desk.events('triage.corrected')).toEqual([{ from: 'question', to: 'business' }]);
  expect(await desk.model()).toMatchObject({ version: 1, lessons: 1 });
  // The same question in other words, until it is learned: a handful of corrections must do.
  for (const [from, word] of ['please', 'too', 'as well', 'by any chance', 'at all'].entries()) {
    await desk.hears(desk.told({ from: `b${from}`, text: `Do you deliver to Norway ${word}?` }));
    const newest = (await desk.conversations()).at(-1);
    if (newest?.intent === 'business') break;
    await correctIntent(desk.agent, { messageId: newest?.message_id, intent: 'business' });
  }
  await desk.hears(desk.told({ from: 'z', text: 'Do you deliver to Norway now?' }));
  expect((await desk.conversations()).at(-1)).toMatchObject({ intent: 'business' });
  expect((await desk.judgements()).at(-1)?.model_version).toBeGreaterThan(0);
});

test('the same word again changes nothing; taken back it leaves no trace', async () => {
  const desk = await aDesk();
  await desk.hears(desk.told({ text: odd }));
  const [{ message_id: messageId, intent } = { message_id: '', intent: null }] =
    await desk.conversations();
  await correctIntent(desk.agent, { messageId, intent: 'press' });
  expect(await correctIntent(desk.agent, { messageId, intent: 'press' })).toEqual({
    before: 'press',
  });
  expect(await correctIntent(desk.agent, { messageId, intent: null })).toEqual({ before: 'press' });
  expect(await desk.conversations()).toMatchObject([{ intent }]);
  expect(await desk.lessons()).toEqual([]);
  expect(await desk.events('triage.corrected')).toHaveLength(2);
  expect(await desk.model()).toMatchObject({ lessons: 0 });
});

test('an older message is corrected without moving what the conversation shows', async () => {
  const desk = await aDesk();
  await desk.hears(desk.told({ at: new Date(Date.now() - 60_000), text: 'It is broken' }));
  await desk.hears(desk.told({ text: 'Thank you so much!' }));
  const [conversation] = await desk.conversations();
  await correctIntent(desk.agent, { messageId: conversation?.message_id, intent: 'request' });
  expect(await desk.conversations()).toMatchObject([{ intent: 'praise' }]);
});

test('two who correct at once both teach', async () => {
  const desk = await aDesk();
  for (const from of ['a', 'b', 'c', 'd']) {
    await desk.hears(desk.told({ from, text: odd }));
  }
  const all = await desk.conversations();
  await Promise.all(
    all.map(({ message_id: messageId }) =>
      correctIntent(desk.agent, { messageId, intent: 'complaint' }),
    ),
  );
  expect(await desk.model()).toMatchObject({ version: 4, lessons: 4 });
});

test('marking spam teaches, and taking it back unteaches', async () => {
  const desk = await aDesk();
  await desk.hears(desk.told({ text: odd }));
  const [conversation] = await desk.conversations();
  const items = [{ conversationId: conversation?.id }];
  const { changed } = await changeConversations(desk.agent, {
    items,
    change: { kind: 'status', status: 'spam' },
  });
  expect(await desk.lessons()).toEqual(['spam']);
  await undoChanges(desk.agent, { items: changed });
  expect(await desk.lessons()).toEqual([]);
  expect(await desk.conversations()).toMatchObject([{ status: 'open', quarantine: null }]);
});

test('release clears the quarantine, counts and teaches; its undo puts it back', async () => {
  const desk = await aDesk();
  const at = new Date(Date.now() - 60_000);
  await desk.hears(desk.told({ at, text: 'https://win.example/now' }));
  const [conversation] = await desk.conversations();
  const { changed } = await changeConversations(desk.agent, {
    items: [{ conversationId: conversation?.id }],
    change: { kind: 'status', status: 'open' },
  });
  expect(await desk.conversations()).toMatchObject([
    { status: 'open', quarantine: null, waiting_since: at },
  ]);
  expect(await desk.quarantines()).toMatchObject([
    { released_at: expect.any(Date), released_by: desk.agent.memberId },
  ]);
  expect(await desk.lessons()).toHaveLength(1);
  await undoChanges(desk.agent, { items: changed });
  expect(await desk.conversations()).toMatchObject([
    { status: 'spam', quarantine: conversation?.quarantine },
  ]);
  expect(await desk.quarantines()).toMatchObject([{ released_at: null }]);
  expect(await desk.lessons()).toEqual([]);
});

test('what was learned can be thrown away; what people said stays', async () => {
  const desk = await aDesk();
  await desk.hears(desk.told({ text: odd }));
  const [conversation] = await desk.conversations();
  await correctIntent(desk.agent, { messageId: conversation?.message_id, intent: 'press' });
  await resetLearning(desk.lead, {});
  expect(await desk.model()).toEqual({ version: 2, lessons: 0 });
  expect(await desk.judgements()).toMatchObject([{ corrected: 'press' }]);
  expect(await desk.events('triage.changed')).toHaveLength(1);
});

test('domains are kept once, and only where they are domains', async () => {
  const { lead } = await aDesk();
  expect(await blockDomain(lead, { domain: ' WWW.Spam.example/x?y ' })).toEqual({
    domain: 'spam.example',
  });
  await expect(blockDomain(lead, { domain: 'spam.example' })).rejects.toMatchObject({
    code: 'conflict',
  });
  await expect(blockDomain(lead, { domain: 'no domain' })).rejects.toMatchObject({
    code: 'invalid',
  });
  await unblockDomain(lead, { domain: 'spam.example' });
  await expect(unblockDomain(lead, { domain: 'spam.example' })).rejects.toMatchObject({
    code: 'not_found',
  });
});

test('another workspace has no such message and no such domain', async () => {
  const desk = await aDesk();
  await desk.hears(desk.told({ text: odd }));
  const [conversation] = await desk.conversations();
  const elsewhere = await aWorkspace();
  const stranger = await aMember(elsewhere);
  await expect(
    correctIntent(stranger, { messageId: conversation?.message_id, intent: 'press' }),
  ).rejects.toMatchObject({ code: 'not_found' });
  await blockDomain(desk.lead, { domain: 'spam.example' });
  const theirLead = await aMember(elsewhere, ['lead']);
  await expect(unblockDomain(theirLead, { domain: 'spam.example' })).rejects.toMatchObject({
    code: 'not_found',
  });
  await resetLearning(theirLead, {});
  expect(await desk.lessons()).toEqual([]);
});

test('the wrong role corrects and manages nothing', async () => {
  const desk = await aDesk();
  const marketer = await aMember(desk.workspaceId, ['marketer']);
  const forbidden = { code: 'forbidden' };
  const messageId = '0198a000-0000-7000-8000-000000000001';
  await expect(correctIntent(marketer, { messageId, intent: 'press' })).rejects.toMatchObject(
    forbidden,
  );
  await expect(blockDomain(desk.agent, { domain: 'a.example' })).rejects.toMatchObject(forbidden);
  await expect(unblockDomain(desk.agent, { domain: 'a.example' })).rejects.toMatchObject(forbidden);
  await expect(resetLearning(desk.agent, {})).rejects.toMatchObject(forbidden);
});
