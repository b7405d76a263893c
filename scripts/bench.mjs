import path from 'node:path';
import process from 'node:process';
import { ensureBuilt } from './build.mjs';
import { ensureInstalled } from './install.mjs';
import { say } from './say.mjs';

// `npm run bench [-- --million]`: installs and builds what is missing, then measures the product.
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
const { bench } = await import('../.build/bench.mjs');
await bench({ root, startStack, million: process.argv.includes('--million') });
