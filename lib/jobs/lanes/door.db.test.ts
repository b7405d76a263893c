import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import type { TestDatabase } from '@/db/testing';
import { aMember, aWorkspace, testDatabase } from '@/db/testing';
import type { TestSandbox } from '@/sandbox/testing/start';
import { startTestSandbox } from '@/sandbox/testing/start';
import { claimDoorOrders } from '../../commands/channel/door-orders';
import { orderDoor } from '../../commands/channel/order-door';
import { recordDoor } from '../../commands/channel/record-door';
import type { Actor } from '../../domain/access/can';
import { doorViews } from '../../door';
import type { Granted } from '../granted.fixture';
import { aGrantedChannel, ledgerOf } from '../granted.fixture';
import type { RunningLane } from '../lane';
import { startLane } from '../lane';
import { doorLane } from './door';

const TIME_SCALE = 0.005;
let database: TestDatabase;
let sandbox: TestSandbox;
let granted: Granted;
let admin: Actor;
let lane: RunningLane | undefined;
beforeAll(async () => {
  sandbox = await startTestSandbox({ timeScale: TIME_SCALE });
  database = await testDatabase({
    X_API_URL: sandbox.url,
    SANDBOX_URL: sandbox.url,
    TIME_SCALE: String(TIME_SCALE),
  });
});
afterAll(async () => {
  await database.close();
  await sandbox.remove();
});
beforeEach(async () => {
  await sandbox.control('DELETE', '/sandbox/faults');
  granted = await aGrantedChannel(sandbox);
  admin = await aMember(granted.workspaceId, ['admin'], 'Ada');
});
afterEach(async () => {
  await lane?.stop();
  lane = undefined;
});

function work(): void {
  lane = startLane({ ...doorLane, pollMs: 20 });
}

async function door() {
  const [view] = await doorViews(admin);
  if (!view) throw new Error('The channel has no door.');
  return view;
}

/** How the account's door is on the network. */
async function doorThere(): Promise<string> {
  const path = `/sandbox/people/${granted.accountId}`;
  return (await sandbox.control<{ door: string }>('GET', path)).door;
}

async function settled() {
  await vi.waitFor(async () => {
    const { order } = await door();
    expect(order === null || order.failed).toBe(true);
  }, 5_000);
  return await door();
}

describe('an order about a door', () => {
  it('is carried out on the network, and kept with who gave it', async () => {
    await orderDoor(admin, { channelId: granted.channelId, door: 'nobody' });
    expect(await door()).toMatchObject({
      isSwitch: true,
      door: null,
      order: { door: 'nobody', by: 'Ada', failed: false, problem: null },
    });
    work();
    const { history, ...view } = await settled();
    expect(view).toMatchObject({ door: 'nobody', order: null, since: expect.any(String) });
    expect(await doorThere()).toBe('nobody');
    expect(history).toMatchObject([{ from: null, to: 'nobody', how: 'switched', by: 'Ada' }]);
  });

  it('that only asks finds what was set elsewhere, and leaves it', async () => {
    await recordDoor(admin, { channelId: granted.channelId, door: 'nobody' });
    work();
    await orderDoor(admin, { channelId: granted.channelId, door: null });
    const { door: found, history } = await settled();
    expect(found).toBe('everyone');
    expect(await doorThere()).toBe('everyone');
    expect(history).toMatchObject([
      { from: 'nobody', to: 'everyone', how: 'found' },
      { from: null, to: 'nobody', how: 'recorded' },
    ]);
  });

  it('that finds all as it was tells that it was seen, and writes no history', async () => {
    await recordDoor(admin, { channelId: granted.channelId, door: 'everyone' });
    const before = await door();
    await orderDoor(admin, { channelId: granted.channelId, door: null });
    work();
    const after = await settled();
    expect(after.history).toEqual(before.history);
    expect(after.since).toBe(before.since);
    expect(Date.parse(after.seenAt ?? '')).toBeGreaterThan(Date.parse(before.seenAt ?? ''));
  });

  it('is tried again while the network is away, then given up with the reason', async () => {
    await sandbox.control('PUT', '/sandbox/faults', { creditsGone: true });
    await orderDoor(admin, { channelId: granted.channelId, door: 'verified' });
    work();
    const { order, door: unchanged } = await settled();
    expect(order).toMatchObject({
      door: 'verified',
      failed: true,
      problem: 'network_credits_depleted',
    });
    expect(unchanged).toBeNull();
    expect(await doorThere()).toBe('everyone');
    const calls = await ledgerOf(sandbox, 'call.answered');
    const ours = calls.filter(
      (entry) => entry.kind === 'call.answered' && entry.accountId === granted.accountId,
    );
    expect(ours).toHaveLength(4);

    await sandbox.control('DELETE', '/sandbox/faults');
    await orderDoor(admin, { channelId: granted.channelId, door: 'verified' });
    expect(await settled()).toMatchObject({ door: 'verified', order: null });
  });

  it('fails at once where the grant is gone', async () => {
    await sandbox.control('POST', `/sandbox/accounts/${granted.accountId}/revoke`);
    await orderDoor(admin, { channelId: granted.channelId, door: 'nobody' });
    work();
    expect((await settled()).order).toMatchObject({ failed: true, problem: 'access_lost' });
  });

  it('is not replaced while a worker is at work on it', async () => {
    const order = { channelId: granted.channelId, door: 'nobody' };
    await orderDoor(admin, order);
    await claimDoorOrders(10, 60_000);
    await expect(orderDoor(admin, { ...order, door: 'everyone' })).rejects.toMatchObject({
      code: 'conflict',
    });
    const byHand = { ...order, door: 'verified' };
    await expect(recordDoor(admin, byHand)).rejects.toMatchObject({ code: 'conflict' });
    // Whoever held it is gone.
    await database.admin.query("update door_orders set due_at = now() - interval '1 second'");
    await recordDoor(admin, byHand);
    expect(await door()).toMatchObject({ door: 'verified', order: null });
  });

  it('is for admins, for a door that the network knows, of a channel of their own', async () => {
    const { channelId, workspaceId } = granted;
    const lead = await aMember(workspaceId, ['lead']);
    const stranger = await aMember(await aWorkspace(), ['admin']);
    for (const verb of [orderDoor, recordDoor]) {
      const order = { channelId, door: 'everyone' };
      await expect(verb(lead, order)).rejects.toMatchObject({ code: 'forbidden' });
      await expect(verb(stranger, order)).rejects.toMatchObject({ code: 'not_found' });
      await expect(verb(admin, { channelId, door: 'followers' })).rejects.toMatchObject({
        code: 'invalid',
      });
    }
    expect(await door()).toMatchObject({ door: null, order: null, history: [] });
    await database.admin.query("update channels set status = 'reconnect' where id = $1", [
      channelId,
    ]);
    await expect(orderDoor(admin, { channelId, door: null })).rejects.toMatchObject({
      code: 'conflict',
    });
  });
});
