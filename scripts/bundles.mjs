import path from 'node:path';
import { pathToFileURL } from 'node:url';

const entries = {
  worker: 'lib/jobs/worker.ts',
  migrate: 'db/migrate.ts',
  seed: 'db/seed.ts',
  team: 'db/seed/team.ts',
};

/** Bundles what runs beside the web server into .build/. */
export async function buildBundles(root) {
  const { build, stop } = await import('esbuild');
  const { buildSandbox } = await import(
    pathToFileURL(path.join(root, 'sandbox', 'build.mjs')).href
  );
  await build(options(root, entries));
  await buildSandbox();
  // Its service would stay for as long as the launcher does.
  await stop();
}

/** Bundles the worker again whenever its sources change, and tells. For development. */
export async function watchWorker(root, onRebuilt) {
  const { context } = await import('esbuild');
  let isFirst = true;
  const tell = {
    name: 'tell',
    setup: (build) =>
      build.onEnd(({ errors }) => {
        if (!isFirst && errors.length === 0) onRebuilt();
        isFirst = false;
      }),
  };
  const watched = await context({
    ...options(root, { worker: entries.worker }),
    plugins: [tell],
  });
  await watched.watch();
}

function options(root, entryPoints) {
  return {
    absWorkingDir: root,
    entryPoints,
    outdir: '.build',
    outExtension: { '.js': '.mjs' },
    bundle: true,
    platform: 'node',
    format: 'esm',
    target: 'node20',
    packages: 'external',
    // The package throws outside React's server build; its empty half is what that build uses.
    alias: { 'server-only': path.join(root, 'node_modules', 'server-only', 'empty.js') },
    sourcemap: 'linked',
    logLevel: 'error',
  };
}

export const bundleFile = (root, name) => path.join(root, '.build', `${name}.mjs`);
