import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { TestDatabase } from '@/db/testing';
import { testDatabase } from '@/db/testing';
import { claimConversation } from '../conversation/claim';
import { routeWork, routingWorkspaces } from './route';
import { aRoutedTeam } from './routing.fixture';

let database: TestDatabase;
beforeAll(async () => {
  database = await testDatabase();
});
afterAll(() => database.close());

const minutesAgo = (minutes: number) => new Date(Date.now() - minutes * 60_000).toISOString();
const skill = '01900000-0000-7000-8000-00000000000a';

/** What the router gave somebody, in its order. */
async function givenOf({ rows, workspaceId }: Awaited<ReturnType<typeof aRoutedTeam>>) {
  const given = await rows<{ conversation_id: string }>(
    'select conversation_id from assignments where workspace_id = $1 and member_id is not null order by at',
    [workspaceId],
  );
  return given.map(({ conversation_id }) => conversation_id);
}

describe('what waits', () => {
  test('goes to who is here, and it is told by what and why not to the others', async () => {
    const team = await aRoutedTeam(database);
    const [free, full, away, gone] = [
      await team.member({ capacity: 2 }),
      await team.member({ capacity: 0 }),
      await team.member({ availability: 'away' }),
      await team.member({ seen_at: minutesAgo(5) }),
    ];
    const id = await team.waits();
    expect(await routeWork(team.workspaceId)).toMatchObject({ given: 1, takenBack: 0 });
    expect(await team.rowOf(id)).toMatchObject({
      owner_id: free.memberId,
      version: 2,
      assigned_at: expect.any(Date),
      untouched_since: expect.any(Date),
    });
    expect(await team.factsOf(id)).toEqual([
      {
        type: 'conversation.assigned',
        member_id: free.memberId,
        data: { from: null, by: 'router', given: 'balanced' },
      },
    ]);
    const [assignment] = await team.assignmentsOf(id);
    expect(assignment).toMatchObject({
      member_id: free.memberId,
      given: 'balanced',
      load: 1,
      capacity: 2,
    });
    const reasons = new Map(assignment?.skipped.map(({ memberId, reason }) => [memberId, reason]));
    expect(reasons).toEqual(
      new Map([
        [full.memberId, 'at_capacity'],
        [away.memberId, 'not_available'],
        [gone.memberId, 'not_present'],
      ]),
    );
  });

  test('is given out by priority, then what is due, then who waits longest, and what nobody can take stands in no way', async () => {
    const team = await aRoutedTeam(database);
    const me = await team.member({ capacity: 3 });
    const ids = {
      late: await team.waits({ waitingSince: minutesAgo(1) }),
      skilled: await team.waits({ priority: 3, requiredSkillIds: [skill] }),
      long: await team.waits({ waitingSince: minutesAgo(90) }),
      due: await team.waits({ dueAt: minutesAgo(-30), waitingSince: minutesAgo(2) }),
      urgent: await team.waits({ priority: 3, waitingSince: minutesAgo(2) }),
    };
    expect(await routeWork(team.workspaceId)).toMatchObject({ given: 3 });
    const owners = await Promise.all(
      [ids.urgent, ids.due, ids.long, ids.late, ids.skilled].map(team.ownerOf),
    );
    expect(owners).toEqual([me.memberId, me.memberId, me.memberId, null, null]);
    expect(await givenOf(team)).toEqual([ids.urgent, ids.due, ids.long]);
  });

  test('is found behind any number that nobody can take, in the order of work and by whose it was', async () => {
    const team = await aRoutedTeam(database);
    const [me, other] = [await team.member({ capacity: 2 }), await team.member({ capacity: 2 })];
    const first = await team.waits({ priority: 3, requiredSkillIds: [skill] });
    await team.rows(
      `insert into conversations (workspace_id, id, channel_id, identity_id, kind, public_thread, status, team_id,
         last_message_at, last_message_kind, preview, waiting_since, priority, required_skill_ids)
       select c.workspace_id, gen_random_uuid(), c.channel_id, c.identity_id, 'public', 'post ' || n, 'open', c.team_id,
         c.last_message_at, 'inbound', '', now(), c.priority, c.required_skill_ids
       from conversations c, generate_series(1, 130) n where c.id = $1`,
      [first],
    );
    const ids = {
      late: await team.waits({ waitingSince: minutesAgo(1) }),
      mine: await team.waits({ waitingSince: minutesAgo(5) }),
      long: await team.waits({ waitingSince: minutesAgo(90) }),
    };
    await claimConversation(other, { conversationId: ids.mine });
    await team.rows('update conversations set owner_id = null where id = $1', [ids.mine]);
    await routeWork(team.workspaceId);
    expect(await team.ownerOf(ids.mine)).toBe(other.memberId);
    expect([me.memberId, other.memberId]).toContain(await team.ownerOf(ids.long));
    expect([me.memberId, other.memberId]).toContain(await team.ownerOf(ids.late));
    expect(await givenOf(team)).toEqual([ids.long, ids.mine, ids.late]);
    const [left] = await team.rows<{ count: number }>(
      `select count(*)::int from conversations where workspace_id = $1 and owner_id is null`,
      [team.workspaceId],
    );
    expect(left?.count).toBe(131);
  });

  test('is explained once while nobody can take it, and again when the reasons are others', async () => {
    const team = await aRoutedTeam(database);
    const me = await team.member({ capacity: 0 });
    const id = await team.waits();
    for (let look = 0; look < 3; look += 1) await routeWork(team.workspaceId);
    await team.change('members', me.memberId, { availability: 'busy' });
    for (let look = 0; look < 2; look += 1) await routeWork(team.workspaceId);
    expect((await team.assignmentsOf(id)).map(({ given, skipped }) => [given, skipped])).toEqual([
      ['nobody', [{ memberId: me.memberId, reason: 'at_capacity' }]],
      ['nobody', [{ memberId: me.memberId, reason: 'not_available' }]],
    ]);
    await team.change('members', me.memberId, {
      availability_until: minutesAgo(1),
      capacity: 1,
    });
    await routeWork(team.workspaceId);
    expect(await team.ownerOf(id)).toBe(me.memberId);
  });

  test('is explained each and every one, however many wait; again when the reasons are others, the next at once and the rest in time', async () => {
    const [team, other] = [await aRoutedTeam(database), await aRoutedTeam(database)];
    const me = await team.member({ capacity: 0 });
    const many = 620;
    await team.waits();
    await other.waits();
    await team.rows(
      `insert into conversations (workspace_id, id, channel_id, identity_id, kind, public_thread, status, team_id,
         last_message_at, last_message_kind, preview, waiting_since, required_skill_ids)
       select c.workspace_id, gen_random_uuid(), c.channel_id, c.identity_id, 'public', 'post ' || n, 'open', c.team_id,
         c.last_message_at, 'inbound', '', now(), case when n % 2 = 0 then array[$3::uuid] else '{}' end
       from conversations c, generate_series(1, $2::int) n where c.workspace_id = $1`,
      [team.workspaceId, many - 1, skill],
    );
    const told = () =>
      team.rows<{ reason: string; count: number }>(
        `select skipped -> 0 ->> 'reason' as reason, count(distinct conversation_id)::int as count,
           count(*)::int as rows from assignments where workspace_id = $1 group by 1 order by 1`,
        [team.workspaceId],
      );
    for (let look = 0; look < 2; look += 1) await routeWork(team.workspaceId);
    // Of the first and 619 copies every second asks for the skill: 311 and 309.
    expect(await told()).toEqual([
      { reason: 'at_capacity', count: 311, rows: 311 },
      { reason: 'lacks_skill', count: 309, rows: 309 },
    ]);
    await team.change('members', me.memberId, { availability: 'busy' });
    await routeWork(team.workspaceId);
    expect(await told()).toContainEqual({ reason: 'not_available', count: 40, rows: 40 });
    await team.rows(
      `update assignments set at = at - interval '11 minutes' where workspace_id = $1`,
      [team.workspaceId],
    );
    for (let look = 0; look < 2; look += 1) await routeWork(team.workspaceId);
    expect(await told()).toContainEqual({ reason: 'not_available', count: many, rows: many });
    const theirs = 'select from assignments where workspace_id = $1';
    expect(await team.rows(theirs, [other.workspaceId])).toEqual([]);
  });

  test('in another workspace, or in a team that does not route, stays where it is', async () => {
    const [ours, theirs] = [await aRoutedTeam(database), await aRoutedTeam(database)];
    const off = await ours.another({ strategy: 'off' });
    await ours.member({}, { teamIds: [ours.teamId, off] });
    await theirs.member();
    const [untouched, foreign] = [await ours.waits({ teamId: off }), await theirs.waits()];
    await routeWork(ours.workspaceId);
    expect(await ours.ownerOf(untouched)).toBeNull();
    expect(await theirs.ownerOf(foreign)).toBeNull();
    const routed = (await routingWorkspaces()).map(({ workspaceId }) => workspaceId);
    expect(routed).toEqual(expect.arrayContaining([ours.workspaceId, theirs.workspaceId]));
    await ours.change('teams', ours.teamId, { strategy: 'off' });
    expect((await routingWorkspaces()).map(({ workspaceId }) => workspaceId)).not.toContain(
      ours.workspaceId,
    );
  });
});

test('round robin gives to each in turn, whatever they hold', async () => {
  const team = await aRoutedTeam(database, { strategy: 'round_robin' });
  const members = [await team.member(), await team.member(), await team.member()];
  const ids: string[] = [];
  for (let nth = 0; nth < 6; nth += 1)
    ids.push(await team.waits({ waitingSince: minutesAgo(60 - nth) }));
  await routeWork(team.workspaceId);
  const owners = await Promise.all(ids.map(team.ownerOf));
  expect(owners.slice(0, 3).sort()).toEqual(members.map(({ memberId }) => memberId).sort());
  expect(owners.slice(3)).toEqual(owners.slice(0, 3));
});

test('load is weighed: what waits for the customer is a quarter, what sleeps is nothing', async () => {
  const team = await aRoutedTeam(database);
  const me = await team.member({ capacity: 2 });
  const mine = { ownerId: me.memberId };
  for (let nth = 0; nth < 4; nth += 1) await team.waits({ ...mine, status: 'waiting' });
  await team.waits({ ...mine, status: 'snoozed', snoozedUntil: minutesAgo(-60) });
  await team.waits({ ...mine, status: 'resolved' });
  const [first, second] = [await team.waits({ priority: 2 }), await team.waits()];
  await routeWork(team.workspaceId);
  expect(await team.ownerOf(first)).toBe(me.memberId);
  expect(await team.ownerOf(second)).toBeNull();
  expect((await team.assignmentsOf(first))[0]).toMatchObject({ load: 2, capacity: 2 });
});

test('outside of its hours a team gets nothing, and the next look is when the shift starts', async () => {
  const team = await aRoutedTeam(database);
  const inTwoHours = new Date(Date.now() + 2 * 3_600_000);
  const clock = (at: Date) => at.toISOString().slice(11, 16);
  const span = { start: clock(inTwoHours), end: clock(new Date(inTwoHours.getTime() + 3_600_000)) };
  const calendarId = await team.aCalendar(Array.from({ length: 7 }, () => [span]));
  await team.change('teams', team.teamId, { calendar_id: calendarId });
  const me = await team.member();
  const id = await team.waits();
  const { nextInMs } = await routeWork(team.workspaceId);
  expect(nextInMs).toBeGreaterThan(110 * 60_000);
  expect(nextInMs).toBeLessThanOrEqual(121 * 60_000);
  expect((await team.assignmentsOf(id))[0]?.skipped).toEqual([
    { memberId: me.memberId, reason: 'off_shift' },
  ]);
});

test('a preferred skill is waited for, and then no longer', async () => {
  const team = await aRoutedTeam(database, { relaxMinutes: 10 });
  const me = await team.member();
  const fresh = await team.waits({ preferredSkillIds: [skill], waitingSince: minutesAgo(4) });
  const old = await team.waits({ preferredSkillIds: [skill], waitingSince: minutesAgo(11) });
  const { nextInMs } = await routeWork(team.workspaceId);
  expect(await team.ownerOf(old)).toBe(me.memberId);
  expect(await team.ownerOf(fresh)).toBeNull();
  expect(nextInMs).toBeGreaterThan(4 * 60_000);
  expect(nextInMs).toBeLessThanOrEqual(6 * 60_000);
});

test('a returning customer goes back to whose they were, if there is room', async () => {
  const team = await aRoutedTeam(database);
  const [before, other] = [await team.member({ capacity: 9 }), await team.member({ capacity: 9 })];
  for (let nth = 0; nth < 3; nth += 1) await team.waits({ ownerId: before.memberId });
  const id = await team.waits();
  await claimConversation(before, { conversationId: id });
  await team.rows('update conversations set owner_id = null where id = $1', [id]);
  await routeWork(team.workspaceId);
  expect(await team.ownerOf(id)).toBe(before.memberId);
  expect((await team.assignmentsOf(id))[0]).toMatchObject({
    given: 'sticky',
    skipped: [{ memberId: other.memberId, reason: 'other_had_it' }],
  });
  await team.rows('update conversations set owner_id = null where id = $1', [id]);
  await team.change('members', before.memberId, { capacity: 3 });
  await routeWork(team.workspaceId);
  expect(await team.ownerOf(id)).toBe(other.memberId);
});

test('what waits at once of one customer goes to one person, and of many evenly', async () => {
  const team = await aRoutedTeam(database);
  for (let nth = 0; nth < 3; nth += 1) await team.member({ capacity: 9 });
  const [first, second] = [await team.waits(), await team.waits()];
  await team.rows(
    `update identities i set contact_id = (
       select same.contact_id from identities same join conversations c on c.identity_id = same.id where c.id = $1)
     from conversations c where c.id = $2 and i.id = c.identity_id`,
    [first, second],
  );
  for (let nth = 0; nth < 4; nth += 1) await team.waits();
  await routeWork(team.workspaceId);
  expect(await team.ownerOf(second)).toBe(await team.ownerOf(first));
  const loads = await team.rows<{ held: number }>(
    `select count(*)::int as held from conversations where workspace_id = $1 group by owner_id`,
    [team.workspaceId],
  );
  expect(loads.map(({ held }) => held)).toEqual([2, 2, 2]);
});
