import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { buildBundles, bundleFile } from './bundles.mjs';
import { withLock } from './lock.mjs';
import { withPatience } from './patience.mjs';
import { run } from './run.mjs';
import { say, seconds } from './say.mjs';
import { fingerprint } from './sources.mjs';

const TEN_MINUTES = 600_000;

/** Builds the web server and the bundles unless the last build was made from exactly these sources. */
export async function ensureBuilt({ root, log, signal, quiet = true }) {
  if (isBuilt(root)) return false;
  mkdirSync(path.join(root, '.build'), { recursive: true });
  return withLock(
    path.join(root, '.build', 'build.lock'),
    () => (isBuilt(root) ? false : build({ root, log, signal, quiet })),
    TEN_MINUTES,
  );
}

function isBuilt(root) {
  const { sources, webBuild } = readStamp(root);
  return (
    sources !== undefined &&
    webBuild === webBuildId(root) &&
    existsSync(bundleFile(root, 'worker')) &&
    sources === fingerprint(root)
  );
}

async function build({ root, log, signal, quiet }) {
  const began = performance.now();
  rmSync(stampFile(root), { force: true });
  // Taken before the build: what is edited meanwhile asks for another one.
  const sources = fingerprint(root);
  log('building (about a minute, once per change of the sources)');
  await buildBundles(root);
  const next = path.join(root, 'node_modules', 'next', 'dist', 'bin', 'next');
  const env = { ...process.env, NODE_ENV: 'production', NEXT_TELEMETRY_DISABLED: '1' };
  const result = await withPatience(log, 'building', () =>
    run(process.execPath, [next, 'build'], { cwd: root, env, signal, quiet }),
  );
  if (result.code !== 0) throw new Error(`next build failed:\n${result.output.trim()}`);
  const stamp = { sources, webBuild: webBuildId(root) };
  writeFileSync(stampFile(root), `${JSON.stringify(stamp, null, 2)}\n`);
  log(`built in ${seconds(began)} s`);
  return true;
}

function readStamp(root) {
  try {
    return JSON.parse(readFileSync(stampFile(root), 'utf8'));
  } catch {
    return {};
  }
}

function webBuildId(root) {
  const file = path.join(root, '.next', 'BUILD_ID');
  return existsSync(file) ? readFileSync(file, 'utf8') : undefined;
}

const stampFile = (root) => path.join(root, '.build', 'stamp.json');

if (import.meta.url === pathToFileURL(process.argv[1]).href) {
  const fresh = await ensureBuilt({
    root: path.resolve(import.meta.dirname, '..'),
    log: say,
    quiet: false,
  });
  if (!fresh) say('the build is up to date');
}
