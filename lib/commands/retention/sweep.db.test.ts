import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { TestDatabase } from '@/db/testing';
import { aConversation, aMember, aWorkspace, testDatabase } from '@/db/testing';
import { sweep } from './sweep';

const keptFor = {
  webhookBodies: 14,
  quarantinedBodies: 90,
  endedSessions: 90,
  drafts: 90,
  notifications: 90,
  ruleRuns: 365,
  connectAttempts: 7,
};

let database: TestDatabase;
beforeAll(async () => {
  database = await testDatabase();
});
afterAll(() => database.close());

async function aBody(state: string, days: number): Promise<void> {
  await database.admin.query(
    `insert into inbound_deliveries (id, network, dedupe_key, body, state, received_at)
     values (gen_random_uuid(), 'x', $1, '\\x7b7d', $2, now() - make_interval(days => $3))`,
    [randomUUID(), state, days],
  );
}

async function aSession(userId: string, days: number, ended: boolean): Promise<void> {
  await database.admin.query(
    `insert into sessions (id, secret_hash, user_id, created_at, expires_at, revoked_at)
     values (gen_random_uuid(), $1, $2, now() - make_interval(days => $3), now() + interval '1 day',
       case when $4 then now() end)`,
    [randomUUID(), userId, days, ended],
  );
}

async function anAssignment(workspaceId: string, conversationId: string, days: number) {
  await database.admin.query(
    `insert into assignments (workspace_id, id, conversation_id, given, skipped, at)
     values ($1, gen_random_uuid(), $2, 'nobody', '[]', now() - make_interval(days => $3))`,
    [workspaceId, conversationId, days],
  );
}

async function count(table: string): Promise<number> {
  const { rows } = await database.admin.query(`select count(*)::int as count from ${table}`);
  return rows[0].count;
}

test('what is too old goes, in any number of steps; what is not, or still has to be done, stays', async () => {
  const workspaceId = await aWorkspace();
  const member = await aMember(workspaceId);
  const { id: conversationId } = await aConversation(workspaceId);
  await database.admin.query(
    `insert into inbound_deliveries (id, network, dedupe_key, body, state, received_at)
     select gen_random_uuid(), 'x', 'old ' || n, '\\x7b7d', 'done', now() - interval '15 days'
     from generate_series(1, 1200) n`,
  );
  await aBody('done', 13);
  await aBody('pending', 100);
  await aBody('quarantined', 80);
  await aBody('quarantined', 91);
  await aSession(member.userId, 91, true);
  await aSession(member.userId, 91, false);
  await aSession(member.userId, 80, true);
  for (const [mode, days] of [
    ['reply', 91],
    ['note', 89],
  ]) {
    await database.admin.query(
      `insert into drafts (workspace_id, conversation_id, member_id, mode, body, revision, updated_at)
       values ($1, $2, $3, $4, 'begun', 1, now() - make_interval(days => $5))`,
      [workspaceId, conversationId, member.memberId, mode, days],
    );
  }
  for (const days of [91, 89]) {
    await database.admin.query(
      `insert into notifications (workspace_id, id, member_id, kind, at)
       values ($1, gen_random_uuid(), $2, 'assigned', now() - make_interval(days => $3))`,
      [workspaceId, member.memberId, days],
    );
  }
  for (const days of [91, 89]) {
    await database.admin.query(
      `insert into emails (workspace_id, notification_id, times, member_id, created_at)
       values ($1, gen_random_uuid(), 1, $2, now() - make_interval(days => $3))`,
      [workspaceId, member.memberId, days],
    );
  }
  for (const days of [366, 364]) {
    await database.admin.query(
      `insert into rule_runs (workspace_id, id, conversation_id, message_id, at, mode, entries, effects)
       values ($1, gen_random_uuid(), $2, gen_random_uuid(), now() - make_interval(days => $3), 'first', '[]', '{}')`,
      [workspaceId, conversationId, days],
    );
  }
  // The newest stays, however old it is: it says how a conversation came to its owner.
  for (const days of [400, 366, 364]) await anAssignment(workspaceId, conversationId, days);
  const { id: oldId } = await aConversation(workspaceId);
  for (const days of [500, 400]) await anAssignment(workspaceId, oldId, days);
  await database.admin.query(
    `insert into connect_attempts (workspace_id, state_hash, network, member_id, code_verifier, expires_at)
     values ($1, 'h', 'x', $2, 'v', now() - interval '8 days')`,
    [workspaceId, member.memberId],
  );

  for (const days of [91, 89]) {
    await database.admin.query(
      `with bulk as (
         insert into bulk_actions (workspace_id, id, member_id, view, query, change, state, seen_seq, total, ended_at)
         values ($1, gen_random_uuid(), $2, 'all', '', '{}', 'done', 0, 1, now() - make_interval(days => $4))
         returning workspace_id, id)
       insert into bulk_items (workspace_id, bulk_id, conversation_id, state, version)
       select workspace_id, id, $3, 'changed', 2 from bulk`,
      [workspaceId, member.memberId, conversationId, days],
    );
  }

  expect(await sweep(keptFor)).toEqual({
    webhook_bodies: 1200,
    quarantined_bodies: 1,
    sessions: 1,
    drafts: 1,
    notifications: 1,
    emails: 1,
    rule_runs: 1,
    assignments: 3,
    bulk_items: 1,
    bulk_actions: 1,
    connect_attempts: 1,
  });
  expect(await count('inbound_deliveries')).toBe(3);
  expect(await count('sessions')).toBe(2);
  expect(await count('drafts')).toBe(1);
  expect(await count('notifications')).toBe(1);
  expect(await count('emails')).toBe(1);
  expect(await count('assignments')).toBe(2);
  expect(await count('bulk_items')).toBe(1);
  expect(await count('bulk_actions')).toBe(1);
  expect(await count('messages')).toBe(2);
  expect(await sweep(keptFor)).toEqual({});
});

test('two that sweep at once take nothing twice and leave nothing', async () => {
  await database.admin.query(
    `insert into inbound_deliveries (id, network, dedupe_key, body, state, received_at)
     select gen_random_uuid(), 'x', 'older ' || n, '\\x7b7d', 'done', now() - interval '15 days'
     from generate_series(1, 1500) n`,
  );
  const [one, two] = await Promise.all([sweep(keptFor), sweep(keptFor)]);
  expect((one['webhook_bodies'] ?? 0) + (two['webhook_bodies'] ?? 0)).toBe(1500);
});

test('a sweep that is told to stop does', async () => {
  await aBody('done', 20);
  expect(await sweep(keptFor, () => false)).toEqual({});
});
