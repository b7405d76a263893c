import { afterAll, beforeAll, expect, test } from 'vitest';
import type { TestDatabase } from '@/db/testing';
import { aMember, testDatabase } from '@/db/testing';
import { changeConversations } from '../conversation/change';
import { aReceiver } from '../inbound/inbound.fixture';
import { aPolicy, promised } from '../sla/sla.fixture';
import { triageOf } from './triage.fixture';

let database: TestDatabase;
beforeAll(async () => {
  database = await testDatabase();
});
afterAll(() => database.close());

const HOUR = 3600;

async function clocks(conversationId: string) {
  const targets = await database.admin.query(
    `select metric, episode, cycle, seconds, started_at, due_at, spans, paused, met_at, breached_at,
       ended_at, outcome from sla_targets where conversation_id = $1 order by metric, cycle`,
    [conversationId],
  );
  const timers = await database.admin.query(
    `select t.step, t.due_at, t.fired_at from sla_timers t
     where t.conversation_id = $1 order by t.step, t.due_at`,
    [conversationId],
  );
  const shown = await database.admin.query(
    'select due_at, waiting_since, status from conversations where id = $1',
    [conversationId],
  );
  return { targets: targets.rows, timers: timers.rows, shown: shown.rows };
}

test('in quarantine nobody is owed anything; released, all clocks stand as if it had never been there', async () => {
  const receiver = await aReceiver(database);
  const { workspaceId } = receiver;
  await aPolicy(workspaceId, {
    promises: {
      first_response: promised(2 * HOUR),
      resolution: promised(8 * HOUR, { pausedBy: ['waiting'] }),
    },
    steps: [{ id: 'half', metric: 'first_response', at: { percent: 50 }, effects: [] }],
  });
  const at = new Date(Date.now() - 30 * 60_000);
  // The two say the same to a clock; only one of them is nothing but a link.
  await receiver.hears(receiver.told({ from: 'aside', at, text: 'https://win.example/now' }));
  await receiver.hears(receiver.told({ from: 'plain', at, text: 'Is it back?' }));
  const [aside, plain] = await triageOf(database, workspaceId).conversations();
  const held = await clocks(aside?.id ?? '');
  expect(held.targets.map(({ outcome }) => outcome)).toEqual(['void', 'void']);
  expect(held.timers.filter(({ due_at: due }) => due !== null)).toEqual([]);
  expect(held.shown).toMatchObject([{ due_at: null, waiting_since: null, status: 'spam' }]);

  const agent = await aMember(workspaceId);
  await changeConversations(agent, {
    items: [{ conversationId: aside?.id }],
    change: { kind: 'status', status: 'open' },
  });
  expect(await clocks(aside?.id ?? '')).toEqual(await clocks(plain?.id ?? ''));
});
