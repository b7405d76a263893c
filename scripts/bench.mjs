import path from 'node:path';
import process from 'node:process';
import { ensureBuilt } from './build.mjs';
import { ensureInstalled } from './install.mjs';
import { say } from './say.mjs';

// `npm run bench [-- PART… --million]`: installs and builds what is missing, then measures the product.
const root = path.resolve(import.meta.dirname, '..');
process.chdir(root);
await ensureInstalled({ root, log: say });
await ensureBuilt({ root, log: say });
const { build } = await import('esbuild');
await build({
  entryPoints: ['scripts/bench/main.ts'],
  outfile: '.build/bench.mjs',
  bundle: true,
  platform: 'node',
  format: 'esm',
  target: 'node20',
  packages: 'external',
  alias: { 'server-only': path.join(root, 'node_modules/server-only/empty.js') },
});
const { startStack } = await import('./stack.mjs');
const { bench, parts } = await import('../.build/bench.mjs');
const asked = process.argv.slice(2);
const only = asked.filter((name) => name !== '--million');
const unknown = only.find((name) => !(name in parts));
if (unknown) {
  say(`There is no part "${unknown}" to measure. There are: ${Object.keys(parts).join(', ')}.`);
  process.exitCode = 1;
} else await bench({ root, startStack, million: asked.includes('--million'), only });
