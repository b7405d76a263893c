import { afterAll, beforeAll, expect, test } from 'vitest';
import type { TestDatabase } from '@/db/testing';
import { aMember, aWorkspace, testDatabase } from '@/db/testing';
import type { TestSandbox } from '@/sandbox/testing/start';
import { startTestSandbox } from '@/sandbox/testing/start';
import { cellOf, findGrant } from './commands/channel/credentials';
import { disconnectChannel } from './commands/channel/disconnect';
import { finishConnecting, startConnecting } from './connect';
import type { Actor } from './domain/access/can';
import { accessFor } from './jobs/access';
import { channelHealth } from './queries/channels/channel-health';
import { unseal } from './vault';

let database: TestDatabase;
let sandbox: TestSandbox;
beforeAll(async () => {
  sandbox = await startTestSandbox();
  database = await testDatabase({
    X_API_URL: sandbox.url,
    X_AUTHORIZE_URL: `${sandbox.url}/i/oauth2/authorize`,
  });
});
afterAll(async () => {
  await database.close();
  await sandbox.remove();
});

const anAdmin = async () => await aMember(await aWorkspace(), ['admin']);

async function anAccount(): Promise<string> {
  const account = await sandbox.control<{ id: string }>('POST', '/sandbox/people', {
    username: `b${String(Math.random()).slice(2, 12)}`,
    name: 'A brand',
    brand: true,
  });
  return account.id;
}

/** What the account's owner does on the network's page: allows it, and is sent back. */
async function allow(address: string, account: string): Promise<{ state: string; code: string }> {
  const fields = new URL(address).searchParams;
  fields.set('account', account);
  fields.set('decision', 'allow');
  const answer = await fetch(new URL(address).origin + new URL(address).pathname, {
    method: 'POST',
    body: fields,
    redirect: 'manual',
  });
  const back = new URL(`${answer.headers.get('location')}`);
  expect(`${back.origin}${back.pathname}`).toBe('http://localhost:4999/api/connect/x/callback');
  return {
    state: `${back.searchParams.get('state')}`,
    code: `${back.searchParams.get('code')}`,
  };
}

async function connect(admin: Actor, account: string): Promise<string> {
  const back = await allow(await startConnecting(admin, 'x'), account);
  return (await finishConnecting(admin, 'x', back)).channelId;
}

test('an account that its owner allows is connected, with tokens that work and are sealed', async () => {
  const admin = await anAdmin();
  const account = await anAccount();
  const channelId = await connect(admin, account);
  expect(await channelHealth(admin)).toMatchObject([
    { id: channelId, network: 'x', name: 'A brand', status: 'connected', lastProofAt: null },
  ]);
  const place = { workspaceId: admin.workspaceId, channelId };
  const { accessToken } = await accessFor(place);
  const grant = await findGrant(place);
  expect(grant?.accessToken).not.toContain(accessToken);
  expect(await unseal(`${grant?.accessToken}`, cellOf(place, 'access_token'))).toBe(accessToken);
  const { rows } = await database.admin.query(
    'select type, channel_id from events where workspace_id = $1',
    [admin.workspaceId],
  );
  expect(rows).toEqual([{ type: 'channel.connected', channel_id: channelId }]);
});

test('a state is good once, for the session that began, in its workspace', async () => {
  const admin = await anAdmin();
  const account = await anAccount();
  const back = await allow(await startConnecting(admin, 'x'), account);
  const over = { code: 'not_found' };
  const strangers = [
    { ...admin, sessionId: crypto.randomUUID() },
    { ...(await aMember(admin.workspaceId, ['admin'])), sessionId: admin.sessionId },
    await anAdmin(),
  ];
  for (const stranger of strangers) {
    await expect(finishConnecting(stranger, 'x', back)).rejects.toMatchObject(over);
  }
  await finishConnecting(admin, 'x', back);
  await expect(finishConnecting(admin, 'x', back)).rejects.toMatchObject(over);
  expect(await channelHealth(admin)).toHaveLength(1);
});

test('an attempt that took longer than ten minutes is over', async () => {
  const admin = await anAdmin();
  const back = await allow(await startConnecting(admin, 'x'), await anAccount());
  await database.admin.query(
    "update connect_attempts set expires_at = now() - interval '1 second' where workspace_id = $1",
    [admin.workspaceId],
  );
  await expect(finishConnecting(admin, 'x', back)).rejects.toMatchObject({ code: 'not_found' });
});

test('only admins connect, and only to networks that exist', async () => {
  const lead = await aMember(await aWorkspace(), ['lead']);
  await expect(startConnecting(lead, 'x')).rejects.toMatchObject({ code: 'forbidden' });
  const back = { state: 'a'.repeat(43), code: 'b' };
  await expect(finishConnecting(lead, 'x', back)).rejects.toMatchObject({ code: 'forbidden' });
  await expect(startConnecting(await anAdmin(), 'myspace')).rejects.toMatchObject({
    code: 'not_found',
  });
});

test('a code that the network does not take connects nothing', async () => {
  const admin = await anAdmin();
  const { state } = await allow(await startConnecting(admin, 'x'), await anAccount());
  await expect(finishConnecting(admin, 'x', { state, code: 'forged' })).rejects.toThrow(
    'unauthorized',
  );
  expect(await channelHealth(admin)).toEqual([]);
});

test('an account is live in one workspace at a time', async () => {
  const [ours, theirs] = [await anAdmin(), await anAdmin()];
  const account = await anAccount();
  const channelId = await connect(ours, account);
  await expect(connect(theirs, account)).rejects.toMatchObject({
    code: 'conflict',
    message: expect.stringContaining('connected in another workspace'),
  });
  await disconnectChannel(ours, { channelId });
  await connect(theirs, account);
  await expect(connect(ours, account)).rejects.toMatchObject({ code: 'conflict' });
  expect(await channelHealth(ours)).toMatchObject([{ status: 'disconnected' }]);
});

test('connecting again is the same channel with new tokens, whole again', async () => {
  const admin = await anAdmin();
  const account = await anAccount();
  const channelId = await connect(admin, account);
  const place = { workspaceId: admin.workspaceId, channelId };
  const before = await accessFor(place);
  await database.admin.query(
    "update channels set status = 'reconnect', status_reason = 'ACCOUNT_DISCONNECTED', heal_due_at = 'infinity' where id = $1",
    [channelId],
  );
  await database.admin.query(
    "update channel_credentials set refresh_lease_until = now() - interval '1 hour' where channel_id = $1",
    [channelId],
  );
  expect(await connect(admin, account)).toBe(channelId);
  const after = await accessFor(place);
  expect(after.version).toBe(before.version + 1);
  expect(after.accessToken).not.toBe(before.accessToken);
  const [channel] = await channelHealth(admin);
  expect(channel).toMatchObject({ status: 'connected', statusReason: null });
  expect(channel?.nextLookAt).not.toBeNull();
});

test('only an admin of the workspace disconnects, once', async () => {
  const admin = await anAdmin();
  const channelId = await connect(admin, await anAccount());
  const lead = await aMember(admin.workspaceId, ['lead']);
  await expect(disconnectChannel(lead, { channelId })).rejects.toMatchObject({ code: 'forbidden' });
  await expect(disconnectChannel(await anAdmin(), { channelId })).rejects.toMatchObject({
    code: 'not_found',
  });
  expect(await channelHealth(admin)).toMatchObject([{ status: 'connected' }]);
  await disconnectChannel(admin, { channelId });
  await expect(disconnectChannel(admin, { channelId })).rejects.toMatchObject({ code: 'conflict' });
});
