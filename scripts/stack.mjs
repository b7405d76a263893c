import path from 'node:path';
import { ensureDatabase, isPrepared, migrate, seed } from './database.mjs';
import { createPart, partCommands } from './parts.mjs';
import { answersOk } from './ready.mjs';
import { addresses, dialable, forgetSandbox, stackEnv, usesSandbox } from './settings.mjs';
import { createSupervisor } from './supervisor.mjs';
import { blankDotEnv } from './test-settings.mjs';

/**
 * Starts database, web, worker and sandbox and waits until they answer. See stack.d.mts for the options
 * and for what it returns.
 */
export async function startStack(options) {
  const { root, log = () => {}, source = process.env, mode = 'production', signal } = options;
  const home = path.resolve(root, options.home);
  const at = options.at ?? addresses(source);
  const development = mode === 'development';
  if (options.fresh) forgetSandbox(home);
  const database = await ensureDatabase({ ...options, home, url: source.DATABASE_URL, log });
  const supervisor = createSupervisor({ cluster: database.cluster, log, ...options });
  try {
    log(database.isOwn ? describeCluster(database.cluster) : 'using the database of DATABASE_URL');
    const env = {
      ...(options.hideDotEnv && blankDotEnv(root)),
      ...stackEnv({ source, home, at, databaseUrl: database.url, nodeEnv: mode }),
    };
    options.onEnv?.(env, database.cluster);
    const hasDemo = options.seed ?? (database.isOwn || source.SEED_DEMO === '1');
    await prepare({ root, env, signal, log, database, hasDemo });

    const logs = options.logs && path.join(home, 'logs');
    for (const name of options.parts ?? partsFor(source)) {
      const args = partCommands[name]({ root, at, development });
      supervisor.add(createPart({ name, args, root, env, logs, onCrash: supervisor.crashed }));
    }
    supervisor.startAll();
    await waitUntilReady({ supervisor, at, development, signal });
    return stackHandle({ supervisor, env, at, database, hasDemo });
  } catch (error) {
    await supervisor.stop();
    throw error;
  }
}

async function prepare({ root, env, signal, log, database, hasDemo }) {
  if (hasDemo && database.isOwn && (await isPrepared({ root, cluster: database.cluster }))) {
    log('the schema is current, the demo is there');
    return;
  }
  await migrate({ root, env, signal });
  log('the schema is current');
  if (!hasDemo) return;
  const told = await seed({ root, env, signal });
  log(told.includes('already') ? 'the demo is there' : 'the demo was laid out');
}

function partsFor(source) {
  return usesSandbox(source) ? ['sandbox', 'web', 'worker'] : ['web', 'worker'];
}

function describeCluster({ adopted, port }) {
  return `PostgreSQL ${adopted ? 'still ran and was taken over' : 'started'} on 127.0.0.1:${port}`;
}

function stackHandle({ supervisor, env, at, database, hasDemo }) {
  return {
    env,
    at,
    cluster: database.cluster,
    hasDemo,
    urls: { app: env.APP_URL, sandbox: env.SANDBOX_URL },
    get pids() {
      return supervisor.pids();
    },
    ended: supervisor.ended,
    stop: supervisor.stop,
    force: supervisor.force,
    kill: supervisor.kill,
    async restart(name) {
      await supervisor.restart(name);
      await waitFor(name, { supervisor, at });
    },
  };
}

async function waitUntilReady({ supervisor, at, development, signal }) {
  const base = `http://${dialable(at.host)}:${at.web}`;
  const ready = await answersOk(`${base}/readyz`, {
    withinMs: development ? 180_000 : 60_000,
    isHopeless: () => signal?.aborted || supervisor.hasFailed(),
  });
  signal?.throwIfAborted();
  if (!ready) throw new Error(`Porchlight does not become ready: ${supervisor.lastWords()}`);
  supervisor.becameReady();
}

async function waitFor(name, { supervisor, at }) {
  const port = { web: at.web, sandbox: at.sandbox }[name];
  if (!port) return;
  const url = `http://${dialable(at.host)}:${port}/healthz`;
  const ready = await answersOk(url, { withinMs: 30_000, isHopeless: supervisor.hasFailed });
  if (!ready) throw new Error(`${name} does not come back.\n${supervisor.lastWords()}`);
}
