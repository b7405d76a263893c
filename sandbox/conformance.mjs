import { spawnSync } from 'node:child_process';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';

// Usage: node sandbox/conformance.mjs path/to/openapi.json
const root = fileURLToPath(new URL('..', import.meta.url));
const program = path.join(root, '.build/sandbox-conformance.mjs');

await build({
  entryPoints: [path.join(root, 'sandbox/conformance/main.ts')],
  outfile: program,
  absWorkingDir: root,
  bundle: true,
  packages: 'external',
  platform: 'node',
  format: 'esm',
  logLevel: 'error',
});
const { status } = spawnSync(process.execPath, [program, ...process.argv.slice(2)], {
  stdio: 'inherit',
});
process.exitCode = status ?? 1;
