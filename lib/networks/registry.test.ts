import { readdirSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { Env } from '@/lib/env';
import { appConfig, findNetwork, networks, webhookUrl } from './registry';

const env = {
  APP_URL: 'https://porchlight.test',
  X_API_URL: 'https://api.x.test/',
  X_AUTHORIZE_URL: 'https://x.test/i/oauth2/authorize',
  X_CLIENT_ID: 'client',
  X_CLIENT_SECRET: 'client-secret',
  X_CONSUMER_KEY: 'key',
  X_CONSUMER_SECRET: 'newest-secret',
  X_BEARER_TOKEN: 'bearer',
  TIME_SCALE: 1,
} as Env;

describe('the registry of networks', () => {
  it('knows every folder beside it, and nothing else', () => {
    const folders = readdirSync(new URL('.', import.meta.url), { withFileTypes: true })
      .filter((entry) => entry.isDirectory())
      .map(({ name }) => name);
    expect([...networks.keys()].toSorted()).toEqual(folders.toSorted());
  });

  it('finds a network by its name and no other by accident', () => {
    expect(findNetwork('x')?.label).toBe('X');
    for (const name of ['', 'X', 'constructor', '__proto__', 'toString']) {
      expect(findNetwork(name)).toBeUndefined();
      expect(() => appConfig(name, env)).toThrow(/no such network/);
      expect(() => webhookUrl(name, env)).toThrow(/no such network/);
    }
  });

  it('takes both secrets from the settings while they rotate, the newest first', () => {
    expect(appConfig('x', env).consumerSecrets).toEqual(['newest-secret']);
    const rotating = { ...env, X_CONSUMER_SECRET_PREVIOUS: 'older-secret' };
    expect(appConfig('x', rotating).consumerSecrets).toEqual(['newest-secret', 'older-secret']);
  });

  it('has X push to the app, unless the settings name another address', () => {
    expect(webhookUrl('x', env)).toBe('https://porchlight.test/api/webhooks/x');
    const tunnelled = { ...env, X_WEBHOOK_URL: 'https://tunnel.test/hook' };
    expect(webhookUrl('x', tunnelled)).toBe('https://tunnel.test/hook');
  });

  it('gives calls less time when all times are shortened, but never too little', () => {
    expect(appConfig('x', env).callDeadlineMs).toBe(10_000);
    expect(appConfig('x', { ...env, TIME_SCALE: 0.5 }).callDeadlineMs).toBe(5_000);
    expect(appConfig('x', { ...env, TIME_SCALE: 0.005 }).callDeadlineMs).toBe(1_500);
  });
});
