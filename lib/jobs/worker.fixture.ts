import type { ChildProcess } from 'node:child_process';
import { fork } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import path from 'node:path';
import { build } from 'esbuild';

/** Workers of their own, as processes that can be killed; built from the sources as they are. */
export async function realWorkers(settings: Record<string, string>) {
  // Within the repository: what it imports is looked for from there.
  const home = mkdtempSync(path.join(process.cwd(), '.test', 'worker-'));
  const file = path.join(home, 'worker.mjs');
  await build({
    entryPoints: ['lib/jobs/worker.ts'],
    outfile: file,
    bundle: true,
    platform: 'node',
    format: 'esm',
    target: 'node20',
    packages: 'external',
    alias: { 'server-only': path.resolve('node_modules/server-only/empty.js') },
    logLevel: 'error',
  });
  const running = new Set<ChildProcess>();
  return {
    start() {
      const child = fork(file, { env: { ...process.env, ...settings }, stdio: 'ignore' });
      running.add(child);
      child.on('exit', () => running.delete(child));
      return child;
    },
    async end() {
      const ends = [...running].map((child) => once(child, 'exit'));
      for (const child of running) child.kill('SIGKILL');
      await Promise.all(ends);
      rmSync(home, { recursive: true, force: true });
    },
  };
}
