import { readFileSync } from 'node:fs';
import path from 'node:path';
import { withPatience } from './patience.mjs';
import { npm, run } from './run.mjs';
import { seconds } from './say.mjs';

/** Installs what package-lock.json names unless exactly that is there. Needs no install scripts. */
export async function ensureInstalled({ root, log, signal }) {
  if (isInstalled(root)) return false;
  log('installing the locked packages (about a minute, once)');
  const began = performance.now();
  // The build needs the development packages too, also where NODE_ENV says production.
  const [command, args] = npm([
    'ci',
    '--include=dev',
    '--no-audit',
    '--no-fund',
    '--ignore-scripts',
  ]);
  const result = await withPatience(log, 'installing', () =>
    run(command, args, { cwd: root, signal, quiet: true }),
  );
  if (result.code !== 0) throw new Error(`npm ci failed:\n${result.output.trim()}`);
  log(`packages installed in ${seconds(began)} s`);
  return true;
}

/** Compares the lockfile with what npm noted about node_modules; packages for other systems may be missing. */
function isInstalled(root) {
  const wanted = packagesOf(path.join(root, 'package-lock.json'));
  const present = packagesOf(path.join(root, 'node_modules', '.package-lock.json'));
  if (!wanted || !present) return false;
  return Object.entries(wanted).every(([name, entry]) => {
    if (name === '') return true;
    const found = present[name];
    return found ? found.version === entry.version : entry.optional === true;
  });
}

function packagesOf(file) {
  try {
    return JSON.parse(readFileSync(file, 'utf8')).packages;
  } catch {
    return undefined;
  }
}
