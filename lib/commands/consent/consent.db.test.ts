import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { TestDatabase } from '@/db/testing';
import { aMember, aWorkspace, testDatabase } from '@/db/testing';
import type { Actor } from '@/lib/domain/access/can';
import { decide } from '@/lib/domain/permissions/decide';
import { inputFor } from '@/lib/domain/permissions/reply-input';
import { permissionFactsOf } from '@/lib/permission-facts';
import { ledgerFile } from '@/lib/queries/consent/export';
import { ledger } from '@/lib/queries/consent/ledger';
import { consentWordsOf } from '@/lib/queries/consent/words';
import { asSystem } from '../command';
import { aReceiver } from '../inbound/inbound.fixture';
import { changeConsentWords } from './change-words';
import { recordConsent } from './record';

let database: TestDatabase;
let here: Awaited<ReturnType<typeof aReceiver>>;
let agent: Actor;
beforeAll(async () => {
  database = await testDatabase();
});
afterAll(() => database.close());
beforeEach(async () => {
  here = await aReceiver(database);
  agent = await aMember(here.workspaceId);
  const admin = await aMember(here.workspaceId, ['admin']);
  await changeConsentWords(admin, words);
});

const words = {
  stop: 'STOP\nDésabonner',
  no_offers: 'No offers',
  back: 'START',
  stopConfirmation: 'You will hear no more.',
  offersConfirmation: '',
};

const MINUTE = 60_000;
const ago = (minutes: number) => new Date(Date.now() - minutes * MINUTE);

/** Ana says it; answers her conversation. */
async function says(text: string, minutes = 0): Promise<string> {
  await here.hears(here.told({ text, at: ago(minutes) }));
  const [thread] = await here.threads();
  return thread?.id ?? '';
}

async function verdictFor(conversationId: string, purpose: 'reply' | 'follow_up' | 'offer') {
  const { workspaceId } = here;
  const facts = await asSystem(workspaceId, async ({ tx }) => ({
    value: await permissionFactsOf(tx, workspaceId, { conversationId }),
    events: [],
  }));
  if (!facts) throw new Error('no facts');
  const { verdict, reason } = decide(inputFor(facts, purpose));
  return `${verdict} ${reason}`;
}

/** Whether what they asked counts as not settled yet. */
async function openIn(conversationId: string): Promise<boolean | undefined> {
  const { workspaceId } = here;
  return await asSystem(workspaceId, async ({ tx }) => ({
    value: (await permissionFactsOf(tx, workspaceId, { conversationId }))?.isOpen,
    events: [],
  }));
}

async function entries(conversationId: string) {
  const { lines } = await ledger(agent, conversationId);
  return lines.map(({ scope, granted, source }) => `${scope} ${granted ? 'yes' : 'no'} ${source}`);
}

async function messageOf(conversationId: string, body: string): Promise<string> {
  const { rows } = await database.admin.query<{ id: string }>(
    'select id from messages where conversation_id = $1 and body = $2',
    [conversationId, body],
  );
  return rows[0]?.id ?? '';
}

describe('a word that opts out', () => {
  test('counts at once, stands in the ledger with the message, and is confirmed once', async () => {
    await says('Where is my parcel?', 9);
    const id = await says('Stop!', 5);
    expect(await entries(id)).toEqual(['all no word']);
    expect(await here.bodies()).toEqual(['Where is my parcel?', 'Stop!', 'You will hear no more.']);
    expect(await verdictFor(id, 'reply')).toBe('refuse OPTED_OUT');
    const [line] = (await ledger(agent, id)).lines;
    expect(line).toMatchObject({ evidence: 'Stop!', confirmation: 'queued', recordedBy: null });

    await says('STOP', 3);
    expect(await entries(id)).toEqual(['all no word', 'all no word']);
    expect((await here.bodies()).filter((body) => body === words.stopConfirmation)).toHaveLength(1);
  });

  test('lets them be answered when they write again, and nothing else', async () => {
    await says('STOP', 5);
    const id = await says('Wait, where is my parcel?', 2);
    expect(await verdictFor(id, 'reply')).toMatch(/^allow/);
    expect(await verdictFor(id, 'follow_up')).toBe('refuse OPTED_OUT');
    expect(await verdictFor(id, 'offer')).toBe('refuse OPTED_OUT');
  });

  test('is not got around by opening again what was closed', async () => {
    await says('STOP', 9);
    const id = await says('Thank you', 5);
    await database.admin.query(
      `insert into events (workspace_id, seq, type, conversation_id, at)
       values ($1, 1000000, 'conversation.closed', $2, now() - interval '2 minutes')`,
      [here.workspaceId, id],
    );
    expect(await openIn(id)).toBe(false);
    await says('One more thing', 1);
    expect(await openIn(id)).toBe(true);
  });

  test('is all that the message says', async () => {
    const id = await says('Please stop by when you are in town', 5);
    expect(await entries(id)).toEqual([]);
    expect(await verdictFor(id, 'reply')).toMatch(/^allow/);
  });

  test('told twice by the network it is one entry; found late it counts, and nobody is told', async () => {
    const stop = here.told({ text: 'désabonner', at: ago(4), healed: true });
    await here.hears(stop);
    await here.hears(stop);
    const [thread] = await here.threads();
    expect(await entries(thread?.id ?? '')).toEqual(['all no word']);
    expect(await here.bodies()).toEqual(['désabonner']);
  });

  test('of offers leaves everything else; without words of ours nothing is sent', async () => {
    const id = await says('no offers.', 4);
    expect(await entries(id)).toEqual(['offers no word']);
    expect(await here.bodies()).toEqual(['no offers.']);
    expect(await verdictFor(id, 'reply')).toMatch(/^allow/);
    expect(await verdictFor(id, 'offer')).toBe('refuse OPTED_OUT');
  });

  test('is taken back by the word for it, which otherwise does nothing', async () => {
    await says('Start', 9);
    await says('STOP', 5);
    const id = await says('start', 2);
    expect(await entries(id)).toEqual(['all yes word', 'all no word']);
    expect(await verdictFor(id, 'follow_up')).toMatch(/^allow/);
  });
});

describe('what a member writes down', () => {
  test('a yes to offers with what shows it; a no beats it', async () => {
    const id = await says('Yes, do send me offers', 9);
    const messageId = await messageOf(id, 'Yes, do send me offers');
    expect(await verdictFor(id, 'offer')).toBe('refuse NO_OFFER_CONSENT');
    const offers = { conversationId: id, scope: 'offers' } as const;
    await recordConsent(agent, { ...offers, granted: true, messageId });
    expect(await verdictFor(id, 'offer')).toMatch(/^allow/);
    await recordConsent(agent, { ...offers, granted: false, told: 'by phone' });
    expect(await verdictFor(id, 'offer')).toBe('refuse OPTED_OUT');
    const [line] = (await ledger(agent, id)).lines;
    expect(line).toMatchObject({ evidence: 'by phone', recordedBy: agent.name });
  });

  test('a no is talked away by nobody: it takes a later message of theirs', async () => {
    await says('I like your ice cream', 9);
    await says('STOP', 5);
    const id = await says('I changed my mind', 2);
    const back = { conversationId: id, scope: 'all', granted: true } as const;
    const conflict = { code: 'conflict' };
    await expect(recordConsent(agent, { ...back, told: 'by phone' })).rejects.toMatchObject(
      conflict,
    );
    const before = await messageOf(id, 'I like your ice cream');
    await expect(recordConsent(agent, { ...back, messageId: before })).rejects.toMatchObject(
      conflict,
    );
    const offers = { ...back, scope: 'offers', told: 'by phone' } as const;
    await expect(recordConsent(agent, offers)).rejects.toMatchObject(conflict);
    expect(await entries(id)).toEqual(['all no word']);
    const after = await messageOf(id, 'I changed my mind');
    await recordConsent(agent, { ...back, messageId: after });
    expect(await verdictFor(id, 'follow_up')).toMatch(/^allow/);
  });

  test('needs something that shows it', async () => {
    const id = await says('Hello', 9);
    const yes = { conversationId: id, scope: 'offers', granted: true } as const;
    await expect(recordConsent(agent, yes)).rejects.toMatchObject({ code: 'invalid' });
    await expect(recordConsent(agent, { ...yes, told: '  ' })).rejects.toMatchObject({
      code: 'invalid',
    });
    const ours = await says('STOP', 5).then(() => messageOf(id, words.stopConfirmation));
    await expect(recordConsent(agent, { ...yes, messageId: ours })).rejects.toMatchObject({
      code: 'not_found',
    });
  });

  test('is refused to who may not, and to another workspace', async () => {
    const id = await says('Hello', 9);
    const no = { conversationId: id, scope: 'all', granted: false, told: 'by phone' } as const;
    const admin = await aMember(here.workspaceId, ['admin']);
    await expect(recordConsent(admin, no)).rejects.toMatchObject({ code: 'forbidden' });
    const neighbour = await aMember(await aWorkspace());
    await expect(recordConsent(neighbour, no)).rejects.toMatchObject({ code: 'not_found' });
    await expect(ledger(neighbour, id)).rejects.toMatchObject({ code: 'not_found' });
    await expect(ledgerFile(neighbour, id)).rejects.toMatchObject({ code: 'not_found' });
    expect(await entries(id)).toEqual([]);
  });

  test('is exported, oldest first', async () => {
    await says('STOP', 5);
    const id = await says('start', 2);
    const { text } = await ledgerFile(agent, id);
    const [head, ...rows] = text.trim().split('\r\n');
    expect(head).toMatch(/^said_at,recorded_at,scope,granted,source,evidence/);
    expect(rows.map((row) => row.split(',').slice(2, 6).join(' '))).toEqual([
      'all no word STOP',
      'all yes word start',
    ]);
  });
});

describe('the words of a workspace', () => {
  test('are an admin’s, each does one thing, and none of them is a sentence', async () => {
    const admin = await aMember(here.workspaceId, ['admin']);
    const bad = { code: 'invalid' };
    await expect(changeConsentWords(admin, { ...words, back: 'stop!' })).rejects.toMatchObject({
      ...bad,
      details: { fields: { back: '“stop!” stands in two lists. A word can do one thing.' } },
    });
    await expect(changeConsentWords(admin, { ...words, stop: '!!!' })).rejects.toMatchObject(bad);
    const long = 'I would like '.repeat(9);
    await expect(changeConsentWords(admin, { ...words, stop: long })).rejects.toMatchObject(bad);
    const lead = await aMember(here.workspaceId, ['lead']);
    await expect(changeConsentWords(lead, words)).rejects.toMatchObject({ code: 'forbidden' });
    expect(await consentWordsOf(admin)).toEqual({ ...words, stop: 'Désabonner\nSTOP' });
    const neighbour = await aMember(await aWorkspace(), ['admin']);
    await changeConsentWords(neighbour, { ...words, stop: 'HALT' });
    expect((await consentWordsOf(admin)).stop).toBe('Désabonner\nSTOP');
    expect(await entries(await says('halt', 2))).toEqual([]);
  });
});
