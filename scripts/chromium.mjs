import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import path from 'node:path';
import { run } from './run.mjs';

const system = [
  // The same browser without windows: the journeys take a sixth less time in it.
  'chromium-headless-shell',
  'chromium',
  'chromium-browser',
  'google-chrome-stable',
  'google-chrome',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
];

/**
 * A Chromium for the journeys: `{ executable }`, or `{}` for Playwright's own. Takes, in this order, E2E_CHROMIUM,
 * the system's, Playwright's, Debian's package (as root), a download by Playwright; else says what to do.
 */
export async function ensureChromium({ root, log }) {
  const named = process.env.E2E_CHROMIUM;
  if (named) {
    if (works(named)) return { executable: named };
    throw new Error(`E2E_CHROMIUM names ${named}, which does not run`);
  }
  const present = installed();
  if (present) return { executable: present };
  if (await playwrightHasOne()) return {};
  await installDebian(log);
  const added = installed();
  if (added) return { executable: added };
  log('asking Playwright to download Chromium');
  const { code } = await run(process.execPath, [playwrightCli(root), 'install', 'chromium'], {
    cwd: root,
  });
  if (code === 0 && (await playwrightHasOne())) return {};
  throw new Error(
    'There is no Chromium for the browser journeys. Install one (Debian, Ubuntu: apt-get install chromium) or name one: E2E_CHROMIUM=/path/to/chromium npm test',
  );
}

/** The whole path of the first that works: Playwright does not search for it. */
function installed() {
  const folders = (process.env.PATH ?? '').split(path.delimiter);
  const candidates = system.flatMap((name) => folders.map((folder) => path.resolve(folder, name)));
  return candidates.find((file) => existsSync(file) && works(file));
}

/** A snap stub is there without being one: only what answers counts. */
function works(program) {
  return spawnSync(program, ['--version'], { stdio: 'ignore', timeout: 20_000 }).status === 0;
}

async function playwrightHasOne() {
  const { chromium } = await import('@playwright/test');
  try {
    const browser = await chromium.launch({ chromiumSandbox: false });
    await browser.close();
    return true;
  } catch {
    return false;
  }
}

async function installDebian(log) {
  if (process.getuid?.() !== 0 || !works('apt-get')) return;
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  await run('apt-get', ['update', '-q'], { env, quiet: true });
  // Older distributions have no package of the shell.
  for (const name of ['chromium-headless-shell', 'chromium']) {
    log(`installing the package ${name} (no other Chromium was found)`);
    const args = ['install', '-y', '-q', '--no-install-recommends', name];
    const { code, output } = await run('apt-get', args, { env, quiet: true });
    if (code === 0) return;
    log(`apt-get did not manage:\n${output.trim().split('\n').slice(-5).join('\n')}`);
  }
}

const playwrightCli = (root) => `${root}/node_modules/@playwright/test/cli.js`;
