import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import type { TestDatabase } from '@/db/testing';
import { anExternalId, testDatabase } from '@/db/testing';
import { acceptDelivery } from '../commands/inbound/accept';
import { listenForWork } from './listen';
import type { Lane } from './nudge';
import { lanes } from './nudge';
import { nudgeSoon } from './nudge-soon';

let database: TestDatabase;
beforeAll(async () => {
  database = await testDatabase();
});
afterAll(() => database.close());

async function listening(woken: Lane[]) {
  const listener = listenForWork((lane) => woken.push(lane));
  // Whoever begins to listen wakes every lane once.
  await vi.waitFor(() => expect(new Set(woken).size).toBe(lanes.length));
  woken.length = 0;
  return listener;
}

test('a delivery that was kept wakes the workers; a repeated one does not', async () => {
  const woken: Lane[] = [];
  const listener = await listening(woken);
  const delivery = { network: 'x', dedupeKey: anExternalId(), body: Buffer.from('{}') };
  await acceptDelivery(delivery);
  await vi.waitFor(() => expect(woken).toEqual(['inbound']));
  await acceptDelivery(delivery);
  nudgeSoon('healing');
  await vi.waitFor(() => expect(woken).toEqual(['inbound', 'healing']));
  await listener.stop();
});

test('a hundred nudges at once are few, and none is forgotten', async () => {
  const woken: Lane[] = [];
  const listener = await listening(woken);
  for (let nudge = 0; nudge < 100; nudge++) nudgeSoon(nudge % 2 === 0 ? 'inbound' : 'delivery');
  await vi.waitFor(() => expect(woken.toSorted()).toEqual(['delivery', 'inbound']));
  await listener.stop();
});

test('a listener whose connection is cut listens again, and looks for what it missed', async () => {
  const woken: Lane[] = [];
  const listener = await listening(woken);
  await database.admin.query(
    "select pg_terminate_backend(pid) from pg_stat_activity where application_name = 'porchlight worker nudges' and datname = current_database()",
  );
  await vi.waitFor(() => expect(new Set(woken).size).toBe(lanes.length), { timeout: 10_000 });
  woken.length = 0;
  nudgeSoon('reconcile');
  await vi.waitFor(() => expect(woken).toEqual(['reconcile']));
  await listener.stop();
});
