import { afterAll, beforeAll, expect, test } from 'vitest';
import type { TestDatabase } from '@/db/testing';
import { testDatabase } from '@/db/testing';
import { routeWork } from './route';
import { aRoutedTeam } from './routing.fixture';

let database: TestDatabase;
beforeAll(async () => {
  database = await testDatabase();
});
afterAll(() => database.close());

const minutesAgo = (minutes: number) => new Date(Date.now() - minutes * 60_000).toISOString();

test.each([
  ['is away', { availability: 'away' }],
  ['said that they are gone', { availability: 'offline' }],
  ['was not heard for an hour', { seen_at: minutesAgo(61) }],
  ['was never here', { seen_at: null }],
])('a customer who writes to somebody who %s comes to another', async (_, facts) => {
  const team = await aRoutedTeam(database);
  const me = await team.member(facts);
  const other = await team.member();
  const id = await team.waits({ ownerId: me.memberId, status: 'waiting' });
  expect(await routeWork(team.workspaceId)).toMatchObject({ takenBack: 0 });
  expect(await team.writes(id)).toBe('received');
  expect(await team.rowOf(id)).toMatchObject({ owner_id: null, status: 'open', passed_by: [] });
  expect((await team.factsOf(id)).at(-1)).toEqual({
    type: 'conversation.unassigned',
    member_id: me.memberId,
    data: { because: 'absent' },
  });
  await routeWork(team.workspaceId);
  expect(await team.ownerOf(id)).toBe(other.memberId);
});

test.each([
  ['is busy', { availability: 'busy' }],
  ['lost the connection a moment ago', { seen_at: minutesAgo(20) }],
  ['is back by now', { availability: 'away', availability_until: minutesAgo(1) }],
])('who %s keeps their customers', async (_, facts) => {
  const team = await aRoutedTeam(database);
  const me = await team.member(facts);
  const id = await team.waits({ ownerId: me.memberId });
  await team.writes(id);
  expect(await team.ownerOf(id)).toBe(me.memberId);
});

test('a team that keeps, or gives nothing out, keeps; but nobody writes to somebody who left', async () => {
  const [keeps, off] = [
    await aRoutedTeam(database, { absence: 'keep' }),
    await aRoutedTeam(database, { strategy: 'off' }),
  ];
  for (const team of [keeps, off]) {
    const away = await team.member({ availability: 'away' });
    const left = await team.member({ removed_at: minutesAgo(5) });
    const held = await team.waits({ ownerId: away.memberId });
    const lost = await team.waits({
      ownerId: left.memberId,
      status: 'resolved',
      resolvedAt: minutesAgo(9),
    });
    await team.writes(held);
    await team.writes(lost);
    expect(await team.ownerOf(held)).toBe(away.memberId);
    expect(await team.rowOf(lost)).toMatchObject({ owner_id: null, status: 'open' });
  }
});

test('outside of the hours nobody is there: in the morning it goes back to whose it was', async () => {
  const team = await aRoutedTeam(database);
  const me = await team.member({ capacity: 30 });
  await team.member();
  const hour = new Date(Date.now() + 6 * 3_600_000).toISOString().slice(11, 13);
  const calendarId = await team.aCalendar(
    Array.from({ length: 7 }, () => [{ start: `${hour}:00`, end: `${hour}:59` }]),
  );
  const id = await team.waits({ ownerId: me.memberId });
  await team.waits({ ownerId: me.memberId });
  await team.change('teams', team.teamId, { calendar_id: calendarId });
  await team.writes(id);
  await routeWork(team.workspaceId);
  expect(await team.ownerOf(id)).toBeNull();
  await team.change('teams', team.teamId, { calendar_id: null });
  await routeWork(team.workspaceId);
  expect(await team.ownerOf(id)).toBe(me.memberId);
  expect((await team.assignmentsOf(id)).at(-1)).toMatchObject({ given: 'sticky' });
});
