import { afterAll, beforeAll, expect, test } from 'vitest';
import { verifyPassword } from '@/lib/auth/password';
import type { Actor } from '@/lib/domain/access/can';
import { viewCounts } from '@/lib/queries/inbox/view-counts';
import { unseal } from '@/lib/vault';
import { demoTokens } from '@/sandbox/oauth/tokens';
import { story } from '@/sandbox/story';
import { seedDemo } from './seed';
import { demoPassword } from './seed/team';
import type { TestDatabase } from './testing';
import { testDatabase } from './testing';

const now = new Date('2026-11-22T09:00:00Z');
let database: TestDatabase;
beforeAll(async () => {
  database = await testDatabase();
  expect(await seedDemo(now)).toBe('seeded');
});
afterAll(() => database.close());

async function ask<Row extends Record<string, unknown>>(text: string): Promise<Row[]> {
  return (await database.admin.query<Row>(text)).rows;
}

async function tally(text: string): Promise<Record<string, number>> {
  const rows = await ask<{ name: string; count: number }>(text);
  return Object.fromEntries(rows.map(({ name, count }) => [name, count]));
}

test('seeding again changes nothing', async () => {
  expect(await seedDemo(now)).toBe('already there');
  expect(await ask('select id from workspaces')).toHaveLength(1);
});

test('the database and the sandbox remember the same messages, id for id', async () => {
  const { accounts, threads, posts } = story(now);
  const isOurs = (id: string) => accounts.some((account) => account.id === id);
  // What a brand says to nobody is in no conversation.
  const held = posts.filter(({ authorId, author }) => author !== null || !isOurs(authorId));
  const told = [...threads.flatMap((thread) => thread.messages), ...held].map(({ id }) => id);
  const rows = await ask<{ external_id: string }>(
    'select external_id from messages where external_id is not null',
  );
  expect(rows.length).toBeGreaterThan(1_400);
  expect(rows.map((row) => row.external_id).sort()).toEqual(told.sort());
});

test('mentions of every kind are there: named, answered, quoted, deleted and not ours to answer', async () => {
  const rows = await ask<{ what: string }>(`
    select concat_ws(' ', m.kind, m.unreadable, m.post ->> 'calling', m.post ->> 'summons') as what
    from messages m join conversations c on c.id = m.conversation_id where c.kind = 'public'`);
  const kinds = new Set(rows.map(({ what }) => what));
  expect([...kinds].sort()).toEqual([
    'inbound answered false',
    'inbound answered true',
    'inbound deleted named true',
    'inbound named true',
    'inbound quoted true',
    'outbound',
  ]);
  const statuses = await ask("select distinct status from conversations where kind = 'public'");
  expect(statuses).toHaveLength(3);
});

test('a complaint was taken private, and both conversations know of each other', async () => {
  const rows = await ask(`
    select h.how, h.matched_by, h.arrived_at > h.invited_at and h.invited_at > h.started_at as ordered,
      (select count(*)::int from events e where e.type = 'conversation.handed_off'
        and e.conversation_id in (h.public_id, h.private_id)) as told from handoffs h`);
  expect(rows).toEqual([{ how: 'invited', matched_by: 'link', ordered: true, told: 2 }]);
  expect(await ask('select body from invitation_texts')).toHaveLength(2);
});

test('every conversation is summed up truly by its own row', async () => {
  expect(
    await ask(`
    select c.id from conversations c join lateral (
      select at, kind from messages m where m.workspace_id = c.workspace_id and m.conversation_id = c.id
      order by at desc, tie desc limit 1) newest on true
    where c.last_message_at <> newest.at or c.last_message_kind <> newest.kind`),
  ).toEqual([]);
});

test('nothing has happened later than now, but for what sleeps', async () => {
  const end = `'${now.toISOString()}'::timestamptz`;
  expect(await ask(`select id from messages where at >= ${end}`)).toEqual([]);
  expect(await ask(`select seq from events where at >= ${end}`)).toEqual([]);
  expect(await ask(`select id from conversations where status_at >= ${end}`)).toEqual([]);
  expect(await ask(`select id from conversations where snoozed_until < ${end}`)).toEqual([]);
});

test('the spine is contiguous and knows who answered', async () => {
  const [spine] = await ask<Record<'newest' | 'count' | 'counter', string>>(`
    select max(e.seq) as newest, count(*) as count, max(c.seq) as counter
    from events e join event_counters c using (workspace_id)`);
  expect(spine?.newest).toBe(spine?.count);
  expect(spine?.counter).toBe(spine?.newest);
  const nameless = await ask(
    "select 1 from events where type = 'message.replied' and actor_member_id is null",
  );
  expect(nameless).toEqual([]);
});

test('conversations stand everywhere they can, in every priority, with every label and team', async () => {
  const statuses = await tally(
    'select status as name, count(*)::int as count from conversations group by 1',
  );
  expect(statuses['open']).toBeGreaterThan(60);
  expect(statuses['waiting']).toBeGreaterThanOrEqual(12);
  expect(statuses['on_hold']).toBeGreaterThanOrEqual(8);
  expect(statuses['snoozed']).toBeGreaterThanOrEqual(8);
  expect(statuses['resolved']).toBeGreaterThan(120);
  expect(statuses['spam']).toBeGreaterThanOrEqual(6);
  const priorities = await tally(
    'select priority as name, count(*)::int as count from conversations group by 1',
  );
  for (const priority of [0, 1, 2, 3]) expect(priorities[priority]).toBeGreaterThanOrEqual(4);
  const labels = await tally(
    'select l.name, count(*)::int as count from labels l join conversations c on l.id = any(c.label_ids) group by 1',
  );
  expect(Object.keys(labels)).toHaveLength(10);
  const teams = await tally(
    'select t.name, count(*)::int as count from teams t join conversations c on c.team_id = t.id group by 1',
  );
  expect(Object.keys(teams)).toHaveLength(3);
});

test('what is on hold says why, in a note', async () => {
  expect(
    await ask(`
    select c.preview from conversations c where c.status = 'on_hold' and not exists (
      select from messages m where m.conversation_id = c.id and m.kind = 'note')`),
  ).toEqual([]);
});

test('some sleep for minutes, some for days, and each knows who put it off', async () => {
  const rows = await ask<{ hours: number; by: string | null }>(`
    select extract(epoch from snoozed_until - '${now.toISOString()}')::float8 / 3600 as hours, snoozed_by as by
    from conversations where status = 'snoozed' order by 1`);
  expect(rows[0]?.hours).toBeLessThan(6);
  expect(rows.at(-1)?.hours).toBeGreaterThan(48);
  expect(rows.filter(({ by }) => by === null)).toEqual([]);
});

test('answers failed, are in doubt and wait for a decision, each with its reason', async () => {
  const states = await tally(
    "select state as name, count(*)::int as count from deliveries where state <> 'sent' group by 1",
  );
  expect(states).toEqual({ failed: 2, needs_review: 2, unknown: 1 });
  const mute = await ask(`
    select 1 from deliveries d where state <> 'sent' and (reason is null or not exists (
      select from attempts a where a.message_id = d.message_id))`);
  expect(mute).toEqual([]);
});

const perMember = (what: string) => `select m.name, (${what})::int as count from members m`;

test('whoever answers finds work of their own, read and unread', async () => {
  const [own, unread, read] = await Promise.all([
    tally(
      perMember(
        `select count(*) from conversations c where c.owner_id = m.id and c.status in ('open', 'on_hold')`,
      ),
    ),
    tally(
      perMember(`
      select count(*) from conversations c where c.owner_id = m.id and c.status = 'open' and
        c.last_inbound_at > coalesce((select read_up_to from conversation_reads r
          where r.member_id = m.id and r.conversation_id = c.id), m.created_at)`),
    ),
    tally(perMember('select count(*) from conversation_reads r where r.member_id = m.id')),
  ]);
  for (const name of ['Priya Raman', 'Mo Okafor', 'Lena Fischer', 'Jack Moreau']) {
    expect(own[name], name).toBeGreaterThanOrEqual(5);
    expect(unread[name], name).toBeGreaterThanOrEqual(1);
    expect(unread[name], name).toBeLessThan(own[name] ?? 0);
  }
  for (const [name, count] of Object.entries(read)) expect(count, name).toBeGreaterThan(150);
});

test('everybody is named in notes, keeps a view, and has something to hear of', async () => {
  const active = "c.status in ('open', 'waiting', 'on_hold', 'snoozed')";
  const found = await Promise.all([
    tally(
      perMember(`
      select count(*) from conversations c where ${active} and exists (
        select from note_mentions n where n.conversation_id = c.id and n.member_id = m.id)`),
    ),
    tally(perMember('select count(*) from saved_views v where v.owner_id = m.id')),
    tally(
      perMember(
        'select count(*) from notifications n where n.member_id = m.id and n.read_at is null',
      ),
    ),
  ]);
  for (const counts of found) {
    expect(Object.keys(counts)).toHaveLength(6);
    for (const [name, count] of Object.entries(counts)) expect(count, name).toBeGreaterThan(0);
  }
  expect(await ask('select 1 from saved_views where owner_id is null')).toHaveLength(3);
  expect((await ask('select 1 from drafts')).length).toBeGreaterThanOrEqual(3);
});

test('no view of anybody is empty, but for the own work of those who answer nobody', async () => {
  const actors = await ask<Actor>(`
    select id as "memberId", user_id as "userId", workspace_id as "workspaceId", roles, name, email,
      gen_random_uuid() as "sessionId" from members`);
  for (const actor of actors) {
    const { counts } = await viewCounts(actor);
    // What is due soon is so by the database's clock, not by the story's.
    const empty = Object.keys(counts).filter((view) => view !== 'due' && counts[view] === 0);
    const answers = actor.roles.some((role) => role === 'agent' || role === 'lead');
    expect(empty, actor.name).toEqual(answers ? [] : ['mine']);
    // Ten of every workspace, three teams, two channels, the team's three and at least one of their own.
    expect(Object.keys(counts).length, actor.name).toBeGreaterThanOrEqual(19);
  }
});

test('six people over all roles can sign in, and both brand accounts are connected', async () => {
  const people = await ask<{ password_hash: string; roles: string[] }>(
    'select u.password_hash, m.roles from users u join members m on m.user_id = u.id',
  );
  expect(people).toHaveLength(6);
  expect(new Set(people.flatMap((each) => each.roles))).toEqual(
    new Set(['agent', 'lead', 'marketer', 'admin']),
  );
  expect(await verifyPassword(people[0]?.password_hash ?? null, demoPassword)).toBe(true);

  const rows = await ask<Record<string, string>>(
    'select c.workspace_id, c.id, c.external_id, k.access_token from channels c join channel_credentials k on k.channel_id = c.id',
  );
  expect(rows).toHaveLength(2);
  for (const { workspace_id: workspaceId, id: rowId, external_id, access_token } of rows) {
    const cell = { table: 'channel_credentials', column: 'access_token', workspaceId, rowId };
    const token = await unseal(`${access_token}`, cell as Parameters<typeof unseal>[1]);
    expect(token).toBe(demoTokens('test-client-secret', `${external_id}`).accessToken);
  }
});

test('an offer was given to some, and kept from others by what the rules say', async () => {
  const came = await ask<{ state: string; code: string | null; told: boolean | null }>(`
    select r.state, c.code, m.body like '%' || c.code || '%' as told
    from offer_recipients r
    left join offer_codes c on c.offer_id = r.offer_id and c.identity_id = r.identity_id
    left join messages m on m.id = r.message_id and m.automatic = 'offer'`);
  const given = came.filter(({ state }) => state === 'queued');
  expect(given).toHaveLength(4);
  expect(given.every(({ told }) => told)).toBe(true);
  expect(
    await ask("select decision->>'reason' as why from offer_recipients where state = 'refused'"),
  ).toEqual([{ why: 'OPTED_OUT' }]);
  expect(
    await tally('select state as name, count(*)::int as count from offers group by state'),
  ).toEqual({
    done: 1,
    draft: 1,
  });
});

test('customers’ messages were judged, and one advertisement was put aside without a person', async () => {
  const intents = await ask('select distinct intent from conversations where intent is not null');
  expect(intents.length).toBeGreaterThanOrEqual(5);
  expect(
    await ask(`select m.id from messages m left join message_triage t on t.message_id = m.id
      where m.kind = 'inbound' and m.body <> '' and t.message_id is null`),
  ).toEqual([]);
  expect(await ask('select status from conversations where quarantine is not null')).toHaveLength(
    1,
  );
});
