import path from 'node:path';
import { ensureBuilt } from './build.mjs';
import { buildBundles, watchWorker } from './bundles.mjs';
import { claimHome } from './claim.mjs';
import { greet } from './greet.mjs';
import { ensureInstalled } from './install.mjs';
import { onEndOfLife } from './lifeline.mjs';
import { requirePort } from './ports.mjs';
import { say } from './say.mjs';
import { addresses, loadSettings, usesSandbox } from './settings.mjs';
import { startStack } from './stack.mjs';

const FORCED_AFTER_MS = 2_500;

const root = path.resolve(import.meta.dirname, '..');
/** Where everything that must last is kept. Elsewhere than in .data/ only when the launcher itself is under test. */
const home = path.resolve(root, process.env.PORCHLIGHT_HOME ?? '.data');

/** The whole of `npm start`: from a bare checkout to a running Porchlight, and back. */
export async function launch({ mode }) {
  const aborted = new AbortController();
  let stack;
  let lock;
  let code = 0;
  const finish = async () => {
    await stack?.stop();
    lock?.release();
    if (stack) say('stopped');
    process.exit(code);
  };
  onEndOfLife((times) => {
    if (times === 1) say('stopping (again to force)');
    if (times === 1 && stack) void finish();
    aborted.abort();
    if (times < 2) return;
    void stack?.force();
    setTimeout(() => process.exit(1), stack ? FORCED_AFTER_MS : 0);
  });
  try {
    loadSettings(root);
    const at = addresses(process.env);
    lock = await claimHome(home);
    await requirePorts(at, lock.previous ? 3_000 : 0);
    await prepare({ mode, signal: aborted.signal });
    stack = await startStack({
      root,
      home,
      at,
      mode,
      log: say,
      logs: mode === 'production',
      signal: aborted.signal,
      onParts: (parts) => lock.note({ parts }),
    });
    aborted.signal.throwIfAborted();
    lock.note({ address: stack.urls.app });
    await greet({ root, home, stack, mode });
    if (mode === 'development') await watchWorker(root, () => renewWorker(stack));
    const reason = await stack.ended;
    process.stderr.write(`\nPorchlight stops: ${reason}\n`);
    code = 1;
  } catch (error) {
    if (!aborted.signal.aborted) {
      process.stderr.write(`\n${error.message}\n`);
      code = 1;
    }
  }
  await finish();
}

async function renewWorker(stack) {
  await stack.restart('worker');
  say('the worker runs the changed code');
}

async function requirePorts({ host, web, sandbox }, withinMs) {
  const wanted = [{ setting: 'PORT', port: web, purpose: 'the web server' }];
  if (usesSandbox(process.env)) {
    wanted.push({ setting: 'SANDBOX_PORT', port: sandbox, purpose: 'the sandbox' });
  }
  for await (const one of wanted) await requirePort({ ...one, host, withinMs });
}

async function prepare({ mode, signal }) {
  await ensureInstalled({ root, log: say, signal });
  if (mode === 'production') await ensureBuilt({ root, log: say, signal });
  else await buildBundles(root);
}
