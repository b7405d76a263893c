import { afterAll, beforeAll, expect, test } from 'vitest';
import { verifyPassword } from '@/lib/auth/password';
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

test('seeding again changes nothing', async () => {
  expect(await seedDemo(now)).toBe('already there');
  expect((await database.admin.query('select id from workspaces')).rowCount).toBe(1);
});

test('the database and the sandbox remember the same messages, id for id', async () => {
  const told = story(now).threads.flatMap((thread) => thread.messages.map((each) => each.id));
  const { rows } = await database.admin.query<{ external_id: string }>(
    'select external_id from messages where external_id is not null',
  );
  expect(rows.length).toBeGreaterThan(200);
  expect(rows.map((row) => row.external_id).sort()).toEqual(told.sort());
});

test('every conversation is summed up truly by its own row', async () => {
  const { rows } = await database.admin.query(`
    select c.id from conversations c join lateral (
      select at, kind from messages m where m.workspace_id = c.workspace_id and m.conversation_id = c.id
      order by at desc, tie desc limit 1) newest on true
    where c.last_message_at <> newest.at or c.last_message_kind <> newest.kind`);
  expect(rows).toEqual([]);
});

test('the spine is contiguous and knows who answered', async () => {
  const { rows } = await database.admin.query<Record<'newest' | 'count' | 'counter', string>>(`
    select max(e.seq) as newest, count(*) as count, max(c.seq) as counter
    from events e join event_counters c using (workspace_id)`);
  expect(rows[0]?.newest).toBe(rows[0]?.count);
  expect(rows[0]?.counter).toBe(rows[0]?.newest);
  const nameless = await database.admin.query(
    "select 1 from events where type = 'message.replied' and actor_member_id is null",
  );
  expect(nameless.rowCount).toBe(0);
});

test('six people over all roles can sign in, and both brand accounts are connected', async () => {
  const { rows: people } = await database.admin.query<{ password_hash: string; roles: string[] }>(
    'select u.password_hash, m.roles from users u join members m on m.user_id = u.id',
  );
  expect(people).toHaveLength(6);
  expect(new Set(people.flatMap((each) => each.roles))).toEqual(
    new Set(['agent', 'lead', 'marketer', 'admin']),
  );
  expect(await verifyPassword(people[0]?.password_hash ?? null, demoPassword)).toBe(true);

  const { rows } = await database.admin.query<Record<string, string>>(
    'select c.workspace_id, c.id, c.external_id, k.access_token from channels c join channel_credentials k on k.channel_id = c.id',
  );
  expect(rows).toHaveLength(2);
  for (const { workspace_id: workspaceId, id: rowId, external_id, access_token } of rows) {
    const cell = { table: 'channel_credentials', column: 'access_token', workspaceId, rowId };
    const token = await unseal(`${access_token}`, cell as Parameters<typeof unseal>[1]);
    expect(token).toBe(demoTokens('test-client-secret', `${external_id}`).accessToken);
  }
});
