import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';

const root = fileURLToPath(new URL('..', import.meta.url));

/** Writes the sandbox and its page to `.build/`: sandbox.mjs, sandbox-page/page.js and page.css with its fonts. */
export async function buildSandbox(outDir = path.join(root, '.build')) {
  await Promise.all([buildServer(outDir), buildPage(path.join(outDir, 'sandbox-page'))]);
}

function buildServer(outDir) {
  return build({
    ...common,
    entryPoints: [path.join(root, 'sandbox/main.ts')],
    outfile: path.join(outDir, 'sandbox.mjs'),
    platform: 'node',
    target: 'node20',
  });
}

function buildPage(outDir) {
  return build({
    ...common,
    entryPoints: { page: path.join(root, 'sandbox/page/page.tsx') },
    outdir: outDir,
    platform: 'browser',
    target: 'es2022',
    jsx: 'automatic',
    minify: true,
    assetNames: '[name]',
    loader: { '.woff2': 'file' },
    define: { 'process.env.NODE_ENV': '"production"' },
  });
}

const common = { bundle: true, format: 'esm', logLevel: 'error', absWorkingDir: root };

if (process.argv[1] === fileURLToPath(import.meta.url)) await buildSandbox();
