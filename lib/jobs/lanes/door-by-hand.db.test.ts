import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import type { TestDatabase } from '@/db/testing';
import { aMember, testDatabase } from '@/db/testing';
import type { TestSandbox } from '@/sandbox/testing/start';
import { startTestSandbox } from '@/sandbox/testing/start';
import { orderDoor } from '../../commands/channel/order-door';
import { recordDoor } from '../../commands/channel/record-door';
import { doorViews } from '../../door';
import { aGrantedChannel, ledgerOf } from '../granted.fixture';
import { startLane } from '../lane';
import { doorLane } from './door';

let database: TestDatabase;
let sandbox: TestSandbox;
beforeAll(async () => {
  sandbox = await startTestSandbox();
  // Without the word that the address is a sandbox's it counts as X's own.
  database = await testDatabase({ X_API_URL: sandbox.url });
});
afterAll(async () => {
  await database.close();
  await sandbox.remove();
});

it('where the network lets no app turn the door, nothing is tried and an admin records it', async () => {
  const { workspaceId, channelId, accountId } = await aGrantedChannel(sandbox);
  const admin = await aMember(workspaceId, ['admin']);
  const door = async () => (await doorViews(admin))[0];
  expect(await door()).toMatchObject({ isSwitch: false, door: null });

  const lane = startLane({ ...doorLane, pollMs: 20 });
  await orderDoor(admin, { channelId, door: 'nobody' });
  await vi.waitFor(
    async () =>
      expect(await door()).toMatchObject({ order: { failed: true, problem: 'NoDoorControl' } }),
    5_000,
  );
  await lane.stop();
  const calls = await ledgerOf(sandbox, 'call.answered');
  expect(JSON.stringify(calls)).not.toContain(accountId);

  await recordDoor(admin, { channelId, door: 'nobody' });
  expect(await door()).toMatchObject({ door: 'nobody', order: null });
});
