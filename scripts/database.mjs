import { readFileSync } from 'node:fs';
import path from 'node:path';
import { bundleFile } from './bundles.mjs';
import { ensurePostgres } from './postgres.mjs';
import { run } from './run.mjs';

/**
 * The database that the processes will use: `{ url, isOwn, cluster }`. With a `url` of somebody's own
 * nothing is started; without one the embedded server is, and `fresh` empties its database.
 */
export async function ensureDatabase({ root, home, url, fast, fresh, log }) {
  if (url) return { url, isOwn: false };
  const cluster = await ensurePostgres({ root, home, fast, log });
  if (fresh) await cluster.dropDatabase('porchlight');
  if (!(await cluster.hasDatabase('porchlight'))) await cluster.createDatabase('porchlight');
  return { url: cluster.url('porchlight'), isOwn: true, cluster };
}

/** Whether schema and demo are there already, which spares two processes at every start but the first. */
export async function isPrepared({ root, cluster }) {
  const journal = path.join(root, 'db', 'migrations', 'meta', '_journal.json');
  const wanted = JSON.parse(readFileSync(journal, 'utf8')).entries.length;
  const question = `select (select count(*)::int from drizzle.__drizzle_migrations) as applied,
    exists (select from workspaces) as filled`;
  const [found] = await cluster.rows('porchlight', question).catch(() => []);
  return found?.applied === wanted && found.filled;
}

/** Brings the schema up to date; waits for others who do the same. */
export function migrate(context) {
  return runBundle({ ...context, name: 'migrate', purpose: 'The database could not be migrated' });
}

/** Fills an empty database with the demo; one that has it already is left as it is. Answers what it printed. */
export function seed(context) {
  return runBundle({ ...context, name: 'seed', purpose: 'The demo could not be laid out' });
}

async function runBundle({ root, env, signal, name, purpose }) {
  const result = await run(process.execPath, ['--enable-source-maps', bundleFile(root, name)], {
    cwd: root,
    env,
    signal,
    quiet: true,
  });
  if (result.code !== 0) throw new Error(`${purpose}:\n${result.output.trim()}`);
  return result.output.trim();
}
