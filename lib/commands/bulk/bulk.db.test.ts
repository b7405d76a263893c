import { v7 as uuid } from 'uuid';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { TestDatabase } from '@/db/testing';
import { aChannel, aConversation, aMember, aWorkspace, testDatabase } from '@/db/testing';
import type { Actor } from '@/lib/domain/access/can';
import { bulkReasons, latestBulk } from '@/lib/queries/bulk/bulks';
import { previewBulk } from '@/lib/queries/bulk/preview';
import { asSystem } from '../command';
import { changeConversations } from '../conversation/change';
import { cancelBulk } from './cancel';
import { startBulk } from './start';
import { undoBulk } from './undo';
import { bulksDue, workOff } from './work-off';

let database: TestDatabase;
beforeAll(async () => {
  database = await testDatabase({ DATABASE_POOL: '20' });
});
afterAll(() => database.close());

const request = { view: 'open', q: '', zone: 'UTC' } as const;
const close = { kind: 'status', status: 'resolved' } as const;

async function aDesk(count = 5) {
  const workspace = await aWorkspace();
  const me = await aMember(workspace, ['agent'], 'Priya');
  const lead = await aMember(workspace, ['lead'], 'Lena Lead');
  const { id: channelId } = await aChannel(workspace);
  const some = async (values: Parameters<typeof aConversation>[1] = {}) =>
    (await aConversation(workspace, { channelId, ...values })).id;
  const ids: string[] = [];
  for (let index = 0; index < count; index++) ids.push(await some());
  return { workspace, me, lead, ids, some };
}

type Wanted = { change?: object; view?: string; seq?: number };

async function begin(actor: Actor, { change = close, view = 'open', seq }: Wanted = {}) {
  const bulkId = uuid();
  const seen = seq ?? (await previewBulk(actor, { request, change: close })).seq;
  await startBulk(actor, { ...request, view, bulkId, change, seq: seen });
  return bulkId;
}

const placeOf = ({ workspaceId, memberId }: Actor, bulkId: string) => ({
  workspaceId,
  memberId,
  bulkId,
});

async function workThrough(actor: Actor, bulkId: string) {
  for (;;) if ((await workOff(placeOf(actor, bulkId))) !== 'went_on') return;
}

async function statusesOf(ids: readonly string[]) {
  const { rows } = await database.admin.query<{ id: string; status: string }>(
    'select id, status from conversations where id = any($1)',
    [ids],
  );
  return ids.map((id) => rows.find((row) => row.id === id)?.status);
}

async function closingsOf(ids: readonly string[]) {
  const { rows } = await database.admin.query<{ id: string; by: string }>(
    `select conversation_id as id, actor_member_id as by from events
     where conversation_id = any($1) and type = 'conversation.closed'`,
    [ids],
  );
  return rows;
}

/** The customer writes: as the inbound lane records it. */
function writesAgain(workspaceId: string, conversationId: string) {
  return asSystem(workspaceId, async () => ({
    value: null,
    events: [{ type: 'message.received', conversationId } as const],
  }));
}

describe('a decision about a view', () => {
  test('is foretold by the rule, changes each once as whoever took it, and tells of each', async () => {
    const { me, ids, some } = await aDesk(60);
    const theirs = await some({ status: 'on_hold' });
    const preview = await previewBulk(me, { request, change: close });
    expect(preview).toMatchObject({ total: 61, capped: false, changes: 61, same: 0, refused: [] });
    const bulkId = await begin(me, { seq: preview.seq });
    expect(await workOff(placeOf(me, bulkId))).toBe('went_on');
    expect(await latestBulk(me)).toMatchObject({
      state: 'running',
      total: 61,
      counts: { changed: 50, waiting: 11 },
    });
    await workThrough(me, bulkId);
    expect(await latestBulk(me)).toMatchObject({ state: 'done', counts: { changed: 61 } });
    const all = [...ids, theirs];
    expect(new Set(await statusesOf(all))).toEqual(new Set(['resolved']));
    const closings = await closingsOf(all);
    expect(closings).toHaveLength(61);
    expect(closings.every(({ by }) => by === me.memberId)).toBe(true);
  });

  test('is about what stood there when it began, and nothing that came later', async () => {
    const { me, ids, some } = await aDesk();
    const bulkId = await begin(me);
    const late = await some();
    await workThrough(me, bulkId);
    expect(await statusesOf([...ids, late])).toEqual([...ids.map(() => 'resolved'), 'open']);
  });

  test('judges each as if it were the only one: what changed meanwhile stays, and why is told', async () => {
    const { me, lead, ids } = await aDesk();
    const [moved = '', written = ''] = ids;
    const bulkId = await begin(me);
    await changeConversations(lead, {
      items: [{ conversationId: moved }],
      change: { kind: 'priority', priority: 'high' },
    });
    await writesAgain(me.workspaceId, written);
    await workThrough(me, bulkId);
    expect(await statusesOf([moved, written])).toEqual(['open', 'open']);
    expect(await latestBulk(me)).toMatchObject({ counts: { changed: 3, refused: 2 } });
    const reasons = await bulkReasons(me, bulkId);
    expect(reasons.map(({ why, count, some }) => [why, count, some[0]?.conversationId])).toEqual([
      [expect.stringContaining('Someone changed this conversation'), 1, moved],
      [expect.stringContaining('The customer has just written again'), 1, written],
    ]);
  });

  test('counts beforehand what the rights of whoever decides do not reach', async () => {
    const { me, lead, ids, some } = await aDesk(2);
    await some({ ownerId: lead.memberId });
    const change = { kind: 'assign', memberId: me.memberId } as const;
    expect(await previewBulk(me, { request, change })).toMatchObject({
      total: 3,
      changes: 2,
      refused: [{ why: 'Only leads give away what a colleague has.', count: 1 }],
    });
    const bulkId = await begin(me, { change });
    await workThrough(me, bulkId);
    expect(await latestBulk(me)).toMatchObject({ counts: { changed: ids.length, refused: 1 } });
  });

  test('two workers and one request sent twice change each once', async () => {
    const { me, ids } = await aDesk(120);
    const bulkId = await begin(me);
    await startBulk(me, { ...request, bulkId, change: close, seq: 0 });
    await Promise.all(
      [1, 2, 3].map(async () => {
        for (;;) if ((await workOff(placeOf(me, bulkId))) === 'over') return;
      }),
    );
    expect(await closingsOf(ids)).toHaveLength(120);
    const { rows } = await database.admin.query(
      'select distinct version from conversations where id = any($1)',
      [ids],
    );
    expect(rows).toEqual([{ version: 2 }]);
  });

  test('is found by a worker until it is over, and rests while it is cancelled', async () => {
    const { me, ids } = await aDesk(60);
    const bulkId = await begin(me);
    const due = async () => (await bulksDue(100, [])).map((place) => place.bulkId);
    expect(await due()).toContain(bulkId);
    expect((await bulksDue(100, [bulkId])).map((place) => place.bulkId)).not.toContain(bulkId);
    await workOff(placeOf(me, bulkId));
    await cancelBulk(me, { bulkId });
    expect(await due()).not.toContain(bulkId);
    expect(await workOff(placeOf(me, bulkId))).toBe('over');
    expect(await closingsOf(ids)).toHaveLength(50);
    expect(await latestBulk(me)).toMatchObject({ state: 'cancelled', counts: { waiting: 10 } });
    await expect(cancelBulk(me, { bulkId })).rejects.toMatchObject({ code: 'conflict' });
  });

  test('stops where whoever took it loses the right, or whom it gives to is gone', async () => {
    const { me, lead } = await aDesk(60);
    const bulkId = await begin(me);
    await workOff(placeOf(me, bulkId));
    await database.admin.query("update members set roles = array['marketer'] where id = $1", [
      me.memberId,
    ]);
    await workThrough(me, bulkId);
    expect(await latestBulk(me)).toMatchObject({
      state: 'stopped',
      stoppedBecause: 'Priya may not decide this any more.',
      counts: { changed: 50, waiting: 10 },
    });
    const leaver = await aMember(me.workspaceId, ['agent'], 'Leaver');
    const given = await begin(lead, { change: { kind: 'assign', memberId: leaver.memberId } });
    await database.admin.query('update members set removed_at = now() where id = $1', [
      leaver.memberId,
    ]);
    await workThrough(lead, given);
    expect(await latestBulk(lead)).toMatchObject({
      state: 'stopped',
      stoppedBecause: 'There is no such member here.',
    });
  });

  test('one person has one under way', async () => {
    const { me } = await aDesk();
    const starts = await Promise.allSettled([begin(me), begin(me)]);
    expect(starts.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
  });
});

describe('taking it back', () => {
  test('brings back all that nobody touched since, and says why the rest was left', async () => {
    const { me, lead, ids } = await aDesk(60);
    const [touched = ''] = ids;
    const bulkId = await begin(me);
    await expect(undoBulk(me, { bulkId })).rejects.toMatchObject({ code: 'conflict' });
    await workThrough(me, bulkId);
    await changeConversations(lead, {
      items: [{ conversationId: touched }],
      change: { kind: 'priority', priority: 'low' },
    });
    await undoBulk(me, { bulkId });
    await workThrough(me, bulkId);
    expect(await latestBulk(me)).toMatchObject({
      state: 'undone',
      counts: { back: 59, left: 1, changed: 0 },
    });
    expect(await statusesOf(ids)).toEqual(['resolved', ...ids.slice(1).map(() => 'open')]);
    expect(await bulkReasons(me, bulkId)).toMatchObject([
      { why: 'Something changed here since. It was left as it is.', count: 1 },
    ]);
    await expect(undoBulk(me, { bulkId })).rejects.toMatchObject({ code: 'conflict' });
  });
});

describe('who may', () => {
  test('only those who decide about conversations, and only about their own', async () => {
    const { me, lead, workspace } = await aDesk();
    const reader = await aMember(workspace, ['marketer']);
    const bulkId = await begin(me);
    const asked = { ...request, bulkId: uuid(), change: close, seq: 0 };
    await expect(startBulk(reader, asked)).rejects.toMatchObject({ code: 'forbidden' });
    await expect(previewBulk(reader, { request, change: close })).rejects.toMatchObject({
      code: 'forbidden',
    });
    await expect(latestBulk(reader)).rejects.toMatchObject({ code: 'forbidden' });
    for (const other of [lead, (await aDesk()).me]) {
      for (const step of [cancelBulk, undoBulk]) {
        await expect(step(other, { bulkId })).rejects.toMatchObject({ code: 'not_found' });
      }
      await expect(bulkReasons(other, bulkId)).rejects.toMatchObject({ code: 'not_found' });
      expect(await latestBulk(other)).toBeNull();
    }
    for (const step of [cancelBulk, undoBulk]) {
      await expect(step(reader, { bulkId })).rejects.toMatchObject({ code: 'forbidden' });
    }
  });

  test('a view of others, and an empty one, are refused', async () => {
    const { me } = await aDesk(0);
    await expect(begin(me)).rejects.toMatchObject({ code: 'conflict' });
    await expect(begin(me, { view: `saved-${uuid()}` })).rejects.toMatchObject({
      code: 'not_found',
    });
  });
});
