import { afterAll, beforeAll, expect, test } from 'vitest';
import type { TestDatabase } from '@/db/testing';
import { testDatabase } from '@/db/testing';
import { aReceiver, minutesAgo } from '../../commands/inbound/inbound.fixture';
import { aPolicy, clocksOf } from '../../commands/sla/sla.fixture';
import { startLane } from '../lane';
import { slaLane } from './sla';

let database: TestDatabase;
beforeAll(async () => {
  database = await testDatabase({ DATABASE_POOL: '20' });
});
afterAll(() => database.close());

/** Two workers look for what is due until nothing is left. */
async function worked<T>(run: () => Promise<T>): Promise<T> {
  const lanes = [startLane(slaLane()), startLane(slaLane())];
  try {
    return await run();
  } finally {
    await Promise.all(lanes.map((lane) => lane.stop()));
  }
}

test('what is due fires once under two workers, and what is armed for later does at its time', async () => {
  const receiver = await aReceiver(database);
  await aPolicy(receiver.workspaceId);
  const clocks = clocksOf(database, receiver.workspaceId);
  for (let person = 0; person < 60; person += 1) {
    await receiver.hears(receiver.told({ from: `late${person}`, at: minutesAgo(90) }));
  }
  const soon = new Date(Date.now() - 60 * 60_000 + 4_000);
  await receiver.hears(receiver.told({ from: 'soon', at: soon }));
  const open = async () =>
    (await clocks.timers()).filter(({ due_at, fired_at }) => due_at !== null && fired_at === null);
  await worked(() => expect.poll(open, { timeout: 20_000, interval: 50 }).toEqual([]));
  const facts = await clocks.facts();
  const breaches = facts.filter(({ type }) => type === 'sla.breached');
  expect(breaches).toHaveLength(61);
  expect(new Set(breaches.map(({ data }) => data['targetId'])).size).toBe(61);
  for (const { due_at, fired_at } of await clocks.timers()) {
    expect(fired_at?.getTime()).toBeGreaterThanOrEqual(due_at?.getTime() ?? Number.NaN);
  }
  expect((await clocks.targets()).every(({ outcome }) => outcome === 'breached')).toBe(true);
});

test('a conversation that cannot be fired holds up no other, and is fired when it can be', async () => {
  const receiver = await aReceiver(database);
  await aPolicy(receiver.workspaceId);
  const { facts } = clocksOf(database, receiver.workspaceId);
  const breaches = async () => (await facts()).filter(({ type }) => type === 'sla.breached').length;
  await receiver.hears(receiver.told({ from: 'stuck', at: minutesAgo(95) }));
  const { rows } = await database.admin.query<{ id: string }>(
    'select id from conversations where workspace_id = $1',
    [receiver.workspaceId],
  );
  await database.admin.query(
    `alter table sla_timers add constraint stuck
     check (fired_at is null or conversation_id <> '${rows[0]?.id}')`,
  );
  for (const from of ['late', 'later']) {
    await receiver.hears(receiver.told({ from, at: minutesAgo(90) }));
  }
  await worked(() => expect.poll(breaches, { timeout: 20_000, interval: 50 }).toBe(2));
  await database.admin.query('alter table sla_timers drop constraint stuck');
  await worked(() => expect.poll(breaches, { timeout: 20_000, interval: 50 }).toBe(3));
});
