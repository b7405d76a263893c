import { afterAll, beforeAll, expect, test } from 'vitest';
import type { TestDatabase } from '@/db/testing';
import { testDatabase } from '@/db/testing';
import type { Actor } from '@/lib/domain/access/can';
import { changeConversations } from '../conversation/change';
import { routeWork } from './route';
import { aRoutedTeam } from './routing.fixture';

let database: TestDatabase;
beforeAll(async () => {
  database = await testDatabase({ DATABASE_POOL: '20' });
});
afterAll(() => database.close());

const ROUTERS = 8;
const CONVERSATIONS = 200;
const MEMBERS = 20;
const skills = ['a', 'b', 'c'].map((no) => `01900000-0000-7000-8000-00000000000${no}`);

/** A random source that can be run again: prints its seed, takes it back from SEED. */
function seeded(): (below: number) => number {
  const seed = Number(process.env['SEED'] ?? Date.now() % 2 ** 31);
  process.stdout.write(`SEED=${seed}\n`);
  let state = seed;
  return (below) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
}

type Team = Awaited<ReturnType<typeof aRoutedTeam>>;
type Row = {
  id: string;
  owner_id: string | null;
  rank: number;
  priority: number;
  required: string[];
};

function eightRoute({ workspaceId }: Team) {
  return Promise.all(Array.from({ length: ROUTERS }, () => routeWork(workspaceId)));
}

async function standing(team: Team): Promise<Row[]> {
  return await team.rows<Row>(
    `select id, owner_id, priority, required_skill_ids::text[] as required,
       row_number() over (order by priority desc, due_at nulls last, waiting_since, id)::int as rank
     from conversations where workspace_id = $1 order by rank`,
    [team.workspaceId],
  );
}

async function noneAbove(team: Team): Promise<void> {
  const over = await team.rows(
    `select m.id from members m where m.workspace_id = $1 and m.capacity < (
       select count(*) from conversations c where c.owner_id = m.id and c.status = 'open')`,
    [team.workspaceId],
  );
  expect(over, 'nobody holds more than they may be given').toEqual([]);
  const twice = await team.rows(
    `select conversation_id from assignments a where workspace_id = $1 and member_id is not null
       and not exists (select from events e where e.workspace_id = a.workspace_id
         and e.conversation_id = a.conversation_id and e.type = 'conversation.unassigned')
     group by conversation_id having count(*) > 1`,
    [team.workspaceId],
  );
  expect(twice, 'nothing is given twice').toEqual([]);
}

test('eight routers, 200 conversations, 20 members: no capacity is exceeded, nothing is given twice, and the order holds', async () => {
  const random = seeded();
  const team = await aRoutedTeam(database, { strategy: random(2) ? 'balanced' : 'round_robin' });
  const members: Actor[] = [];
  const knows = new Map<string, string[]>();
  for (let nth = 0; nth < MEMBERS; nth += 1) {
    const known = skills.filter(() => random(2) === 1);
    const member = await team.member({ capacity: random(9), skill_ids: known });
    knows.set(member.memberId, known);
    members.push(member);
  }
  for (let nth = 0; nth < CONVERSATIONS; nth += 1) {
    await team.waits({
      priority: random(4),
      requiredSkillIds: random(3) === 0 ? [skills[random(3)] ?? ''] : [],
      dueAt: random(2) ? new Date(Date.now() + random(600) * 60_000).toISOString() : null,
      waitingSince: new Date(Date.now() - random(600) * 60_000).toISOString(),
    });
  }
  const routed = await eightRoute(team);
  await noneAbove(team);
  const rows = await standing(team);
  const given = rows.filter(({ owner_id }) => owner_id !== null);
  expect(routed.reduce((sum, { given: some }) => sum + some, 0)).toBe(given.length);
  for (const { owner_id, required } of given) {
    expect(knows.get(owner_id ?? '')).toEqual(expect.arrayContaining(required));
  }
  await inOrder(team, rows);
  await everybodyExplained(team, members);
});

/** What was given came in the order of work among those with the same needs. */
async function inOrder(team: Team, rows: readonly Row[]): Promise<void> {
  const rank = new Map(rows.map((row) => [row.id, row]));
  const made = await team.rows<{ conversation_id: string }>(
    `select conversation_id from assignments
     where workspace_id = $1 and member_id is not null order by at`,
    [team.workspaceId],
  );
  for (const needs of ['', ...skills]) {
    const ranks = made.flatMap(({ conversation_id: id }) => {
      const row = rank.get(id);
      return row && row.required.join() === needs ? [row.rank] : [];
    });
    expect(ranks, `the order of those that need ${needs || 'nothing'}`).toEqual(
      ranks.toSorted((one, other) => one - other),
    );
    const left = rows.find((row) => row.owner_id === null && row.required.join() === needs);
    expect(Math.max(0, ...ranks), 'none was left behind a later one').toBeLessThanOrEqual(
      left?.rank ?? Number.POSITIVE_INFINITY,
    );
  }
}

async function everybodyExplained(team: Team, members: readonly Actor[]): Promise<void> {
  const made = await team.rows<{ member_id: string | null; skipped: { memberId: string }[] }>(
    'select member_id, skipped from assignments where workspace_id = $1',
    [team.workspaceId],
  );
  const all = members.map(({ memberId }) => memberId).sort();
  for (const { member_id: id, skipped } of made) {
    const told = [...skipped.map(({ memberId }) => memberId), ...(id ? [id] : [])];
    expect(told.sort()).toEqual(all);
  }
}

test('a walk-out in the middle of a rush, and people who close meanwhile: the rest carry it, within what they may', async () => {
  const team = await aRoutedTeam(database, { absence: 'after', absenceMinutes: 1 });
  const members = await Promise.all(Array.from({ length: 8 }, () => team.member({ capacity: 6 })));
  for (let nth = 0; nth < 60; nth += 1) await team.waits();
  const leave = members.slice(0, 4).map(({ memberId }) => memberId);
  const walkOut = async () => {
    await team.rows(
      `update members set availability = 'away',
         availability_at = clock_timestamp() - interval '2 minutes'
       where id = any($1::uuid[])`,
      [leave],
    );
    await eightRoute(team);
  };
  await Promise.all([eightRoute(team), walkOut(), closes(team, members.slice(4))]);
  await eightRoute(team);
  await noneAbove(team);
  const held = await team.rows<{ owner_id: string }>(
    `select distinct owner_id from conversations
     where workspace_id = $1 and status = 'open' and owner_id is not null`,
    [team.workspaceId],
  );
  expect(
    held.filter(({ owner_id }) => leave.includes(owner_id)),
    'nobody who left',
  ).toEqual([]);
  expect(held).toHaveLength(4);
});

/** Each closes what they are given, a few times. */
async function closes(team: Team, members: readonly Actor[]): Promise<void> {
  for (let round = 0; round < 4; round += 1) {
    for (const me of members) {
      const [mine] = await team.rows<{ id: string }>(
        "select id from conversations where owner_id = $1 and status = 'open' limit 1",
        [me.memberId],
      );
      if (!mine) continue;
      await changeConversations(me, {
        items: [{ conversationId: mine.id }],
        change: { kind: 'status', status: 'resolved' },
      });
      await routeWork(team.workspaceId);
    }
  }
}

test('when the shift starts, eight routers give out what waited for it, and nothing before', async () => {
  const team = await aRoutedTeam(database);
  const hourFrom = (hours: number) =>
    new Date(Date.now() + hours * 3_600_000).toISOString().slice(11, 13);
  const daily = (start: string, end: string) => Array.from({ length: 7 }, () => [{ start, end }]);
  const night = await team.aCalendar(daily(`${hourFrom(6)}:00`, `${hourFrom(8)}:00`));
  const day = await team.aCalendar(daily(`${hourFrom(-1)}:00`, `${hourFrom(2)}:00`));
  await team.change('teams', team.teamId, { calendar_id: night });
  for (let nth = 0; nth < 5; nth += 1) await team.member({ capacity: 4 });
  for (let nth = 0; nth < 30; nth += 1) await team.waits();
  const before = await eightRoute(team);
  expect(before.every(({ given, nextInMs }) => given === 0 && (nextInMs ?? 0) > 0)).toBe(true);
  await team.change('teams', team.teamId, { calendar_id: day });
  await eightRoute(team);
  await noneAbove(team);
  const rows = await standing(team);
  expect(rows.filter(({ owner_id }) => owner_id !== null)).toHaveLength(20);
});
