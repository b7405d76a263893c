import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { TestDatabase } from '@/db/testing';
import { testDatabase } from '@/db/testing';
import { changeConversations } from '../conversation/change';
import { claimConversation } from '../conversation/claim';
import { noteOnConversation } from '../conversation/note';
import { routeWork } from './route';
import { aRoutedTeam } from './routing.fixture';

let database: TestDatabase;
beforeAll(async () => {
  database = await testDatabase();
});
afterAll(() => database.close());

const minutesAgo = (minutes: number) => new Date(Date.now() - minutes * 60_000).toISOString();

type Team = Awaited<ReturnType<typeof aRoutedTeam>>;

/** As if it had been given so long ago. */
async function givenAgo(team: Team, id: string, minutes: number) {
  await team.rows(
    `update conversations set untouched_since = untouched_since - $2 * interval '1 minute',
       assigned_at = assigned_at - $2 * interval '1 minute' where id = $1`,
    [id, minutes],
  );
}

describe('what is given and not touched in time', () => {
  test('goes to another, keeps its age, and at last to a lead, where it stays', async () => {
    const team = await aRoutedTeam(database, { touchMinutes: 15, mostHops: 2 });
    const lead = await team.member({}, { roles: ['lead'], teamIds: [] });
    const agents = [await team.member(), await team.member(), await team.member()];
    const waitingSince = minutesAgo(40);
    const id = await team.waits({ waitingSince });
    await routeWork(team.workspaceId);
    const first = await team.ownerOf(id);
    const { nextInMs } = await routeWork(team.workspaceId);
    expect(nextInMs).toBeGreaterThan(14 * 60_000);
    await givenAgo(team, id, 16);
    expect(await routeWork(team.workspaceId)).toMatchObject({ takenBack: 1, given: 1 });
    const second = await team.ownerOf(id);
    expect(agents.map(({ memberId }) => memberId)).toEqual(expect.arrayContaining([first, second]));
    expect(second).not.toBe(first);
    expect(await team.rowOf(id)).toMatchObject({
      hops: 1,
      passed_by: [first],
      waiting_since: new Date(waitingSince),
    });
    await givenAgo(team, id, 16);
    await routeWork(team.workspaceId);
    expect(await team.ownerOf(id)).toBe(lead.memberId);
    expect((await team.assignmentsOf(id)).at(-1)).toMatchObject({ given: 'lead' });
    await givenAgo(team, id, 60);
    expect(await routeWork(team.workspaceId)).toMatchObject({ takenBack: 0 });
    expect((await team.factsOf(id)).map(({ type, data }) => [type, data['because']])).toEqual([
      ['conversation.assigned', undefined],
      ['conversation.unassigned', 'untouched'],
      ['conversation.assigned', undefined],
      ['conversation.unassigned', 'untouched'],
      ['conversation.assigned', undefined],
    ]);
  });

  test('stays with whoever noted something, moved it, or took it themselves', async () => {
    const team = await aRoutedTeam(database, { touchMinutes: 15 });
    const me = await team.member();
    const ids = [await team.waits(), await team.waits(), await team.waits()];
    const [noted = '', moved = '', left = ''] = ids;
    await routeWork(team.workspaceId);
    await noteOnConversation(me, {
      conversationId: noted,
      clientKey: crypto.randomUUID(),
      body: 'Asked.',
    });
    await changeConversations(me, {
      items: [{ conversationId: moved }],
      change: { kind: 'priority', priority: 'high' },
    });
    const lead = await team.member({}, { roles: ['lead'] });
    await changeConversations(lead, {
      items: [{ conversationId: left }],
      change: { kind: 'priority', priority: 'low' },
    });
    const claimed = await team.waits();
    await claimConversation(me, { conversationId: claimed });
    for (const id of [...ids, claimed]) await givenAgo(team, id, 20);
    expect(await routeWork(team.workspaceId)).toMatchObject({ takenBack: 1 });
    expect(await team.ownerOf(left)).toBe(lead.memberId);
  });

  test('counts only the hours of the team', async () => {
    const team = await aRoutedTeam(database, { touchMinutes: 15 });
    await team.member();
    await team.member();
    const id = await team.waits();
    await routeWork(team.workspaceId);
    const owner = await team.ownerOf(id);
    const closed = new Date(Date.now() + 6 * 3_600_000).toISOString().slice(11, 13);
    const calendarId = await team.aCalendar(
      Array.from({ length: 7 }, () => [{ start: `${closed}:00`, end: `${closed}:59` }]),
    );
    await team.change('teams', team.teamId, { calendar_id: calendarId });
    await givenAgo(team, id, 180);
    expect(await routeWork(team.workspaceId)).toMatchObject({ takenBack: 0 });
    expect(await team.ownerOf(id)).toBe(owner);
  });
});

test('what a person hands back does not come to them again, until a person gives it to them', async () => {
  const team = await aRoutedTeam(database);
  const me = await team.member({ capacity: 50 });
  const other = await team.member({ capacity: 1 });
  await team.waits({ ownerId: other.memberId });
  const id = await team.waits();
  await routeWork(team.workspaceId);
  expect(await team.ownerOf(id)).toBe(me.memberId);
  const give = (memberId: string | null) =>
    changeConversations(me, {
      items: [{ conversationId: id }],
      change: { kind: 'assign', memberId },
    });
  await give(null);
  expect(await team.rowOf(id)).toMatchObject({
    passed_by: [me.memberId],
    hops: 0,
    assigned_at: null,
    untouched_since: null,
  });
  await routeWork(team.workspaceId);
  expect(await team.ownerOf(id)).toBeNull();
  expect((await team.assignmentsOf(id)).at(-1)?.skipped).toEqual(
    expect.arrayContaining([{ memberId: me.memberId, reason: 'passed_it_on' }]),
  );
  await give(me.memberId);
  expect(await team.rowOf(id)).toMatchObject({ passed_by: [], untouched_since: null });
});

describe('what is held by somebody who is away', () => {
  test('is kept where the team keeps it', async () => {
    const team = await aRoutedTeam(database, { absence: 'keep', absenceMinutes: 1 });
    const me = await team.member({ availability: 'away', availability_at: minutesAgo(600) });
    const id = await team.waits({ ownerId: me.memberId });
    expect(await routeWork(team.workspaceId)).toMatchObject({ takenBack: 0 });
    expect(await team.ownerOf(id)).toBe(me.memberId);
  });

  test('returns after so many minutes, and may come back to them', async () => {
    const team = await aRoutedTeam(database, { absence: 'after', absenceMinutes: 30 });
    const me = await team.member({ availability: 'away', availability_at: minutesAgo(20) });
    const id = await team.waits({ ownerId: me.memberId, assignedAt: minutesAgo(90) });
    const { takenBack, nextInMs } = await routeWork(team.workspaceId);
    expect(takenBack).toBe(0);
    expect(nextInMs).toBeGreaterThan(9 * 60_000);
    expect(nextInMs).toBeLessThanOrEqual(10 * 60_000);
    await team.change('members', me.memberId, { availability_at: minutesAgo(31) });
    expect(await routeWork(team.workspaceId)).toMatchObject({ takenBack: 1 });
    expect(await team.rowOf(id)).toMatchObject({ owner_id: null, hops: 0, passed_by: [] });
    await team.change('members', me.memberId, { availability: 'available' });
    await routeWork(team.workspaceId);
    expect(await team.ownerOf(id)).toBe(me.memberId);
  });

  test('stays with whose windows come and go, until they are gone for as long', async () => {
    const team = await aRoutedTeam(database, { absence: 'after', absenceMinutes: 30 });
    const me = await team.member({ seen_at: minutesAgo(29) });
    const id = await team.waits({ ownerId: me.memberId, assignedAt: minutesAgo(90) });
    expect(await routeWork(team.workspaceId)).toMatchObject({ takenBack: 0 });
    await team.change('members', me.memberId, { seen_at: minutesAgo(31) });
    expect(await routeWork(team.workspaceId)).toMatchObject({ takenBack: 1 });
    expect(await team.ownerOf(id)).toBeNull();
  });

  test('goes to their cover at once, as far as there is room, and the rest to the team', async () => {
    const team = await aRoutedTeam(database, { absence: 'cover' });
    const cover = await team.member({ capacity: 1 }, { teamIds: [] });
    const me = await team.member({ cover_id: cover.memberId });
    const ids = [await team.waits(), await team.waits()];
    await routeWork(team.workspaceId);
    await team.change('members', me.memberId, {
      availability: 'offline',
      availability_at: new Date(),
    });
    expect(await routeWork(team.workspaceId)).toMatchObject({ takenBack: 2, given: 0 });
    const owners = await Promise.all(ids.map(team.ownerOf));
    expect(owners.sort()).toEqual([cover.memberId, null]);
    const facts = (await Promise.all(ids.map(team.factsOf))).flat();
    expect(facts.map(({ data }) => data['given'] ?? data['because']).sort()).toEqual([
      'absent',
      'balanced',
      'balanced',
      'cover',
    ]);
  });

  test('goes back whatever the policy, when they left the workspace', async () => {
    const team = await aRoutedTeam(database, { absence: 'keep' });
    const me = await team.member({ removed_at: minutesAgo(1) });
    const other = await team.member();
    const id = await team.waits({ ownerId: me.memberId });
    expect(await routeWork(team.workspaceId)).toMatchObject({ takenBack: 1, given: 1 });
    expect(await team.ownerOf(id)).toBe(other.memberId);
  });
});
