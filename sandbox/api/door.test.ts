import { afterAll, beforeAll, expect, it } from 'vitest';
import { accounts } from '../cast';
import type { TestSandbox } from '../testing/start';
import { startTestSandbox } from '../testing/start';

const brandId = accounts[0]?.id ?? '';
const path = '/i/account/door';
let sandbox: TestSandbox;
beforeAll(async () => {
  sandbox = await startTestSandbox();
});
afterAll(() => sandbox.remove());

it('opens and closes an account’s own door, and a stranger sees it', async () => {
  const token = await sandbox.tokenFor(brandId);
  const stranger = await sandbox.control<{ id: string }>('POST', '/sandbox/people', {
    username: 'passer_by',
  });
  const between = `/sandbox/people/${stranger.id}/with/${brandId}`;
  const mayWrite = async () =>
    (await sandbox.control<{ toAccount: { verdict: { allow: boolean } } }>('GET', between))
      .toAccount.verdict.allow;

  const closed = await sandbox.call('PUT', path, token, { door: 'nobody' });
  expect([closed.status, await closed.json()]).toEqual([200, { data: { door: 'nobody' } }]);
  expect(await mayWrite()).toBe(false);
  await sandbox.call('PUT', path, token, { door: 'everyone' });
  const read = await sandbox.call('GET', path, token);
  expect(await read.json()).toEqual({ data: { door: 'everyone' } });
  expect(await mayWrite()).toBe(true);
});

it('is turned by nobody without the account’s grant to write, and to no door that does not exist', async () => {
  const reader = await sandbox.tokenFor(brandId, ['dm.read']);
  expect((await sandbox.call('PUT', path, reader, { door: 'nobody' })).status).toBe(403);
  expect((await sandbox.call('PUT', path, 'of-nobody', { door: 'nobody' })).status).toBe(401);
  const writer = await sandbox.tokenFor(brandId);
  for (const body of [{ door: 'ajar' }, {}, { door: 'nobody', brand: false }]) {
    expect((await sandbox.call('PUT', path, writer, body)).status).toBe(400);
  }
  const read = await sandbox.call('GET', path, writer);
  expect(await read.json()).toEqual({ data: { door: 'everyone' } });
});
