import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { TestDatabase } from '@/db/testing';
import { testDatabase } from '@/db/testing';
import type { TestSandbox } from '@/sandbox/testing/start';
import { startTestSandbox } from '@/sandbox/testing/start';
import { claimRefresh } from '../commands/channel/credentials';
import { env } from '../env';
import { AccessDelayed, AccessLost, accessFor } from './access';
import { callFor } from './call';
import type { Granted } from './granted.fixture';
import { aGrantedChannel, channelRow, ledgerOf } from './granted.fixture';

let database: TestDatabase;
let sandbox: TestSandbox;
beforeAll(async () => {
  sandbox = await startTestSandbox();
  database = await testDatabase({ X_API_URL: sandbox.url, DATABASE_POOL: '20' });
});
afterAll(async () => {
  await database.close();
  await sandbox.remove();
});

async function refreshes({ accountId }: Granted): Promise<number> {
  const entries = await ledgerOf(sandbox, 'grant.refreshed');
  return entries.filter(
    (entry) => entry.kind === 'grant.refreshed' && entry.grant.accountId === accountId,
  ).length;
}

async function reuses(): Promise<number> {
  return (await ledgerOf(sandbox, 'grant.reused')).length;
}

test('a token that is good is used as it is', async () => {
  const granted = await aGrantedChannel(sandbox);
  const access = await accessFor(granted);
  expect(access).toMatchObject({
    accessToken: granted.tokens.access_token,
    version: 1,
    network: 'x',
    externalId: granted.accountId,
  });
  expect(await refreshes(granted)).toBe(0);
});

test('of ten who find the token expired, one refreshes and all get the new one; never a reuse', async () => {
  for (let round = 0; round < 20; round++) {
    const granted = await aGrantedChannel(sandbox, { expiresInMs: -1_000 });
    const all = await Promise.all(Array.from({ length: 10 }, () => accessFor(granted)));
    expect(new Set(all.map(({ accessToken }) => accessToken)).size).toBe(1);
    expect(all[0]?.accessToken).not.toBe(granted.tokens.access_token);
    expect(await refreshes(granted)).toBe(1);
  }
  expect(await reuses()).toBe(0);
}, 60_000);

test('of ten whose token the network refuses, one refreshes and all calls succeed', async () => {
  const granted = await aGrantedChannel(sandbox);
  await sandbox.control('POST', '/sandbox/tokens/expire', { accountId: granted.accountId });
  const answers = await Promise.all(
    Array.from({ length: 10 }, () => callFor(granted, (client) => client.me())),
  );
  expect(new Set(answers.map(({ value }) => value.externalId))).toEqual(
    new Set([granted.accountId]),
  );
  expect(await refreshes(granted)).toBe(1);
  expect(await reuses()).toBe(0);
});

test('a grant that the brand took back asks for an admin, once, and is not tried again', async () => {
  const granted = await aGrantedChannel(sandbox, { expiresInMs: -1_000 });
  await sandbox.control('POST', `/sandbox/accounts/${granted.accountId}/revoke`, {});
  const tries = await Promise.allSettled(Array.from({ length: 5 }, () => accessFor(granted)));
  for (const each of tries) expect(each).toMatchObject({ reason: { name: 'AccessLost' } });
  expect(await channelRow(database, granted)).toMatchObject({
    status: 'reconnect',
    status_reason: 'ACCOUNT_DISCONNECTED',
  });
  const { rows } = await database.admin.query(
    "select type, data from events where channel_id = $1 and type = 'channel.changed'",
    [granted.channelId],
  );
  expect(rows).toHaveLength(1);
});

test('a refresh that nobody finished asks for an admin: the token may be spent', async () => {
  const granted = await aGrantedChannel(sandbox, { expiresInMs: -1_000 });
  // A process that was killed between the network's answer and its commit.
  expect(await claimRefresh(granted, { version: 1, leaseMs: 100 })).toBe(true);
  const before = await refreshes(granted);
  await expect(accessFor(granted)).rejects.toBeInstanceOf(AccessLost);
  expect(await channelRow(database, granted)).toMatchObject({ status: 'reconnect' });
  await expect(accessFor(granted)).rejects.toBeInstanceOf(AccessLost);
  expect(await refreshes(granted)).toBe(before);
});

test('whoever comes while a refresh is under way waits for what it brings', async () => {
  const granted = await aGrantedChannel(sandbox, { expiresInMs: -1_000 });
  expect(await claimRefresh(granted, { version: 1, leaseMs: 5_000 })).toBe(true);
  const waiting = accessFor(granted);
  await sleep(100);
  await database.admin.query(
    `update channel_credentials set version = 2, refresh_lease_until = null, expires_at = now() + interval '1 hour'
     where channel_id = $1`,
    [granted.channelId],
  );
  expect((await waiting).version).toBe(2);
  expect(await refreshes(granted)).toBe(0);
});

test('a network that is away costs a delay and not the grant', async () => {
  const away = await startTestSandbox();
  const granted = await aGrantedChannel(sandbox, { expiresInMs: -1_000 });
  const settings = env();
  await away.remove();
  settings.X_API_URL = away.url;
  await expect(accessFor(granted)).rejects.toBeInstanceOf(AccessDelayed);
  settings.X_API_URL = sandbox.url;
  expect(await channelRow(database, granted)).toMatchObject({ status: 'connected' });
  expect((await accessFor(granted)).version).toBe(2);
});
