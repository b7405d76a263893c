import { afterAll, beforeAll, expect, test } from 'vitest';
import type { TestDatabase } from '@/db/testing';
import { aMember, testDatabase } from '@/db/testing';
import { replyToConversation } from '../conversation/reply';
import { aReceiver } from '../inbound/inbound.fixture';
import { blockDomain } from './block-domain';
import { triageOf } from './triage.fixture';

let database: TestDatabase;
beforeAll(async () => {
  database = await testDatabase();
});
afterAll(() => database.close());

async function aDesk() {
  const receiver = await aReceiver(database);
  return { ...receiver, ...triageOf(database, receiver.workspaceId) };
}

const advert = 'Earn $900 per day from home, guaranteed! Click the link in my bio now';

test('a message is judged as it comes in, and its conversation shows it', async () => {
  const desk = await aDesk();
  await desk.hears(desk.told({ text: 'My parcel still has not arrived after 3 weeks. Awful!' }));
  expect(await desk.conversations()).toMatchObject([
    { status: 'open', intent: 'complaint', language: 'en', quarantine: null },
  ]);
  const [judgement] = await desk.judgements();
  expect(judgement).toMatchObject({ intent: 'complaint', model_version: 0, corrected: null });
  expect(Number(judgement?.confidence)).toBeGreaterThan(0.8);
  // Places alone: the words stay in the message.
  expect(JSON.stringify(judgement?.reasons)).not.toContain('parcel');
});

test('the conversation shows the newest message, and a late one changes nothing', async () => {
  const desk = await aDesk();
  const at = (minutes: number) => new Date(Date.now() - minutes * 60_000);
  await desk.hears(desk.told({ at: at(9), text: 'This is broken and useless' }));
  await desk.hears(desk.told({ at: at(5), text: 'Thank you so much, you are wonderful!' }));
  await desk.hears(desk.told({ at: at(7), text: 'Worst service ever, still waiting' }));
  expect(await desk.conversations()).toMatchObject([{ intent: 'praise' }]);
  expect(await desk.judgements()).toHaveLength(3);
});

test('what cannot be read, or says nothing, is not judged and comes in all the same', async () => {
  const desk = await aDesk();
  expect(await desk.hears(desk.told({ kind: 'unreadable', text: '' }))).toBe('received');
  expect(await desk.hears(desk.told({ text: ' \n ' }))).toBe('received');
  expect(await desk.judgements()).toEqual([]);
});

test('public posts are judged like private messages', async () => {
  const desk = await aDesk();
  await desk.hearsPost(desk.posted({ text: '@brand your app keeps crashing, fix it' }));
  expect(await desk.conversations()).toMatchObject([{ kind: 'public', intent: 'complaint' }]);
});

test('a stranger who begins with an advertisement is put aside, told with its words', async () => {
  const desk = await aDesk();
  await desk.hears(desk.told({ text: advert }));
  const [conversation] = await desk.conversations();
  expect(conversation).toMatchObject({ status: 'spam', intent: 'spam', waiting_since: null });
  expect(conversation?.quarantine?.signs).toMatchObject([{ sign: 'words' }]);
  expect(await desk.events('conversation.status')).toEqual([
    { from: 'open', to: 'spam', because: 'quarantine' },
  ]);
  expect(await desk.quarantines()).toHaveLength(1);
  expect(await desk.bodies()).toEqual([advert]);
});

test('a first message that is nothing but a link is put aside; a link with words is not', async () => {
  const desk = await aDesk();
  await desk.hears(desk.told({ from: 'ana', text: 'https://win.example/now' }));
  await desk.hears(desk.told({ from: 'ben', text: 'Is this yours? https://win.example/now' }));
  await desk.hears(desk.told({ from: 'eva', text: 'https://x.com/brand/status/12' }));
  expect((await desk.conversations()).map(({ status }) => status)).toEqual([
    'spam',
    'open',
    'open',
  ]);
});

test('a blocked domain puts strangers aside, with all that ends in it', async () => {
  const desk = await aDesk();
  const lead = await aMember(desk.workspaceId, ['lead']);
  await blockDomain(lead, { domain: 'https://Pills.Example/offer' });
  await desk.hears(desk.told({ from: 'ana', text: 'Have a look: https://shop.pills.example/1' }));
  await desk.hears(desk.told({ from: 'ben', text: 'Have a look: https://notpills.example/1' }));
  const [first, second] = await desk.conversations();
  expect(first?.quarantine?.signs).toEqual([{ sign: 'blocked_domain', shown: 'pills.example' }]);
  expect(second?.status).toBe('open');
});

test('the same text from many strangers is put aside from the fourth on', async () => {
  const desk = await aDesk();
  for (const [index, from] of ['a', 'b', 'c', 'd', 'e'].entries()) {
    const text = `Dear friend ${index}, our new collection of curtains is waiting for you today`;
    await desk.hears(desk.told({ from, text }));
  }
  const all = await desk.conversations();
  expect(all.map(({ status }) => status)).toEqual(['open', 'open', 'open', 'spam', 'spam']);
  expect(all[3]?.quarantine?.signs).toEqual([{ sign: 'repeated', shown: '4' }]);
});

test('whom we have answered, who matters, and who came by our link is never put aside', async () => {
  const desk = await aDesk();
  const agent = await aMember(desk.workspaceId);
  const first = desk.posted({ from: 'known', text: 'Hello there' });
  await desk.hearsPost(first);
  const [thread] = await desk.conversations();
  await replyToConversation(agent, {
    conversationId: thread?.id,
    clientKey: '0198a000-0000-7000-8000-000000000001',
    body: 'Hello!',
    seenSeq: 1_000,
  });
  await desk.hears(desk.told({ from: 'known', text: advert }));
  await desk.hears(desk.told({ from: 'link', text: `${advert} (ref 2BCDFG)` }));
  await desk.hearsPost(desk.posted({ from: 'vip', text: 'lovely shop' }));
  await database.admin.query(
    `update contacts set vip = true where workspace_id = $1 and name = 'Name of vip'`,
    [desk.workspaceId],
  );
  await desk.hears(desk.told({ from: 'vip', text: advert }));
  expect((await desk.conversations()).filter(({ status }) => status === 'spam')).toEqual([]);
});

test('only a first message is put aside', async () => {
  const desk = await aDesk();
  await desk.hears(desk.told({ text: 'Do you have the large one in blue?' }));
  await desk.hears(desk.told({ text: advert }));
  expect(await desk.conversations()).toMatchObject([{ status: 'open', intent: 'spam' }]);
});
