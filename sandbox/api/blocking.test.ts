import { afterAll, beforeAll, expect, it } from 'vitest';
import { accounts } from '../cast';
import type { Entry } from '../core/facts';
import type { TestSandbox } from '../testing/start';
import { startTestSandbox } from '../testing/start';

const brandId = accounts[0]?.id ?? '';
let sandbox: TestSandbox;
let guestId: string;
let token: string;
beforeAll(async () => {
  sandbox = await startTestSandbox();
  token = await sandbox.tokenFor(brandId);
  const guest = { username: 'pest', door: 'everyone' };
  guestId = (await sandbox.control<{ id: string }>('POST', '/sandbox/people', guest)).id;
});
afterAll(() => sandbox.remove());

const ask = async (what: 'block' | 'unblock') => {
  const answer = await sandbox.call('POST', `/2/users/${guestId}/dm/${what}`, token);
  return [answer.status, await answer.json()];
};
const write = (from: string, to: string) =>
  sandbox.control('POST', '/sandbox/messages', { from, to, text: 'hello' });
const facts = async (kind: string) =>
  (await sandbox.control<{ entries: Entry[] }>('GET', `/sandbox/ledger?kind=${kind}`)).entries;

it('ends private messages both ways until it is ended, however often it is asked for', async () => {
  await write(guestId, brandId);
  for (const _ of [1, 2]) expect(await ask('block')).toEqual([200, { data: { blocked: true } }]);
  expect(await facts('block.started')).toMatchObject([
    { fromId: brandId, toId: guestId, scope: 'dm' },
  ]);
  await expect(write(guestId, brandId)).rejects.toThrow('one of them blocks the other');
  const path = `/2/dm_conversations/with/${guestId}/messages`;
  expect((await sandbox.call('POST', path, token, { text: 'hello' })).status).toBe(403);

  for (const _ of [1, 2]) expect(await ask('unblock')).toEqual([200, { data: { blocked: false } }]);
  expect(await facts('block.ended')).toHaveLength(1);
  await write(guestId, brandId);
  expect((await sandbox.call('POST', path, token, { text: 'hello' })).status).toBe(201);
});

it('is no block of the person: look-ups show none, and they may follow and post', async () => {
  await sandbox.control('POST', '/sandbox/follow', { from: guestId, to: brandId });
  await ask('block');
  const looked = await sandbox.call(
    'GET',
    `/2/users?ids=${guestId}&user.fields=connection_status,receives_your_dm`,
    token,
  );
  expect(await looked.json()).toMatchObject({
    data: [{ connection_status: ['followed_by'], receives_your_dm: false }],
  });
  await ask('unblock');
});

it('is for those who may write, about somebody who exists and is somebody else', async () => {
  const reader = await sandbox.tokenFor(brandId, ['dm.read', 'users.read', 'tweet.read']);
  const path = `/2/users/${guestId}/dm/block`;
  expect((await sandbox.call('POST', path, reader)).status).toBe(403);
  expect((await sandbox.call('POST', '/2/users/42/dm/block', token)).status).toBe(404);
  expect((await sandbox.call('POST', `/2/users/${brandId}/dm/block`, token)).status).toBe(400);
});
