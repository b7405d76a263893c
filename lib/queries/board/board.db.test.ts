import { v7 as uuid } from 'uuid';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { withWorkspace } from '@/db/client';
import { teamMembers, teams } from '@/db/schema/teams';
import type { TestDatabase } from '@/db/testing';
import { aChannel, aConversation, aMember, aWorkspace, testDatabase } from '@/db/testing';
import { board } from './board';
import { memberWork } from './member-work';
import { boardPlan } from './plan';

let database: TestDatabase;
beforeAll(async () => {
  database = await testDatabase();
});
afterAll(() => database.close());

async function aTeam(workspaceId: string, memberIds: readonly string[]) {
  const id = uuid();
  await withWorkspace(workspaceId, async (tx) => {
    await tx.insert(teams).values({ workspaceId, id, name: `Orders ${id}` });
    for (const memberId of memberIds) {
      await tx.insert(teamMembers).values({ workspaceId, teamId: id, memberId });
    }
  });
  return id;
}

async function aFloor() {
  const workspace = await aWorkspace();
  const lead = await aMember(workspace, ['lead'], 'Lena Lead');
  const ada = await aMember(workspace, ['agent'], 'Ada');
  const ben = await aMember(workspace, ['agent'], 'Ben');
  await aMember(workspace, ['marketer'], 'Mara');
  const teamId = await aTeam(workspace, [ada.memberId, ben.memberId]);
  const { id: channelId } = await aChannel(workspace);
  const some = async (values: Parameters<typeof aConversation>[1]) =>
    (await aConversation(workspace, { channelId, teamId, ...values })).id;
  const isHere = (memberId: string) =>
    database.admin.query('update members set seen_at = clock_timestamp() where id = $1', [
      memberId,
    ]);
  return { workspace, lead, ada, ben, teamId, channelId, some, isHere };
}

test('each member stands there with what they hold, and who is heard is here', async () => {
  const { lead, ada, some, isHere, teamId } = await aFloor();
  await isHere(ada.memberId);
  const mine = { ownerId: ada.memberId };
  await some(mine);
  await some({ ...mine, waitingSince: '2025-11-22T08:00:00.000000Z' });
  await some({ ...mine, status: 'waiting', waitingSince: null });
  await some({ ...mine, status: 'on_hold' });
  await some({ ...mine, status: 'snoozed', snoozedUntil: '2030-01-01T00:00:00Z' });
  await some({ ...mine, status: 'resolved' });
  const { members } = await board(lead, teamId);
  expect(members.map(({ name }) => name)).toEqual(['Ada', 'Ben']);
  expect(members[0]).toMatchObject({
    present: true,
    availability: 'available',
    capacity: 8,
    load: 2.5,
    open: 2,
    waiting: 1,
    onHold: 1,
    snoozed: 1,
    oldestWaiting: '2025-11-22T08:00:00.000000Z',
    next: null,
  });
  expect(members[1]).toMatchObject({ present: false, seenAt: null, load: 0 });
  const everybody = await board(lead, null);
  expect(everybody.members.map(({ name }) => name)).toEqual(['Ada', 'Ben', 'Lena Lead']);
});

test('who was away until now is available again, and says no reason any more', async () => {
  const { lead, ada, teamId } = await aFloor();
  const away = (until: string) =>
    database.admin.query(
      `update members set availability = 'away', availability_reason = 'Lunch',
         availability_until = clock_timestamp() + $2::interval where id = $1`,
      [ada.memberId, until],
    );
  await away('1 hour');
  expect((await board(lead, teamId)).members[0]).toMatchObject({
    availability: 'away',
    reason: 'Lunch',
  });
  await away('-1 second');
  expect((await board(lead, teamId)).members[0]).toMatchObject({
    availability: 'available',
    reason: null,
    until: null,
  });
});

test('what nobody has stands in the order of work', async () => {
  const { lead, ada, some, teamId } = await aFloor();
  const late = await some({ waitingSince: '2025-11-22T09:00:00.000000Z' });
  const early = await some({ waitingSince: '2025-11-22T08:00:00.000000Z' });
  const due = await some({ dueAt: '2025-11-22T12:00:00.000000Z' });
  const urgent = await some({ priority: 3 });
  await some({ ownerId: ada.memberId });
  await some({ status: 'resolved' });
  const teamless = await some({ teamId: null, priority: 2 });
  const { queue } = await board(lead, teamId);
  expect(queue.cards.map(({ id }) => id)).toEqual([urgent, due, early, late]);
  expect(queue.total).toBe(4);
  const all = await board(lead, null);
  expect(all.queue.cards.map(({ id }) => id)).toEqual([urgent, teamless, due, early, late]);
  expect(all.queue.cards.some(({ routed }) => routed)).toBe(false);
  await database.admin.query(`update teams set strategy = 'balanced' where id = $1`, [teamId]);
  const given = (await board(lead, null)).queue.cards.filter(({ routed }) => routed);
  expect(given.map(({ id }) => id)).toEqual([urgent, due, early, late]);
});

test('a member’s work comes with the open first, and says what the router gave', async () => {
  const { workspace, lead, ada, some } = await aFloor();
  const waits = await some({ ownerId: ada.memberId, status: 'waiting', priority: 3 });
  const open = await some({ ownerId: ada.memberId });
  await database.admin.query(
    `insert into assignments (workspace_id, id, conversation_id, member_id, given, skipped)
     values ($1, gen_random_uuid(), $2, $3, 'balanced', '[]')`,
    [workspace, open, ada.memberId],
  );
  const cards = await memberWork(lead, ada.memberId);
  expect(cards.map(({ id, routed }) => [id, routed])).toEqual([
    [open, true],
    [waits, false],
  ]);
});

test('a plan says who would get what, and changes nothing', async () => {
  const { lead, ada, ben, some, isHere, teamId } = await aFloor();
  await isHere(ben.memberId);
  for (let count = 0; count < 4; count++) await some({ ownerId: ada.memberId });
  const even = await boardPlan(lead, { teamId, spread: { kind: 'even' } });
  expect(even.moves).toHaveLength(2);
  expect(even.moves.every(({ from, to }) => from === ada.memberId && to === ben.memberId)).toBe(
    true,
  );
  expect(even.members.map(({ load, loadAfter }) => [load, loadAfter])).toEqual([
    [4, 2],
    [0, 2],
  ]);
  const spread = { kind: 'empty', ownerId: ada.memberId } as const;
  const out = await boardPlan(lead, { teamId, spread });
  expect(out.moves).toHaveLength(4);
  expect(out.left).toBe(0);
  const { members } = await board(lead, teamId);
  expect(members.map(({ load }) => load)).toEqual([4, 0]);
});

test('only leads and admins look at the board, and only at their own', async () => {
  const { ada, teamId, some, isHere } = await aFloor();
  await some({ ownerId: ada.memberId });
  await isHere(ada.memberId);
  const spread = { kind: 'even' } as const;
  for (const read of [
    () => board(ada, teamId),
    () => memberWork(ada, ada.memberId),
    () => boardPlan(ada, { teamId, spread }),
  ]) {
    await expect(read()).rejects.toMatchObject({ code: 'forbidden' });
  }
  const { lead: stranger } = await aFloor();
  expect(await board(stranger, teamId)).toEqual({ members: [], queue: { cards: [], total: 0 } });
  expect(await memberWork(stranger, ada.memberId)).toEqual([]);
  expect((await boardPlan(stranger, { teamId, spread })).moves).toEqual([]);
});
