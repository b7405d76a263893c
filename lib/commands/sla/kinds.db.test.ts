import { afterAll, beforeAll, expect, test } from 'vitest';
import type { TestDatabase } from '@/db/testing';
import { testDatabase } from '@/db/testing';
import { asSystem } from '../command';
import { aReceiver } from '../inbound/inbound.fixture';
import { aPolicy, clocksOf, promised } from './sla.fixture';

let database: TestDatabase;
beforeAll(async () => {
  database = await testDatabase();
});
afterAll(() => database.close());

test('a policy is for a kind of contact, or for VIPs, and holds from when somebody is one', async () => {
  const { workspaceId, told, hears, threads } = await aReceiver(database);
  const policy = await aPolicy(workspaceId);
  await policy.before({
    promises: { first_response: promised(60) },
    conditions: { contactKinds: ['journalist', 'partner'], vip: true },
  });
  const clocks = clocksOf(database, workspaceId);
  const seconds = async () =>
    (await clocks.targets())
      .filter(({ outcome }) => outcome === 'running')
      .map((each) => each.seconds);
  const become = async (kind: string, vip: boolean) => {
    await database.admin.query('update contacts set kind = $2, vip = $3 where workspace_id = $1', [
      workspaceId,
      kind,
      vip,
    ]);
    const [thread] = await threads();
    const conversationId = thread?.id ?? '';
    await asSystem(workspaceId, async () => ({
      value: null,
      events: [{ type: 'contact.changed', conversationId }],
    }));
  };
  await hears(told());
  expect(await seconds()).toEqual([3600]);
  await become('journalist', false);
  expect(await seconds()).toEqual([3600]);
  await become('journalist', true);
  expect(await seconds()).toEqual([60]);
  await become('customer', true);
  expect(await seconds()).toEqual([3600]);
});
