import { setTimeout as rest } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Stack } from '@/scripts/stack.mjs';
import { startStack } from '@/scripts/stack.mjs';
import { act } from './actions';
import type { Rig } from './rig';
import { seededRandom, startRig, until } from './rig';

const CONVERSATIONS = 200;
const MEMBERS = 20;
/** With these the workers, the server and the database come to speed. */
const FIRST = 10;
/** Before anything goes wrong: what is measured. */
const CALM = 110;
const root = fileURLToPath(new URL('../..', import.meta.url));

let rig: Rig;
let second: Stack;
beforeAll(async () => {
  // At the pace of life: nothing is found by looking every 30 s, only by being told.
  rig = await startRig('routing', { port: 4360, timeScale: 1 });
  second = await startStack({
    ...{ root, home: '.test/hard-routing-second', source: rig.stack.env, hideDotEnv: true },
    ...{ parts: ['worker'], seed: false, logs: true, restartCrashed: false },
  });
});
afterAll(async () => {
  await second?.stop();
  await rig?.close();
});

test('two workers that are killed, a walk-out and 200 conversations: nobody holds too much, nothing is given twice, all is explained', async () => {
  const random = seededRandom();
  const teamId = await aTeamOf(random);
  const ids = await conversations(random);
  const watch = watchCapacities(teamId);

  await handOver(ids.slice(0, FIRST), teamId);
  await until('the first ones are given', () => nothingTakable(teamId));
  await handOver(ids.slice(FIRST, CALM), teamId);
  await until('the next ones are given', () => nothingTakable(teamId));
  const waits = await waitsOf(ids.slice(FIRST, CALM));
  const [p50, p95] = [0.5, 0.95].map((share) => waits[Math.floor(waits.length * share)] ?? 0);
  process.stdout.write(`eligible to assigned: p50 ${p50} ms, p95 ${p95} ms of ${waits.length}\n`);
  expect(p95, 'a generous bound, for a machine that does more').toBeLessThan(15_000);

  const killing = killInTurns();
  await Promise.all([handOver(ids.slice(CALM), teamId), walkOut(teamId)]);
  await killing;
  await until('everything that can be given is', () => nothingTakable(teamId), 120_000);
  expect(await watch.end(), 'no look found more than a capacity').toEqual([]);

  const held = await rig.rows<{ away: number; given: number }>(
    `select count(*) filter (where m.availability = 'away')::int as away, count(*)::int as given
     from conversations c join members m on m.id = c.owner_id where c.team_id = $1`,
    [teamId],
  );
  process.stdout.write(`held in the end: ${JSON.stringify(held[0])}\n`);
  expect(held[0]?.away, 'nobody who left holds anything').toBe(0);
  await givenOnce(teamId);
  await everybodyExplained(teamId);
});

/** Random capacities and skills; everybody is here for the whole test. Answers the team's id. */
async function aTeamOf(random: () => number): Promise<string> {
  const [team] = await rig.rows<{ id: string }>(
    `insert into teams (workspace_id, id, name, strategy, absence, absence_minutes)
     values ($1, gen_random_uuid(), 'Rush', 'balanced', 'after', 1) returning id`,
    [rig.workspaceId],
  );
  const people = Array.from({ length: MEMBERS }, (_, no) => ({
    name: `Rush ${no}`,
    capacity: 8 + Math.floor(random() * 12),
    skilled: random() < 0.6,
  }));
  await rig.rows(
    `with people as (
       select gen_random_uuid() as user_id, gen_random_uuid() as id, *
       from jsonb_to_recordset($2::jsonb) as p(name text, capacity int, skilled boolean)
     ), accounts as (
       insert into users (id, email, name)
       select user_id, replace(lower(name), ' ', '') || '@rush.example', name from people
     ), made as (
       insert into members (workspace_id, id, user_id, name, email, roles, capacity, skill_ids, seen_at)
       select $1, id, user_id, name, replace(lower(name), ' ', '') || '@rush.example', '{agent}', capacity,
         case when skilled then array['${skill}']::uuid[] else '{}' end, now() + interval '1 hour'
       from people returning id
     )
     insert into team_members (workspace_id, team_id, member_id) select $1, $3, id from made`,
    [rig.workspaceId, JSON.stringify(people), team?.id],
  );
  return team?.id ?? '';
}

const skill = '01900000-0000-7000-8000-00000000000a';

/** People who wrote a while ago, of whom nobody is responsible yet. */
async function conversations(random: () => number): Promise<string[]> {
  const wanted = Array.from({ length: CONVERSATIONS }, (_, no) => ({
    no,
    priority: Math.floor(random() * 4),
    skilled: random() < 0.3,
  }));
  const made = await rig.rows<{ id: string }>(
    `with wanted as (
       select gen_random_uuid() as id, gen_random_uuid() as identity, gen_random_uuid() as contact, *
       from jsonb_to_recordset($2::jsonb) as w(no int, priority smallint, skilled boolean)
     ), someone as (
       insert into contacts (workspace_id, id, name) select $1, contact, 'Rusher ' || no from wanted
     ), people as (
       insert into identities (workspace_id, id, contact_id, network, external_id, handle)
       select $1, identity, contact, 'x', '77' || no, 'rusher' || no from wanted
     )
     insert into conversations (workspace_id, id, channel_id, identity_id, last_message_at,
       last_message_kind, preview, last_inbound_at, waiting_since, priority, required_skill_ids)
     select $1, id, $3, identity, now(), 'inbound', 'Where is it?', now(), now() - no * interval '1 second',
       priority, case when skilled then array['${skill}']::uuid[] else '{}' end
     from wanted returning id`,
    [rig.workspaceId, JSON.stringify(wanted), rig.channel.id],
  );
  return made.map(({ id }) => id);
}

/** A lead gives them to the team, a few at a time. */
async function handOver(ids: readonly string[], teamId: string): Promise<void> {
  const cookie = await rig.cookieOf('jack');
  for (let at = 0; at < ids.length; at += 2) {
    const items = ids.slice(at, at + 2).map((conversationId) => ({ conversationId }));
    const input = { items, change: { kind: 'team', teamId } };
    await act(rig, 'changeConversationsAction', input, cookie);
    await rest(100);
  }
}

async function walkOut(teamId: string): Promise<void> {
  await rest(2_000);
  await rig.rows(
    `update members set availability = 'away', availability_at = clock_timestamp() - interval '2 minutes'
     where id in (select member_id from team_members where team_id = $1 order by member_id limit ${MEMBERS / 2})`,
    [teamId],
  );
}

async function killInTurns(): Promise<void> {
  for (const victim of [rig.stack, second, rig.stack, second]) {
    await rest(800);
    await victim.kill('worker');
    await rest(400);
    await victim.restart('worker');
  }
}

/** Looks again and again whether somebody holds more than they may be given. */
function watchCapacities(teamId: string): { end: () => Promise<unknown[]> } {
  const found: unknown[] = [];
  let ended = false;
  const watching = (async () => {
    while (!ended) {
      found.push(
        ...(await rig.rows(
          `select m.name, m.capacity, count(*) as holds from members m
           join team_members seat on seat.member_id = m.id and seat.team_id = $1
           join conversations c on c.owner_id = m.id and c.status = 'open'
           group by m.id, m.name, m.capacity having count(*) > m.capacity`,
          [teamId],
        )),
      );
      await rest(50);
    }
  })();
  return {
    end: async () => {
      ended = true;
      await watching;
      return found;
    },
  };
}

/** Nothing waits that somebody here could take, and nobody who is away holds anything. */
async function nothingTakable(teamId: string): Promise<boolean> {
  const [open] = await rig.rows<{ count: number }>(
    `select count(*)::int as count from conversations c where c.team_id = $1 and c.status = 'open'
       and (c.owner_id is null and exists (
         select from team_members seat join members m on m.id = seat.member_id
         where seat.team_id = $1 and m.availability = 'available' and m.skill_ids @> c.required_skill_ids
           and m.capacity > (select count(*) from conversations mine
             where mine.owner_id = m.id and mine.status = 'open'))
       or exists (select from members m where m.id = c.owner_id and m.availability = 'away'))`,
    [teamId],
  );
  return open?.count === 0;
}

/** From when each was with the team until it was given, in milliseconds, ascending. */
async function waitsOf(ids: readonly string[]): Promise<number[]> {
  const rows = await rig.rows<{ ms: number }>(
    `select (extract(epoch from a.at - e.at) * 1000)::int as ms from assignments a
     join events e on e.conversation_id = a.conversation_id and e.type = 'conversation.teamed'
     where a.conversation_id = any($1) and a.member_id is not null order by 1`,
    [ids],
  );
  return rows.map(({ ms }) => ms);
}

/** As often as something was given it was nobody's before. */
async function givenOnce(teamId: string): Promise<void> {
  const twice = await rig.rows(
    `select c.id from conversations c
     join events e on e.conversation_id = c.id
     where c.team_id = $1
     group by c.id, c.owner_id
     having count(*) filter (where e.type = 'conversation.assigned')
       <> count(*) filter (where e.type = 'conversation.unassigned') + (c.owner_id is not null)::int
     or count(*) filter (where e.type = 'conversation.assigned') <> (
       select count(*) from assignments a where a.conversation_id = c.id and a.member_id is not null)`,
    [teamId],
  );
  expect(twice, 'given once for each time that it was nobody’s').toEqual([]);
}

async function everybodyExplained(teamId: string): Promise<void> {
  const wrong = await rig.rows(
    `select a.id from assignments a where a.team_id = $1
       and (select count(distinct skip ->> 'memberId') from jsonb_array_elements(a.skipped) skip)
         + (a.member_id is not null)::int <> ${MEMBERS}`,
    [teamId],
  );
  expect(wrong, 'of everybody in the team it says why not').toEqual([]);
}
