import { afterAll, afterEach, beforeAll, expect, test, vi } from 'vitest';
import type { TestDatabase } from '@/db/testing';
import { aMember, testDatabase } from '@/db/testing';
import { changeReply } from '@/lib/commands/approved-reply/change';
import { settleDue, versionsDue } from '@/lib/commands/approved-reply/due';
import type { Library, ReplyOptions } from '@/lib/commands/approved-reply/library.fixture';
import { aLibrary } from '@/lib/commands/approved-reply/library.fixture';
import { publishVersion } from '@/lib/commands/approved-reply/publish';
import { recallVersion } from '@/lib/commands/approved-reply/recall';
import { unscheduleVersion } from '@/lib/commands/approved-reply/unschedule';
import type { RunningLane } from '../lane';
import { startLane } from '../lane';
import { repliesDueLane } from './replies-due';

let database: TestDatabase;
let here: Library;
let lanes: RunningLane[] = [];
beforeAll(async () => {
  database = await testDatabase({ DATABASE_POOL: '20' });
  here = await aLibrary(database);
});
afterAll(() => database.close());
afterEach(async () => {
  await Promise.all(lanes.map((lane) => lane.stop()));
  lanes = [];
});

const DAY_MS = 24 * 60 * 60_000;
const inDays = (days: number) => new Date(Date.now() + days * DAY_MS).toISOString();

/** As if its instants had been so many days earlier: nobody waits for them here. */
async function daysGoBy(versionId: string, days: number): Promise<void> {
  await database.admin.query('alter table reply_versions disable trigger reply_versions_fixed');
  await database.admin.query(
    `update reply_versions set
       valid_from = valid_from - $2 * interval '1 day', valid_until = valid_until - $2 * interval '1 day',
       review_by = review_by - $2 * interval '1 day', due_at = due_at - $2 * interval '1 day',
       reminded_for = to_char((reminded_for::timestamptz - $2 * interval '1 day') at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')
     where id = $1`,
    [versionId, days],
  );
  await database.admin.query('alter table reply_versions enable trigger reply_versions_fixed');
}

const meeting = inDays(5);

async function scheduled(options: ReplyOptions = {}) {
  const made = await here.approved({ validFrom: inDays(1), ...options });
  await publishVersion(here.author, { versionId: made.versionId });
  return made;
}

const settle = (versionId: string) => settleDue({ workspaceId: here.workspaceId, versionId });

test('two workers publish what is scheduled once, in the place of the one before', async () => {
  const due: { before: string; versionId: string; replyId: string }[] = [];
  for (let index = 0; index < 6; index++) {
    const { replyId, versionId: before } = await here.published();
    const versionId = await here.nextApproved(replyId, { validFrom: inDays(1) });
    await publishVersion(here.author, { versionId });
    due.push({ before, versionId, replyId });
  }
  for (const { versionId } of due) await daysGoBy(versionId, 2);
  lanes = [startLane(repliesDueLane()), startLane(repliesDueLane())];
  await vi.waitFor(
    async () => {
      for (const { versionId } of due) expect(await here.stateOf(versionId)).toBe('published');
    },
    { timeout: 15_000, interval: 50 },
  );
  for (const { before, versionId, replyId } of due) {
    expect(await here.stateOf(before)).toBe('superseded');
    expect(await here.versionOf(versionId)).toMatchObject({
      ...{ publishedBy: here.author.memberId, scheduled: false, dueAt: null },
    });
    const facts = await here.factsOf(replyId);
    expect(facts.filter((fact) => fact === 'reply.published published')).toHaveLength(2);
  }
});

test('nothing is published before its time', async () => {
  const { versionId } = await scheduled();
  expect(await settle(versionId)).toBe('nothing');
  expect(await here.stateOf(versionId)).toBe('approved');
});

test('what is scheduled and older than what is published stays where it is', async () => {
  const { versionId, replyId } = await scheduled();
  const newer = await here.nextApproved(replyId);
  await publishVersion(here.author, { versionId: newer });
  // As if both had been asked for at once.
  await database.admin.query(
    'update reply_versions set scheduled = true, due_at = valid_from where id = $1',
    [versionId],
  );
  await daysGoBy(versionId, 2);
  expect(await settle(versionId)).toBe('left');
  expect(await here.versionOf(versionId)).toMatchObject({ state: 'approved', dueAt: null });
  expect(await here.stateOf(newer)).toBe('published');
});

test.each(['first', 'last', 'at once'])(
  'what ends as an older one begins, taken %s, makes room for it',
  async (order) => {
    const { versionId, replyId } = await here.approved({ validFrom: meeting });
    const newer = await here.nextApproved(replyId, { validUntil: meeting });
    await publishVersion(here.author, { versionId });
    await publishVersion(here.author, { versionId: newer });
    for (const each of [versionId, newer]) await daysGoBy(each, 6);
    const due = order === 'first' ? [newer, versionId] : [versionId, newer];
    if (order === 'at once') await Promise.all(due.map(settle));
    else for (const each of due) await settle(each);
    expect(await here.versionOf(versionId)).toMatchObject({ state: 'published', scheduled: false });
    expect(await here.versionOf(newer)).toMatchObject({
      ...{ state: 'expired', endedBy: null, dueAt: null },
    });
    const facts = await here.factsOf(replyId);
    expect(facts.filter((fact) => fact.startsWith('reply.ended'))).toEqual(['reply.ended expired']);
    expect(facts.at(-1)).toBe('reply.published published');
  },
);

test('the clock and somebody who takes the schedule back: one of them', async () => {
  for (let round = 0; round < 6; round++) {
    const { versionId } = await scheduled();
    await daysGoBy(versionId, 2);
    const [settled, taken] = await Promise.allSettled([
      settle(versionId),
      unscheduleVersion(here.author, { versionId }),
    ]);
    const published = settled.status === 'fulfilled' && settled.value === 'published';
    expect(taken.status).toBe(published ? 'rejected' : 'fulfilled');
    expect(await here.versionOf(versionId)).toMatchObject({
      ...{ state: published ? 'published' : 'approved', scheduled: false },
    });
  }
});

test('what nobody published while its time went by is not published any more', async () => {
  const { versionId } = await scheduled({ validUntil: inDays(2) });
  await daysGoBy(versionId, 3);
  expect(await settle(versionId)).toBe('left');
  expect(await here.versionOf(versionId)).toMatchObject({ state: 'approved', scheduled: false });
});

test('what one has read is not published by the clock when its risk has grown', async () => {
  const { versionId, replyId } = await scheduled();
  await changeReply(here.author, {
    ...{ replyId, version: 1, key: 'grows', title: 'Grows', purpose: 'legal', risk: 'high' },
    ...{ channelIds: [], ownerId: here.author.memberId },
  });
  await daysGoBy(versionId, 2);
  expect(await settle(versionId)).toBe('left');
});

test('its owner is told two weeks and two days before the end, and then it ends', async () => {
  const { versionId, replyId } = await here.published({ validUntil: inDays(20) });
  const told = async () =>
    (await here.factsOf(replyId)).filter((fact) => fact.startsWith('reply.due'));
  await daysGoBy(versionId, 7);
  expect(await settle(versionId)).toBe('reminded');
  expect(await told()).toEqual(['reply.due end']);
  await daysGoBy(versionId, 10);
  expect(await settle(versionId)).toBe('nothing');
  await daysGoBy(versionId, 2);
  expect(await settle(versionId)).toBe('reminded');
  expect(await told()).toEqual(['reply.due end', 'reply.due end']);
  expect(await here.stateOf(versionId)).toBe('published');
  await daysGoBy(versionId, 2);
  expect(await settle(versionId)).toBe('expired');
  expect(await here.versionOf(versionId)).toMatchObject({
    ...{ state: 'expired', endedBy: null, dueAt: null },
  });
  expect(await settle(versionId)).toBe('nothing');
  const { rows } = await database.admin.query(
    "select distinct member_id from notifications where workspace_id = $1 and kind = 'reply_due'",
    [here.workspaceId],
  );
  expect(rows).toEqual([{ member_id: here.author.memberId }]);
});

test.each([
  ['has left', 'removed_at = now()'],
  ['is an agent by now', "roles = '{agent}'"],
])('once its owner %s, whoever writes replies is told instead', async (_, change) => {
  const library = await aLibrary(database);
  const { workspaceId, author, second } = library;
  const third = await aMember(workspaceId, ['marketer', 'admin']);
  const { versionId, replyId } = await library.published({ validUntil: inDays(20) });
  await daysGoBy(versionId, 7);
  await database.admin.query(`update members set ${change} where id = $1`, [author.memberId]);
  expect(await settleDue({ workspaceId, versionId })).toBe('reminded');
  const { rows } = await database.admin.query<{ event: string; told: string }>(
    `select e.member_id as event, n.member_id as told from events e
       left join notifications n on n.workspace_id = e.workspace_id and n.member_id = e.member_id
         and n.kind = 'reply_due'
       where e.type = 'reply.due' and e.data ->> 'replyId' = $1`,
    [replyId],
  );
  const both = [second.memberId, third.memberId].toSorted();
  expect(rows.map(({ event }) => event).toSorted()).toEqual(both);
  expect(rows.map(({ told }) => told).toSorted()).toEqual(both);
});

test('it is told once when it is to be read again, and stays in use', async () => {
  const { versionId, replyId } = await here.published({ reviewBy: inDays(5) });
  await daysGoBy(versionId, 6);
  const settled = await Promise.all([1, 2, 3].map(() => settle(versionId)));
  expect(settled.toSorted()).toEqual(['nothing', 'nothing', 'reminded']);
  expect((await here.factsOf(replyId)).at(-1)).toBe('reply.due review');
  expect(await here.versionOf(versionId)).toMatchObject({ state: 'published', dueAt: null });
});

test('a recall is settled once and due no more', async () => {
  const { versionId } = await here.published();
  await recallVersion(here.author, { versionId, reason: 'The promise is wrong.' });
  expect(await settle(versionId)).toBe('recalled');
  expect(await settle(versionId)).toBe('nothing');
  expect(await here.versionOf(versionId)).toMatchObject({ state: 'recalled', dueAt: null });
});

test('a worker knows how long it may sleep', async () => {
  await scheduled();
  const { nextInMs } = await versionsDue(50);
  expect(nextInMs).toBeGreaterThan(0);
  expect(nextInMs).toBeLessThanOrEqual(DAY_MS);
});
