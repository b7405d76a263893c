import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import type { TestDatabase } from '@/db/testing';
import { aChannel, aConversation, aWorkspace, testDatabase } from '@/db/testing';
import { count, flushCounts } from '@/lib/counts';
import { startHeartbeat } from '@/lib/jobs/heartbeat';
import { readiness } from './readiness';
import { readVitals } from './vitals';

let database: TestDatabase;
beforeAll(async () => {
  database = await testDatabase({ TIME_SCALE: '1' });
});
afterAll(() => database.close());
beforeEach(async () => {
  await database.admin.query('delete from worker_heartbeats');
});

test('a server is ready while a worker lives, and says so when it stopped', async () => {
  expect(await readiness()).toEqual({ ready: false, problems: ['worker'] });
  const heartbeat = startHeartbeat();
  await expect.poll(readiness).toEqual({ ready: true, problems: [] });
  await heartbeat.stop();
  expect(await readiness()).toEqual({ ready: false, problems: ['worker'] });
});

test('a worker that was killed counts as dead after a minute', async () => {
  await database.admin.query(
    "insert into worker_heartbeats (id, beat_at) values (gen_random_uuid(), now() - interval '59 seconds')",
  );
  expect((await readiness()).ready).toBe(true);
  await database.admin.query(
    "update worker_heartbeats set beat_at = now() - interval '61 seconds'",
  );
  expect((await readiness()).problems).toEqual(['worker']);
});

test('a schema that is behind, or ahead, makes a server unready', async () => {
  const { rows } = await database.admin.query(
    'delete from drizzle.__drizzle_migrations where id = (select max(id) from drizzle.__drizzle_migrations) returning *',
  );
  expect((await readiness()).problems).toContain('migrations');
  await database.admin.query(
    'insert into drizzle.__drizzle_migrations select * from json_populate_record(null::drizzle.__drizzle_migrations, $1)',
    [JSON.stringify(rows[0])],
  );
  expect((await readiness()).problems).not.toContain('migrations');
});

test('the vitals tell what waits, what is doubtful and who is silent, over all workspaces', async () => {
  const before = (await readVitals()).vitals;
  await database.admin.query(`
    insert into inbound_deliveries (id, network, dedupe_key, body, received_at, state, due_at) values
      (gen_random_uuid(), 'x', 'a', '', now() - interval '40 seconds', 'pending', now()),
      (gen_random_uuid(), 'x', 'b', '', now(), 'quarantined', null)`);
  const workspaceId = await aWorkspace();
  const channel = await aChannel(workspaceId);
  const conversation = await aConversation(workspaceId, { channelId: channel.id });
  await database.admin.query(
    `insert into deliveries (workspace_id, message_id, conversation_id, channel_id, state, updated_at)
     values ($1, $2, $3, $4, 'unknown', now() - interval '2 minutes')`,
    [workspaceId, conversation.messageId, conversation.id, channel.id],
  );
  await database.admin.query(
    "update channels set last_proof_at = now() - interval '90 seconds' where id = $1",
    [channel.id],
  );
  const { vitals, silences } = await readVitals();
  expect(vitals.inboundPending).toBe(before.inboundPending + 1);
  expect(vitals.inboundQuarantined).toBe(before.inboundQuarantined + 1);
  expect(vitals.inboundOldestSeconds).toBeGreaterThanOrEqual(40);
  expect(vitals.deliveriesUnknown).toBe(before.deliveriesUnknown + 1);
  expect(vitals.unknownOldestSeconds).toBeGreaterThanOrEqual(120);
  expect(vitals.queuedOldestSeconds).toBe(0);
  const silent = silences.find(({ channelId }) => channelId === channel.id);
  expect(silent?.seconds).toBeGreaterThanOrEqual(90);
});

test('counts of all processes add up, and survive a database that was away', async () => {
  const healed = async () =>
    (await readVitals()).counts.find(({ name }) => name === 'messages_healed')?.count ?? 0;
  const before = await healed();
  count('messages_healed', 3);
  count('messages_healed');
  await database.admin.query('alter table work_counts rename to work_counts_away');
  await expect(flushCounts()).rejects.toThrow();
  await database.admin.query('alter table work_counts_away rename to work_counts');
  count('messages_healed');
  await flushCounts();
  expect(await healed()).toBe(before + 5);
  await flushCounts();
  expect(await healed()).toBe(before + 5);
});
