import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { parseEnv } from 'node:util';

const ours =
  /^(X|OIDC|SANDBOX|DATABASE|E2E|SMTP)_|^(MAIL_FROM|APP_URL|AUTH_SECRET|ENCRYPTION_KEYS|METRICS_TOKEN|HOST|PORT|LOG_LEVEL|TIME_SCALE|TRUSTED_PROXY_HOPS|NODE_ENV)$/;

/** The environment for a stack under test: nothing of the developer's own settings gets in. */
export function testSource(settings = {}) {
  const foreign = Object.entries(process.env).filter(([name]) => !ours.test(name));
  return { ...Object.fromEntries(foreign), TIME_SCALE: '0.02', LOG_LEVEL: 'warn', ...settings };
}

/** The web server reads `.env` by itself; a name that is set already, if only to nothing, keeps it out. */
export function blankDotEnv(root) {
  const file = path.join(root, '.env');
  if (!existsSync(file)) return {};
  const names = Object.keys(parseEnv(readFileSync(file, 'utf8')));
  return Object.fromEntries(names.map((name) => [name, '']));
}
