import { randomBytes } from 'node:crypto';
import { beforeAll, expect, test } from 'vitest';
import { env } from './env';
import { isCurrent, seal, unseal } from './vault';

const cell = {
  table: 'channel_credentials',
  column: 'access_token',
  workspaceId: '0190f000-0000-7000-8000-000000000001',
  rowId: '0190f000-0000-7000-8000-000000000002',
};

const keys: { kid: string; key: Buffer<ArrayBuffer> }[] = [];

beforeAll(() => {
  Object.assign(process.env, {
    DATABASE_URL: 'postgres://nobody@127.0.0.1:9/none',
    APP_URL: 'http://localhost:4999',
    AUTH_SECRET: randomBytes(32).toString('hex'),
    ENCRYPTION_KEYS: `k2:${randomBytes(32).toString('base64')},k1:${randomBytes(32).toString('base64')}`,
    X_API_URL: 'http://127.0.0.1:9',
    X_AUTHORIZE_URL: 'http://127.0.0.1:9/authorize',
    X_CLIENT_ID: 'client',
    X_CLIENT_SECRET: 'client-secret',
    X_CONSUMER_KEY: 'consumer',
    X_CONSUMER_SECRET: 'consumer-secret-0123',
    X_BEARER_TOKEN: 'bearer',
  });
  keys.push(...env().ENCRYPTION_KEYS);
});

test('what was sealed for a row opens for that row, and shows nothing of itself', async () => {
  const envelope = await seal('token-of-the-brand', cell);
  expect(envelope).toMatch(/^eyJ/);
  expect(Buffer.from(envelope, 'base64url').toString('latin1')).not.toContain('token-of');
  expect(await unseal(envelope, cell)).toBe('token-of-the-brand');
});

test.each([
  ['another row', { rowId: '0190f000-0000-7000-8000-000000000003' }],
  ['another workspace', { workspaceId: '0190f000-0000-7000-8000-000000000004' }],
  ['another column', { column: 'refresh_token' }],
  ['another table', { table: 'users' }],
])('an envelope moved to %s does not open', async (_, elsewhere) => {
  const envelope = await seal('token', cell);
  await expect(unseal(envelope, { ...cell, ...elsewhere })).rejects.toThrow('another row');
});

test('an envelope whose named cell was rewritten does not open', async () => {
  const [header, ...rest] = (await seal('token', cell)).split('.');
  const forged = { ...JSON.parse(Buffer.from(`${header}`, 'base64url').toString()) };
  forged.ctx = forged.ctx.replace(cell.rowId, '0190f000-0000-7000-8000-000000000003');
  const moved = [Buffer.from(JSON.stringify(forged)).toString('base64url'), ...rest].join('.');
  const there = { ...cell, rowId: '0190f000-0000-7000-8000-000000000003' };
  await expect(unseal(moved, there)).rejects.toThrow('does not open');
});

test('an older key still opens, is seen to be old, and opens nothing once it is gone', async () => {
  const configured = env().ENCRYPTION_KEYS;
  const [, older] = keys;
  if (!older) throw new Error('two keys are configured');
  configured.splice(0, configured.length, older);
  const envelope = await seal('token', cell);
  configured.splice(0, configured.length, ...keys);
  expect(await unseal(envelope, cell)).toBe('token');
  expect(isCurrent(envelope)).toBe(false);
  expect(isCurrent(await seal('token', cell))).toBe(true);

  configured.splice(0, configured.length, ...keys.slice(0, 1));
  await expect(unseal(envelope, cell)).rejects.toThrow('no key named k1');
});
