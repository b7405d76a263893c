import { afterAll, beforeAll, expect, test } from 'vitest';
import type { TestDatabase } from '@/db/testing';
import { aMember, testDatabase } from '@/db/testing';
import { aReceiver, minutesAgo } from '@/lib/commands/inbound/inbound.fixture';
import { hours, promise, within } from '@/lib/commands/sla/promises.fixture';
import { saveCalendar } from '@/lib/commands/sla/save-calendar';
import { savePolicy } from '@/lib/commands/sla/save-policy';
import { spreadOn } from '@/lib/commands/sla/spread';
import type { Actor } from '@/lib/domain/access/can';
import { impactFor } from './impact';
import { slaSettings } from './settings';

let database: TestDatabase;
beforeAll(async () => {
  database = await testDatabase();
});
afterAll(() => database.close());

const allDay = [{ start: '00:00', end: '24:00' }];

async function carriedOn({ workspaceId }: Actor): Promise<void> {
  const { rows } = await database.admin.query<{ id: string }>(
    'select id from sla_spreads where workspace_id = $1 and ended_at is null',
    [workspaceId],
  );
  expect(rows).toHaveLength(1);
  const spread = { workspaceId, spreadId: rows[0]?.id ?? '' };
  while ((await spreadOn(spread)) > 0);
}

async function broken({ workspaceId }: Actor): Promise<number> {
  const { rows } = await database.admin.query<{ count: number }>(
    `select count(distinct conversation_id)::int as count from sla_targets
     where workspace_id = $1 and outcome = 'breached'`,
    [workspaceId],
  );
  return rows[0]?.count ?? -1;
}

test('what was foretold of a change is what carrying it to the open conversations does', async () => {
  const house = await aReceiver(database);
  const lead = await aMember(house.workspaceId, ['lead']);
  const weekly = Array.from({ length: 7 }, () => allDay);
  const { calendarId } = await saveCalendar(lead, { ...hours, weekly, exceptions: [] });
  const frame = { policyId: null, basedOn: null, applyTo: 'new' };
  const day = within(24 * 3600);
  const long = promise(calendarId, { promises: { first_response: day, next_response: day } });
  await savePolicy(lead, { ...frame, policy: long });
  for (const minutes of [10, 40, 70, 100, 130]) {
    await house.hears(house.told({ from: `c${minutes}`, at: minutesAgo(minutes) }));
  }
  await house.sees(house.told({ from: 'c130', at: minutesAgo(120), text: 'Yes.' }));
  await house.hears(house.told({ from: 'c130', at: minutesAgo(90) }));

  const [kept] = (await slaSettings(lead)).policies;
  const hour = within(3600);
  const seconds = { first_response: hour.seconds, next_response: hour.seconds };
  const change = { kind: 'policy', policyId: kept?.policyId, conditions: {}, seconds };
  const search = new URLSearchParams({ change: JSON.stringify(change) });
  const foretold = await impactFor(lead, search);
  expect(foretold).toEqual({ open: 5, broken: 3, anew: 0 });

  const short = promise(calendarId, { promises: { first_response: hour, next_response: hour } });
  const edit = { policyId: kept?.policyId, basedOn: kept?.versionId, applyTo: 'open' };
  expect(await broken(lead)).toBe(0);
  await savePolicy(lead, { ...edit, policy: short });
  expect(await broken(lead)).toBe(0);
  await carriedOn(lead);
  expect(await broken(lead)).toBe(foretold.broken);
  // What is broken already is not foretold again.
  expect(await impactFor(lead, search)).toEqual({ open: 5, broken: 0, anew: 0 });
});
