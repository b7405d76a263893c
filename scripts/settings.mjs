import { randomBytes } from 'node:crypto';
import { existsSync, rmSync } from 'node:fs';
import path from 'node:path';
import { keep } from './secrets.mjs';

/** Reads `.env` when there is one. What the environment already says wins; empty counts as unset. */
export function loadSettings(root) {
  const file = path.join(root, '.env');
  if (existsSync(file)) process.loadEnvFile(file);
  for (const [name, value] of Object.entries(process.env)) {
    if (value === '') delete process.env[name];
  }
}

/** Where the parts listen: `{ host, web, sandbox }`. */
export function addresses(source) {
  return {
    host: source.HOST ?? '127.0.0.1',
    web: portOf(source, 'PORT', 3000),
    sandbox: portOf(source, 'SANDBOX_PORT', 3001),
  };
}

/**
 * The whole environment of the processes: what `source` says, completed with secrets kept in `home` and, unless
 * an X_API_URL is set, with the sandbox in X's place.
 */
export function stackEnv({ source, home, at, databaseUrl, nodeEnv }) {
  const secrets = keep(path.join(home, 'secrets.json'), secretMakers);
  const app = `http://${nameFor(at.host)}:${at.web}`;
  return {
    ...source,
    AUTH_SECRET: source.AUTH_SECRET ?? secrets.AUTH_SECRET,
    ENCRYPTION_KEYS: source.ENCRYPTION_KEYS ?? secrets.ENCRYPTION_KEYS,
    METRICS_TOKEN: source.METRICS_TOKEN ?? secrets.METRICS_TOKEN,
    APP_URL: source.APP_URL ?? app,
    ...(usesSandbox(source) && sandboxSettings({ source, secrets, at, home })),
    DATABASE_URL: databaseUrl,
    NODE_ENV: nodeEnv,
    NEXT_TELEMETRY_DISABLED: '1',
    NEXT_MANUAL_SIG_HANDLE: 'true',
    PORT: String(at.web),
    HOST: at.host,
  };
}

/** The address under which this machine reaches what listens on `host`. */
export function dialable(host) {
  return ['0.0.0.0', '::', 'localhost'].includes(host) ? '127.0.0.1' : host;
}

/** The name to show for it in a browser on this machine. */
function nameFor(host) {
  return dialable(host) === '127.0.0.1' ? 'localhost' : host;
}

/** Without an X of its own, Porchlight talks to the sandbox that it brings. */
export const usesSandbox = (source) => source.X_API_URL === undefined;

function sandboxSettings({ source, secrets, at, home }) {
  const sandbox = source.SANDBOX_URL ?? `http://${nameFor(at.host)}:${at.sandbox}`;
  const credentials = Object.entries(secrets).filter(([name]) => name.startsWith('X_'));
  return {
    SANDBOX_URL: sandbox,
    SANDBOX_PORT: String(at.sandbox),
    SANDBOX_HOST: at.host,
    SANDBOX_DATA: path.join(home, 'sandbox'),
    SANDBOX_EPOCH: source.SANDBOX_EPOCH ?? demoEpoch(home),
    X_API_URL: `http://${dialable(at.host)}:${at.sandbox}`,
    X_AUTHORIZE_URL: `${sandbox}/i/oauth2/authorize`,
    X_WEBHOOK_URL: source.X_WEBHOOK_URL ?? `http://${dialable(at.host)}:${at.web}/api/webhooks/x`,
    ...Object.fromEntries(credentials.map(([name, value]) => [name, source[name] ?? value])),
  };
}

/** Forgets the sandbox's past, so that it begins anew together with an emptied database. */
export function forgetSandbox(home) {
  rmSync(path.join(home, 'sandbox'), { recursive: true, force: true });
  rmSync(path.join(home, 'demo.json'), { force: true });
}

/** The instant at which the demo's story ends. Database and sandbox tell the same story, so it is kept. */
function demoEpoch(home) {
  return keep(path.join(home, 'demo.json'), { epoch: () => new Date().toISOString() }).epoch;
}

const random = (bytes) => randomBytes(bytes).toString('base64url');

const secretMakers = {
  AUTH_SECRET: () => random(32),
  ENCRYPTION_KEYS: () => `k1:${randomBytes(32).toString('base64')}`,
  METRICS_TOKEN: () => random(24),
  X_CLIENT_ID: () => `porchlight-${random(9)}`,
  X_CLIENT_SECRET: () => random(32),
  X_CONSUMER_KEY: () => random(18),
  X_CONSUMER_SECRET: () => random(32),
  X_BEARER_TOKEN: () => random(48),
};

function portOf(source, name, otherwise) {
  const port = Number(source[name] ?? otherwise);
  if (Number.isInteger(port) && port > 0 && port < 65_536) return port;
  throw new Error(`${name} must be a port between 1 and 65535, not “${source[name]}”`);
}
