import { expect, test } from 'vitest';
import { parseEnv } from '../env';
import { mailSettingsIn } from './settings';

const whole = {
  DATABASE_URL: 'postgres://localhost/porchlight',
  APP_URL: 'https://inbox.example.com',
  AUTH_SECRET: 'tests-only-0123456789abcdef0123456789abcdef',
  ENCRYPTION_KEYS: `t1:${Buffer.from('thirty-two bytes for tests only!').toString('base64')}`,
  X_API_URL: 'http://127.0.0.1:9',
  X_AUTHORIZE_URL: 'http://127.0.0.1:9/authorize',
  X_CLIENT_ID: 'test-client',
  X_CLIENT_SECRET: 'test-client-secret',
  X_CONSUMER_KEY: 'test-consumer',
  X_CONSUMER_SECRET: 'test-consumer-secret',
  X_BEARER_TOKEN: 'test-bearer',
};

const MAIL_FROM = 'Porchlight <porchlight@test.example.com>';

function settingsIn(more: Record<string, string>) {
  return mailSettingsIn(parseEnv({ ...whole, ...more }));
}

test('without a server there are none, and a sender alone is no server', () => {
  expect(settingsIn({})).toBeNull();
  expect(settingsIn({ MAIL_FROM })).toBeNull();
});

test.each([
  [
    { SMTP_URL: 'smtp://ada:p%40ss@mail.test:2525' },
    { host: 'mail.test', port: 2525, user: 'ada', password: 'p@ss', tls: 'before_anything' },
  ],
  [{ SMTP_URL: 'smtps://mail.test' }, { host: 'mail.test', port: 465, tls: 'at_once' }],
  [{ SMTP_HOST: 'mail.test' }, { host: 'mail.test', port: 587, tls: 'before_anything' }],
  [
    { SMTP_HOST: 'mail.test', SMTP_SECURE: 'true', SMTP_USER: 'ada', SMTP_PASSWORD: 'x' },
    { port: 465, tls: 'at_once', user: 'ada', password: 'x' },
  ],
  [
    { SMTP_HOST: '127.0.0.1', SMTP_SECURE: 'never' },
    { port: 25, tls: 'never' },
  ],
  [
    { SMTP_URL: 'smtp://mail.test', SMTP_PORT: '2587' },
    { host: 'mail.test', port: 2587 },
  ],
])('%o is understood', (given, expected) => {
  expect(settingsIn({ MAIL_FROM, ...given })).toMatchObject({ from: MAIL_FROM, ...expected });
});

test.each<[Record<string, string>, RegExp]>([
  [{ SMTP_HOST: 'mail.test' }, /MAIL_FROM: is missing/],
  [{ MAIL_FROM, SMTP_URL: 'https://mail.test' }, /SMTP_URL/],
  [{ MAIL_FROM, SMTP_URL: 'smtp://ada:100%@mail.test' }, /SMTP_URL: has a %/],
  [{ MAIL_FROM, SMTP_HOST: 'mail.test', SMTP_SECURE: 'maybe' }, /SMTP_SECURE/],
])('%o is refused at the start, without a word of what it holds', (given, complaint) => {
  expect(() => settingsIn(given)).toThrow(complaint);
});
