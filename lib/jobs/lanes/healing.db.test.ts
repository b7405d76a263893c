import { afterAll, afterEach, beforeAll, beforeEach, expect, test, vi } from 'vitest';
import type { TestDatabase } from '@/db/testing';
import { aMember, testDatabase } from '@/db/testing';
import type { TestSandbox } from '@/sandbox/testing/start';
import { startTestSandbox } from '@/sandbox/testing/start';
import { checkChannel } from '../../commands/channel/check';
import { disconnectChannel } from '../../commands/channel/disconnect';
import { healAfterSilence } from '../../commands/channel/healing';
import type { Granted } from '../granted.fixture';
import { aGrantedChannel, channelRow, ledgerOf } from '../granted.fixture';
import type { RunningLane } from '../lane';
import { startLane } from '../lane';
import { takeIn } from '../take-in';
import { healingLane } from './healing';

let database: TestDatabase;
let sandbox: TestSandbox;
let lane: RunningLane | undefined;
beforeAll(async () => {
  sandbox = await startTestSandbox();
  database = await testDatabase({
    X_API_URL: sandbox.url,
    DATABASE_POOL: '20',
    X_BEARER_TOKEN: 'test-bearer-token',
    // Nobody listens there: what the network pushes is lost, and the check of the address fails.
    X_WEBHOOK_URL: 'http://127.0.0.1:9/api/webhooks/x',
  });
});
afterAll(async () => {
  await database.close();
  await sandbox.remove();
});
beforeEach(async () => {
  await database.admin.query("update channels set heal_due_at = 'infinity'");
  await sandbox.control('DELETE', '/sandbox/settings');
});
afterEach(async () => {
  await lane?.stop();
  lane = undefined;
});

function work(): void {
  lane = startLane({ ...healingLane, pollMs: 20 });
}

async function due(granted: Granted): Promise<void> {
  await database.admin.query('update channels set heal_due_at = now() where id = $1', [
    granted.channelId,
  ]);
}

/** Waits until nobody holds the channel and nothing is due. */
async function healed(granted: Granted): Promise<void> {
  await vi.waitFor(
    async () => {
      const { rowCount } = await database.admin.query(
        'select 1 from channels where id = $1 and heal_lease_until is null and heal_due_at > now()',
        [granted.channelId],
      );
      expect(rowCount).toBe(1);
    },
    { timeout: 60_000, interval: 30 },
  );
}

let lastMessageId = BigInt(Date.now() - 1_288_834_974_657) << 22n;

/** Messages of as many people, made a moment ago, newest last. */
async function written(granted: Granted, count: number, options: { people?: number } = {}) {
  const people = await Promise.all(
    Array.from({ length: options.people ?? 3 }, (_, index) =>
      sandbox.control<{ id: string }>('POST', '/sandbox/people', {
        username: `c${index}${String(Math.random()).slice(2, 9)}`,
        door: 'everyone',
      }),
    ),
  );
  const messages = Array.from({ length: count }, (_, index) => {
    lastMessageId += 1n;
    const from = people[index % people.length]?.id ?? '';
    return { from, to: granted.accountId, id: String(lastMessageId), text: `message ${index}` };
  });
  await sandbox.control('POST', '/sandbox/messages/bulk', { messages, deliver: false });
  return messages;
}

async function known(granted: Granted): Promise<string[]> {
  const { rows } = await database.admin.query<{ external_id: string }>(
    'select external_id from messages where channel_id = $1 order by at, tie',
    [granted.channelId],
  );
  return rows.map(({ external_id }) => external_id);
}

async function lookUps({ accountId }: Granted): Promise<number> {
  const entries = await ledgerOf(sandbox, 'call.answered');
  return entries.filter(
    (entry) =>
      entry.kind === 'call.answered' &&
      entry.accountId === accountId &&
      entry.path.includes('dm_events'),
  ).length;
}

test('messages that no webhook brought are all there after one look, none twice', async () => {
  const granted = await aGrantedChannel(sandbox);
  const messages = await written(granted, 250, { people: 12 });
  await due(granted);
  work();
  await healed(granted);
  expect(await known(granted)).toEqual(messages.map(({ id }) => id));
  expect(await lookUps(granted)).toBeLessThanOrEqual(4);
  const channel = await channelRow(database, granted);
  expect(channel?.healed_up_to).not.toBeNull();
  expect(channel?.last_proof_at).not.toBeNull();

  // The next look stops where the first one began.
  const before = await lookUps(granted);
  const more = await written(granted, 5);
  await due(granted);
  lane?.wake();
  await healed(granted);
  expect(await known(granted)).toEqual([...messages, ...more].map(({ id }) => id));
  expect((await lookUps(granted)) - before).toBeLessThanOrEqual(4);
}, 120_000);

test('a walk that outgrows the budget goes on where it stopped, and then looks at what came meanwhile', async () => {
  const granted = await aGrantedChannel(sandbox);
  const messages = await written(granted, 230, { people: 12 });
  await sandbox.control('PUT', '/sandbox/settings', {
    budgets: { 'dm.lookup': { limit: 2, windowSeconds: 2 } },
  });
  await due(granted);
  work();
  await vi.waitFor(async () => expect(await known(granted)).toHaveLength(200), { timeout: 30_000 });
  expect(await channelRow(database, granted)).toMatchObject({ healed_up_to: null });
  const late = await written(granted, 10);
  // Due again by itself when the network allows more, and once more for what came meanwhile.
  await vi.waitFor(
    async () => expect(await known(granted)).toEqual([...messages, ...late].map(({ id }) => id)),
    { timeout: 60_000 },
  );
  expect((await channelRow(database, granted))?.healed_up_to).not.toBeNull();
}, 120_000);

test('what a look finds and a webhook brings at the same moment is there once', async () => {
  const granted = await aGrantedChannel(sandbox);
  const messages = await written(granted, 60);
  await due(granted);
  work();
  const brought = messages.map(({ from, id, text }) =>
    takeIn(granted, {
      kind: 'message',
      channelExternalId: granted.accountId,
      direction: 'inbound',
      externalId: id,
      participant: { externalId: from },
      text,
      attachments: [],
      at: new Date(Number((BigInt(id) >> 22n) + 1_288_834_974_657n)),
    }),
  );
  await Promise.all([...brought, healed(granted)]);
  expect(await known(granted)).toEqual(messages.map(({ id }) => id));
});

test('a channel whose messages are not pushed says so, and is looked at all the same', async () => {
  const granted = await aGrantedChannel(sandbox);
  await written(granted, 3);
  await due(granted);
  work();
  await healed(granted);
  expect(await channelRow(database, granted)).toMatchObject({ subscribed_at: null });
  expect((await channelRow(database, granted))?.heal_problem).toMatch(/^subscribe_/);
  expect(await known(granted)).toHaveLength(3);
});

test('a grant that is gone ends the looks and asks for an admin', async () => {
  const granted = await aGrantedChannel(sandbox);
  await sandbox.control('POST', `/sandbox/accounts/${granted.accountId}/revoke`, {});
  await due(granted);
  work();
  await healed(granted);
  expect(await channelRow(database, granted)).toMatchObject({
    status: 'reconnect',
    heal_problem: 'access_lost',
  });
});

test('a channel that was disconnected gives its grant back and forgets its tokens', async () => {
  const granted = await aGrantedChannel(sandbox);
  const admin = await aMember(granted.workspaceId, ['admin']);
  await disconnectChannel(admin, { channelId: granted.channelId });
  work();
  await healed(granted);
  const { rowCount } = await database.admin.query(
    'select 1 from channel_credentials where channel_id = $1',
    [granted.channelId],
  );
  expect(rowCount).toBe(0);
  const revoked = await ledgerOf(sandbox, 'grant.revoked');
  expect(
    revoked.filter(
      (entry) => entry.kind === 'grant.revoked' && entry.accountId === granted.accountId,
    ),
  ).not.toHaveLength(0);
});

test('an admin may ask for a look now; others may not, nor may strangers', async () => {
  const granted = await aGrantedChannel(sandbox);
  const { channelId, workspaceId } = granted;
  await database.admin.query("update channels set heal_due_at = '2100-01-01' where id = $1", [
    channelId,
  ]);
  const lead = await aMember(workspaceId, ['lead']);
  await expect(checkChannel(lead, { channelId })).rejects.toMatchObject({ code: 'forbidden' });
  const stranger = await aMember((await aGrantedChannel(sandbox)).workspaceId, ['admin']);
  await expect(checkChannel(stranger, { channelId })).rejects.toMatchObject({ code: 'not_found' });
  await checkChannel(await aMember(workspaceId, ['admin']), { channelId });
  work();
  await vi.waitFor(async () =>
    expect((await channelRow(database, granted))?.healed_up_to).not.toBeNull(),
  );
});

test('a worker that comes back after a while looks at once at channels that were silent', async () => {
  const [silent, lively] = [await aGrantedChannel(sandbox), await aGrantedChannel(sandbox)];
  await database.admin.query(
    "update channels set heal_due_at = '2100-01-01', last_proof_at = now()",
  );
  await database.admin.query(
    "update channels set last_proof_at = now() - interval '3 minutes' where id = $1",
    [silent.channelId],
  );
  expect(await healAfterSilence(120_000)).toBe(1);
  const { rows } = await database.admin.query(
    'select id from channels where heal_due_at <= now() and id = any($1)',
    [[silent.channelId, lively.channelId]],
  );
  expect(rows).toEqual([{ id: silent.channelId }]);
});
