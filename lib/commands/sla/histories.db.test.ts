import fc from 'fast-check';
import { v7 as uuid } from 'uuid';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { withWorkspace } from '@/db/client';
import type { TestDatabase } from '@/db/testing';
import { aChannel, aConversation, anExternalId, aWorkspace, testDatabase } from '@/db/testing';
import { keepPromises } from './keep';
import { aPolicy, promised } from './sla.fixture';

let database: TestDatabase;
beforeAll(async () => {
  database = await testDatabase({ DATABASE_POOL: '4' });
});
afterAll(() => database.close());

const HISTORIES = 500;
const AT_ONCE = 250;
const STEPS = 10;
const MINUTE = 60_000;
const seed = Number(process.env['SEED'] ?? Date.now() % 2 ** 31);
const teams = [uuid(), uuid()];

type Step = {
  type: string;
  data?: object;
  kind?: 'inbound' | 'outbound';
  /** So long after the step before. */
  minutes: number;
  /** The network tells of it so much later than it was. */
  late: number;
};

const step = fc
  .record({
    what: fc.oneof(
      fc.constant({ type: 'message.received', kind: 'inbound' } as const),
      fc.constant({ type: 'message.received', kind: 'inbound', data: { to: 'open' } } as const),
      fc.constant({ type: 'message.echoed', kind: 'outbound' } as const),
      fc.constant({ type: 'message.echoed', kind: 'outbound', data: { to: 'waiting' } } as const),
      fc
        .constantFrom('open', 'waiting', 'on_hold', 'spam')
        .map((to) => ({ type: 'conversation.status', data: { to } })),
      fc.boolean().map((noAnswerNeeded) => ({
        type: 'conversation.closed',
        data: { noAnswerNeeded },
      })),
      fc.boolean().map((newEpisode) => ({ type: 'conversation.reopened', data: { newEpisode } })),
      fc
        .constantFrom('low', 'normal', 'high', 'urgent')
        .map((to) => ({ type: 'conversation.prioritised', data: { to } })),
      fc.constantFrom(null, ...teams).map((to) => ({ type: 'conversation.teamed', data: { to } })),
    ),
    minutes: fc.integer({ min: 1, max: 400 }),
    late: fc.constantFrom(0, 0, 0, 30),
  })
  .map(({ what, ...when }): Step => ({ ...what, ...when }));

type Written = Step & { conversationId: string; at: Date; messageAt: Date; messageId: string };

test('what was kept step by step is what the whole history gives, for 500 of them', async () => {
  process.stdout.write(`SEED=${seed}\n`);
  const history = fc.array(step, { minLength: STEPS, maxLength: STEPS });
  const histories = fc.sample(history, { numRuns: HISTORIES, seed });
  const house = await aHouse(histories.length);
  for (let place = 0; place < STEPS; place += 1) {
    const written = histories.flatMap((steps, index) => house.stepOf(index, steps, place));
    await house.happen(written);
  }
  const kept = await house.rows();
  await house.forget();
  await house.keepAll(new Date(0));
  const rebuilt = await house.rows();
  expect(rebuilt.conversations).toEqual(kept.conversations);
  expect(rebuilt.timers).toEqual(kept.timers);
  const byId = new Map(kept.targets.map((target) => [target['id'], target]));
  expect(rebuilt.targets.length).toBeGreaterThan(HISTORIES);
  expect(rebuilt.targets).toEqual(rebuilt.targets.map((target) => byId.get(target['id'])));
}, 120_000);

async function aHouse(count: number) {
  const workspaceId = await aWorkspace();
  const { id: channelId } = await aChannel(workspaceId);
  const promise = await aPolicy(workspaceId, {
    promises: {
      first_response: promised(3600),
      next_response: promised(7200),
      resolution: promised(20_000, { pausedBy: ['waiting', 'on_hold'] }),
      ownership: promised(5000, { clock: 'always' }),
    },
    weekly: Array.from({ length: 7 }, () => [{ start: '09:00', end: '17:00' }]),
  });
  const ids: string[] = [];
  for (let made = 0; made < count; made += 1) {
    ids.push((await aConversation(workspaceId, { channelId })).id);
  }
  const begun = Date.now() - STEPS * 500 * MINUTE;
  let seq = 0;

  async function keepAll(since: Date) {
    for (let from = 0; from < ids.length; from += AT_ONCE) {
      const carry = ids.slice(from, from + AT_ONCE);
      await withWorkspace(workspaceId, (tx) =>
        keepPromises(tx, { workspaceId, events: [], carry: { ids: carry, since } }),
      );
    }
  }

  const versions = await currentOf(workspaceId);
  return {
    keepAll,
    stepOf(index: number, steps: readonly Step[], place: number): Written[] {
      const now = steps[place];
      if (!now) return [];
      const passed = steps.slice(0, place + 1).reduce((sum, { minutes }) => sum + minutes, 0);
      const at = new Date(begun + passed * MINUTE);
      const messageAt = new Date(at.getTime() - now.late * MINUTE);
      return [{ ...now, conversationId: ids[index] ?? '', at, messageAt, messageId: uuid() }];
    },
    /** Writes one step of every conversation and keeps what it means. */
    async happen(written: readonly Written[]) {
      if (seq === 0) {
        const data = { policyId: promise.policyId, ...versions, at: new Date(begun).toISOString() };
        const policy = { type: 'sla.policy', at: new Date(begun), messageId: null };
        await insertEvents(ids.map((conversationId) => ({ ...policy, conversationId, data })));
      }
      const said = written.filter(({ kind }) => kind);
      await database.admin.query(messagesText, [
        workspaceId,
        channelId,
        json(said.map(messageRow)),
      ]);
      await insertEvents(
        written.map(({ type, at, data = {}, kind, conversationId, messageId }) => ({
          ...{ type, at, data, conversationId, messageId: kind ? messageId : null },
        })),
      );
      await keepAll(new Date(Math.min(...written.map(({ messageAt }) => messageAt.getTime()))));
    },
    async forget() {
      await database.admin.query('delete from sla_timers where workspace_id = $1', [workspaceId]);
      await database.admin.query('delete from sla_targets where workspace_id = $1', [workspaceId]);
      await database.admin.query(
        `update conversations set due_at = null, risk_at = null, breached_at = null, ring = null
         where workspace_id = $1`,
        [workspaceId],
      );
    },
    async rows() {
      const all = async (text: string) =>
        (await database.admin.query<Record<string, unknown>>(text, [workspaceId])).rows;
      return {
        targets: await all('select * from sla_targets where workspace_id = $1 order by id'),
        timers: await all(
          `select target_id, step, due_at from sla_timers
           where workspace_id = $1 and due_at is not null order by target_id, step`,
        ),
        conversations: await all(
          `select id, due_at, breached_at, ring from conversations where workspace_id = $1 order by id`,
        ),
      };
    },
  };

  async function insertEvents(rows: readonly object[]) {
    const placed = rows.map((row, index) => ({ ...row, seq: seq + index + 1 }));
    seq += rows.length;
    await database.admin.query(eventsText, [workspaceId, json(placed)]);
  }
}

async function currentOf(workspaceId: string) {
  const { rows } = await database.admin.query<{ policy: string; calendar: string }>(
    `select v.id as policy, c.id as calendar from sla_policy_versions v
     join calendar_versions c on c.workspace_id = v.workspace_id where v.workspace_id = $1`,
    [workspaceId],
  );
  return { policyVersionId: rows[0]?.policy, calendarVersionId: rows[0]?.calendar };
}

function json(rows: readonly object[]): string {
  return JSON.stringify(rows);
}

function messageRow({ messageId, conversationId, kind, messageAt }: Written) {
  return { messageId, conversationId, kind, at: messageAt, externalId: anExternalId() };
}

const messagesText = `
  insert into messages (workspace_id, channel_id, id, conversation_id, kind, body, external_id, at)
  select $1, $2, "messageId", "conversationId", kind, 'Hello.', "externalId", at
  from jsonb_to_recordset($3::jsonb) as row("messageId" uuid, "conversationId" uuid, kind text,
    "externalId" text, at timestamptz)`;

const eventsText = `
  insert into events (workspace_id, seq, type, conversation_id, message_id, data, at)
  select $1, seq, type, "conversationId", "messageId", data, at
  from jsonb_to_recordset($2::jsonb) as row(seq bigint, type text, "conversationId" uuid,
    "messageId" uuid, data jsonb, at timestamptz)`;
