import { afterAll, afterEach, beforeAll, expect, test, vi } from 'vitest';
import type { TestDatabase } from '@/db/testing';
import { aChannel, aConversation, aMember, aWorkspace, testDatabase } from '@/db/testing';
import { changeConversations } from '@/lib/commands/conversation/change';
import { dueToWake, wakeConversation } from '@/lib/commands/conversation/wake';
import type { RunningLane } from '../lane';
import { startLane } from '../lane';
import { snoozeLane } from './snooze';

let database: TestDatabase;
let lanes: RunningLane[] = [];
beforeAll(async () => {
  database = await testDatabase({ DATABASE_POOL: '20' });
});
afterAll(() => database.close());
afterEach(async () => {
  await Promise.all(lanes.map((lane) => lane.stop()));
  lanes = [];
});

/** Conversations that wake one after the other, by the database's clock. */
async function sleepers(count: number, soonMs: number) {
  const workspaceId = await aWorkspace();
  const me = await aMember(workspaceId);
  const { id: channelId } = await aChannel(workspaceId);
  const ids: string[] = [];
  for (let index = 0; index < count; index++) {
    ids.push((await aConversation(workspaceId, { channelId })).id);
  }
  await changeConversations(me, {
    items: ids.map((conversationId) => ({ conversationId })),
    change: { kind: 'snooze', until: new Date(Date.now() + 3_600_000).toISOString() },
  });
  await database.admin.query(
    `update conversations c set snoozed_until = clock_timestamp() + ($2 + 20 * (n.no - 1)) * interval '1 millisecond'
     from unnest($1::uuid[]) with ordinality n(id, no) where c.id = n.id`,
    [ids, soonMs],
  );
  const { rows } = await database.admin.query<{ id: string; until: Date }>(
    'select id, snoozed_until as until from conversations where id = any($1)',
    [ids],
  );
  const untilOf = new Map(rows.map(({ id, until }) => [id, until.getTime()]));
  const woken = async () => {
    const { rows: found } = await database.admin.query<{
      id: string;
      at: Date;
      data: object;
      member_id: string;
    }>(
      `select conversation_id as id, at, data - 'told' as data, member_id from events
       where conversation_id = any($1) and type = 'conversation.woke'`,
      [ids],
    );
    return found;
  };
  return { workspaceId, me, ids, untilOf, woken };
}

test('two workers wake each conversation once, and none before its time', async () => {
  const { me, ids, untilOf, woken } = await sleepers(25, 400);
  lanes = [startLane(snoozeLane()), startLane(snoozeLane())];
  await vi.waitFor(async () => expect(await woken()).toHaveLength(ids.length), {
    timeout: 20_000,
    interval: 50,
  });
  const events = await woken();
  expect(new Set(events.map(({ id }) => id)).size).toBe(ids.length);
  for (const { id, at, data, member_id } of events) {
    // The database keeps microseconds and this clock milliseconds.
    expect(at.getTime()).toBeGreaterThanOrEqual((untilOf.get(id) ?? Number.NaN) - 1);
    expect(data).toEqual({ because: 'time' });
    expect(member_id).toBe(me.memberId);
  }
  const { rows } = await database.admin.query(
    `select status, snoozed_until, snoozed_by, version, waiting_since = last_inbound_at as waits
     from conversations where id = any($1) group by 1, 2, 3, 4, 5`,
    [ids],
  );
  expect(rows).toEqual([
    { status: 'open', snoozed_until: null, snoozed_by: null, version: 3, waits: true },
  ]);
});

test('one that was put off, opened or claimed by a worker that died wakes as it should', async () => {
  const { workspaceId, me, ids, woken } = await sleepers(3, -1_000);
  const [putOff = '', opened = '', abandoned = ''] = ids;
  const { due } = await dueToWake(10);
  expect(due.map(({ conversationId }) => conversationId)).toEqual(expect.arrayContaining(ids));
  await changeConversations(me, {
    items: [{ conversationId: putOff }],
    change: { kind: 'snooze', until: new Date(Date.now() + 3_600_000).toISOString() },
  });
  await changeConversations(me, {
    items: [{ conversationId: opened }],
    change: { kind: 'status', status: 'open' },
  });
  expect(await wakeConversation({ workspaceId, conversationId: putOff })).toBe(false);
  expect(await wakeConversation({ workspaceId, conversationId: opened })).toBe(false);
  // Whoever claimed it is gone: nothing of a claim stands in the row, so the next worker finds it.
  lanes = [startLane(snoozeLane())];
  await vi.waitFor(
    async () =>
      expect((await woken()).filter(({ id }) => id === abandoned)).toMatchObject([
        { data: { because: 'time' } },
      ]),
    { timeout: 10_000, interval: 50 },
  );
  expect((await woken()).filter(({ id }) => id === putOff)).toEqual([]);
});

test('a worker knows how long the next one sleeps', async () => {
  await sleepers(1, 30_000);
  const { nextInMs } = await dueToWake(10);
  expect(nextInMs).toBeGreaterThan(0);
  expect(nextInMs).toBeLessThanOrEqual(30_000);
});
