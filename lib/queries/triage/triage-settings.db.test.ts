import { afterAll, beforeAll, expect, test } from 'vitest';
import type { TestDatabase } from '@/db/testing';
import { aMember, aWorkspace, testDatabase } from '@/db/testing';
import { changeConversations } from '@/lib/commands/conversation/change';
import { aReceiver } from '@/lib/commands/inbound/inbound.fixture';
import { blockDomain } from '@/lib/commands/triage/block-domain';
import { correctIntent } from '@/lib/commands/triage/correct';
import { triageOf } from '@/lib/commands/triage/triage.fixture';
import { threadView } from '../inbox/thread-view';
import { triageSettings } from './triage-settings';

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

test('what was put aside, released, judged, corrected and blocked is counted', async () => {
  const desk = await aDesk();
  await desk.hears(desk.told({ from: 'a', text: 'https://win.example/1' }));
  await desk.hears(desk.told({ from: 'b', text: 'https://win.example/2' }));
  await desk.hears(desk.told({ from: 'c', text: 'Do you ship to Oslo?' }));
  const [first, , third] = await desk.conversations();
  await changeConversations(desk.agent, {
    items: [{ conversationId: first?.id }],
    change: { kind: 'status', status: 'open' },
  });
  await correctIntent(desk.agent, { messageId: third?.message_id, intent: 'business' });
  await blockDomain(desk.lead, { domain: 'win.example' });
  expect(await triageSettings(desk.lead)).toMatchObject({
    domains: [{ domain: 'win.example', by: desk.lead.name }],
    learned: { lessons: 2, resetAt: null },
    late: { days: 30, judged: 3, otherwise: 1, confirmed: 0, quarantined: 2, released: 1 },
  });
});

test('a conversation says what its newest message is, and by which of its words', async () => {
  const desk = await aDesk();
  const text = 'My parcel is broken 😡 and nobody answers';
  await desk.hears(desk.told({ text }));
  const [conversation] = await desk.conversations();
  const { conversation: shown } = await threadView(desk.agent, conversation?.id ?? '');
  expect(shown.quarantine).toBeNull();
  expect(shown.triage).toMatchObject({ intent: 'complaint', corrected: null, language: 'en' });
  const words = shown.triage?.words.map((each) => each.text) ?? [];
  expect(words).toContain('broken');
  for (const word of words) expect(text).toContain(word);
});

test('another workspace counts its own, and an agent is not told', async () => {
  const desk = await aDesk();
  await desk.hears(desk.told({ text: 'https://win.example/1' }));
  const elsewhere = await aMember(await aWorkspace(), ['lead']);
  expect((await triageSettings(elsewhere)).late).toMatchObject({ judged: 0, quarantined: 0 });
  await expect(triageSettings(desk.agent)).rejects.toMatchObject({ code: 'forbidden' });
});
