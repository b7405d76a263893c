import './node-version.mjs';
import { writeFileSync } from 'node:fs';
import path from 'node:path';

const { default: pg } = await import('pg');
const { ensureBuilt } = await import('./build.mjs');
const { claimHome } = await import('./claim.mjs');
const { onEndOfLife } = await import('./lifeline.mjs');
const { requirePort } = await import('./ports.mjs');
const { say } = await import('./say.mjs');
const { startStack } = await import('./stack.mjs');
const { testSource } = await import('./test-settings.mjs');

/** What Playwright starts for the journeys: a whole Porchlight of its own, with the demo, in .test/e2e. */
const root = path.resolve(import.meta.dirname, '..');
const home = path.join(root, '.test', 'e2e');
const at = {
  host: '127.0.0.1',
  web: Number(process.env.E2E_PORT ?? 4100),
  sandbox: Number(process.env.E2E_SANDBOX_PORT ?? 4101),
};

/** The provider that the sign-in journeys start for themselves. */
const companySignIn = {
  OIDC_ISSUER: `http://127.0.0.1:${process.env.E2E_OIDC_PORT ?? 4102}`,
  OIDC_CLIENT_ID: 'porchlight-tests',
  OIDC_CLIENT_SECRET: 'porchlight-tests-secret',
  OIDC_NAME: 'Creamery ID',
};

/** The mail server that a journey starts for itself. */
const mail = {
  SMTP_HOST: '127.0.0.1',
  SMTP_PORT: process.env.E2E_MAIL_PORT ?? '4103',
  SMTP_SECURE: 'never',
  MAIL_FROM: 'Porchlight <porchlight@saltedcaramel.example>',
};

let stack;
let lock;
const aborted = new AbortController();
const finish = async (code) => {
  await stack?.stop();
  lock?.release();
  process.exit(code);
};
const onEnd = () => {
  aborted.abort();
  if (stack) void finish(0);
};
onEndOfLife(onEnd, { watchParent: true });

/** What the demo promised comes due in no journey, its rules move nothing, and no team gives out: whoever counts, counts their own. */
async function disarmDemo(cluster) {
  const client = new pg.Client({ connectionString: cluster.url('porchlight', 'superuser') });
  await client.connect();
  await client.query('update sla_timers set fired_at = due_at where fired_at is null');
  await client.query("update teams set strategy = 'off'");
  await client.query('update routing_rules set archived_at = now()');
  await client.query('update routing_settings set is_in_use = false, version = version + 1');
  await client.end();
}

try {
  lock = await claimHome(home);
  const command = 'npm test';
  const withinMs = 3_000;
  const ports = [
    { setting: 'E2E_PORT', port: at.web, purpose: 'the web server under test' },
    { setting: 'E2E_SANDBOX_PORT', port: at.sandbox, purpose: 'the sandbox under test' },
  ];
  for await (const one of ports) await requirePort({ ...one, host: at.host, withinMs, command });
  await ensureBuilt({ root, log: say, signal: aborted.signal });
  stack = await startStack({
    root,
    home,
    at,
    source: testSource({
      TIME_SCALE: process.env.E2E_TIME_SCALE ?? '0.02',
      ...companySignIn,
      ...mail,
    }),
    fresh: true,
    fast: true,
    logs: true,
    hideDotEnv: true,
    log: say,
    signal: aborted.signal,
    onParts: (parts) => lock.note({ parts }),
    onEnv: (env, cluster) =>
      writeFileSync(
        path.join(home, 'env.json'),
        JSON.stringify(
          { ...env, ADMIN_DATABASE_URL: cluster.url('porchlight', 'superuser') },
          null,
          2,
        ),
        { mode: 0o600 },
      ),
  });
  aborted.signal.throwIfAborted();
  await disarmDemo(stack.cluster);
  lock.note({ address: stack.urls.app });
  say(`under test: ${stack.urls.app}`);
  process.stderr.write(`${await stack.ended}\n`);
} catch (error) {
  process.stderr.write(`${error.message}\n`);
}
await finish(1);
