import path from 'node:path';
import process from 'node:process';
import { ensureInstalled } from './install.mjs';
import { say } from './say.mjs';

// `npm run triage:measure -- FILE.csv [--learn N]`: how well triage tells complaints in a file of one's own.
const root = path.resolve(import.meta.dirname, '..');
await ensureInstalled({ root, log: say });
const { build, stop } = await import('esbuild');
const outfile = path.join(root, '.build', 'triage-measure.mjs');
await build({
  absWorkingDir: root,
  entryPoints: ['scripts/triage/measure.ts'],
  outfile,
  bundle: true,
  platform: 'node',
  format: 'esm',
  target: 'node20',
  packages: 'external',
});
await stop();
const { measure } = await import(outfile);
// npm runs its scripts in the project; the file is named from where the person stands.
const from = process.env['INIT_CWD'] ?? process.cwd();
process.exitCode = measure(process.argv.slice(2), from);
