import { mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, expect, it } from 'vitest';
import { parseEnv } from '../lib/env';
import { addresses, stackEnv } from './settings.mjs';

const home = mkdtempSync(path.join(tmpdir(), 'settings-'));
afterAll(() => rmSync(home, { recursive: true }));

const databaseUrl = 'postgres://porchlight:p@127.0.0.1:5432/porchlight';
const envFor = (source) =>
  stackEnv({ source, home, at: addresses(source), databaseUrl, nodeEnv: 'production' });

it('needs no setting at all, and makes its secrets once, for the owner alone', () => {
  const first = envFor({});
  expect(() => parseEnv(first)).not.toThrow();
  expect(envFor({})).toEqual(first);
  expect(statSync(path.join(home, 'secrets.json')).mode & 0o777).toBe(0o600);
});

it('puts the sandbox in the place of X until an address of X is set', () => {
  expect(envFor({})).toMatchObject({
    APP_URL: 'http://localhost:3000',
    X_API_URL: 'http://127.0.0.1:3001',
    SANDBOX_URL: 'http://localhost:3001',
  });
  const real = envFor({ X_API_URL: 'https://api.x.com' });
  expect(real.SANDBOX_URL).toBeUndefined();
  expect(() => parseEnv(real)).toThrow(/X_CLIENT_ID: is missing/);
});

it('listens where it is told and hands that on', () => {
  expect(envFor({ HOST: '0.0.0.0', PORT: '4000', SANDBOX_PORT: '4001' })).toMatchObject({
    APP_URL: 'http://localhost:4000',
    X_API_URL: 'http://127.0.0.1:4001',
    X_WEBHOOK_URL: 'http://127.0.0.1:4000/api/webhooks/x',
  });
  expect(() => addresses({ PORT: 'eighty' })).toThrow(/PORT must be a port/);
});

it('keeps what the environment says', () => {
  const named = { AUTH_SECRET: 'of-our-own'.repeat(4), X_CONSUMER_SECRET: 'a-secret-of-our-own' };
  expect(envFor(named)).toMatchObject(named);
});
