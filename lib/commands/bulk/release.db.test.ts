import { v7 as uuid } from 'uuid';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { TestDatabase } from '@/db/testing';
import { aMember, testDatabase } from '@/db/testing';
import type { Actor } from '@/lib/domain/access/can';
import { latestBulk } from '@/lib/queries/bulk/bulks';
import { previewBulk } from '@/lib/queries/bulk/preview';
import { changeConversations } from '../conversation/change';
import { aReceiver } from '../inbound/inbound.fixture';
import { aPolicy, promised } from '../sla/sla.fixture';
import { triageOf } from '../triage/triage.fixture';
import { startBulk } from './start';
import { undoBulk } from './undo';
import { workOff } from './work-off';

let database: TestDatabase;
beforeAll(async () => {
  database = await testDatabase({ DATABASE_POOL: '10' });
});
afterAll(() => database.close());

const HOUR = 3600;
const spam = { view: 'spam', q: '', zone: 'UTC' } as const;
const release = { kind: 'release' } as const;

/** Two strangers who were put aside, and one who wrote at the same instant and was not. */
async function aQuarantine() {
  const receiver = await aReceiver(database);
  const { workspaceId } = receiver;
  await aPolicy(workspaceId, { promises: { first_response: promised(2 * HOUR) } });
  const at = new Date(Date.now() - 30 * 60_000);
  const hears = (from: string, text: string) => receiver.hears(receiver.told({ from, at, text }));
  await hears('first', 'https://win.example/now');
  await hears('second', 'https://prize.example/now');
  await hears('plain', 'Is it back?');
  const all = await triageOf(database, workspaceId).conversations();
  const [first = '', second = '', plain = ''] = all.map(({ id }) => id);
  return { workspaceId, agent: await aMember(workspaceId), first, second, plain };
}

async function workThrough({ workspaceId, memberId }: Actor, bulkId: string) {
  for (;;) if ((await workOff({ workspaceId, memberId, bulkId })) !== 'went_on') return;
}

async function releaseAll(actor: Actor): Promise<string> {
  const bulkId = uuid();
  const { seq } = await previewBulk(actor, { request: spam, change: release });
  await startBulk(actor, { ...spam, bulkId, change: release, seq });
  await workThrough(actor, bulkId);
  return bulkId;
}

async function clockOf(conversationId: string) {
  const { rows } = await database.admin.query(
    `select c.status, c.due_at, c.waiting_since, t.outcome, t.due_at as promised
     from conversations c join sla_targets t on t.conversation_id = c.id where c.id = $1`,
    [conversationId],
  );
  return rows;
}

test('the whole of Spam is released at once, its clocks stand as if nothing had happened, and it is taken back', async () => {
  const { workspaceId, agent, first, second, plain } = await aQuarantine();
  const aside = await clockOf(first);
  expect(aside).toMatchObject([{ status: 'spam', due_at: null, outcome: 'void' }]);
  expect(await previewBulk(agent, { request: spam, change: release })).toMatchObject({
    total: 2,
    changes: 2,
    same: 0,
    refused: [],
  });
  const bulkId = await releaseAll(agent);
  expect(await latestBulk(agent)).toMatchObject({ state: 'done', counts: { changed: 2 } });
  for (const id of [first, second]) expect(await clockOf(id)).toEqual(await clockOf(plain));
  const stands = triageOf(database, workspaceId);
  const releases = async () =>
    (await stands.quarantines()).map(({ released_by: releasedBy }) => releasedBy);
  expect(await releases()).toEqual([agent.memberId, agent.memberId]);

  await undoBulk(agent, { bulkId });
  await workThrough(agent, bulkId);
  expect(await latestBulk(agent)).toMatchObject({ state: 'undone', counts: { back: 2, left: 0 } });
  expect(await releases()).toEqual([null, null]);
  expect(await clockOf(first)).toEqual(aside);
});

test('of a selection those in spam come out, and the others stay as they are', async () => {
  const { agent, first, second, plain } = await aQuarantine();
  await changeConversations(agent, {
    items: [{ conversationId: plain }],
    change: { kind: 'status', status: 'resolved' },
  });
  const { changed, refused } = await changeConversations(agent, {
    items: [first, plain].map((conversationId) => ({ conversationId })),
    change: release,
  });
  expect(changed).toMatchObject([{ conversationId: first, before: { status: 'spam' } }]);
  expect(refused).toEqual([]);
  expect(await clockOf(plain)).toMatchObject([{ status: 'resolved' }]);
  expect(await clockOf(second)).toMatchObject([{ status: 'spam' }]);
});

test('another role and another workspace release nothing', async () => {
  const { workspaceId, first } = await aQuarantine();
  const items = [{ conversationId: first }];
  const reader = await aMember(workspaceId, ['marketer']);
  const asked = { ...spam, bulkId: uuid(), change: release, seq: 0 };
  await expect(startBulk(reader, asked)).rejects.toMatchObject({ code: 'forbidden' });
  await expect(changeConversations(reader, { items, change: release })).rejects.toMatchObject({
    code: 'forbidden',
  });
  const { agent: stranger } = await aQuarantine();
  expect(await changeConversations(stranger, { items, change: release })).toMatchObject({
    changed: [],
    refused: [{ conversationId: first, code: 'not_found' }],
  });
  await releaseAll(stranger);
  expect(await clockOf(first)).toMatchObject([{ status: 'spam' }]);
});
