import type { TestProject } from 'vitest/node';
import { ensurePostgres } from '../scripts/postgres.mjs';
import { migrateDatabase } from './migrate';

declare module 'vitest' {
  // biome-ignore lint/style/useConsistentTypeDefinitions: only an interface can be added to from outside
  export interface ProvidedContext {
    testCluster: TestCluster;
  }
}

export type TestCluster = { adminUrl: string; loginUrl: string; template: string };

let stop: () => Promise<void> = () => Promise.resolve();

/** Once per run: a cluster of the tests' own with one migrated template, cloned by each test file. */
export async function setup(project: TestProject): Promise<void> {
  const cluster = await ensurePostgres({ home: '.test/pg-db', fast: true });
  const template = `template_${process.pid}`;
  await dropOldDatabases(cluster);
  await migrateDatabase(await cluster.createDatabase(template));
  project.provide('testCluster', {
    adminUrl: cluster.url('postgres', 'superuser'),
    loginUrl: cluster.url('postgres'),
    template,
  });
  stop = async () => {
    await cluster.dropDatabase(template);
    await cluster.stop();
  };
}

export async function teardown(): Promise<void> {
  await stop();
}

async function dropOldDatabases(cluster: Awaited<ReturnType<typeof ensurePostgres>>) {
  const { default: pg } = await import('pg');
  const client = new pg.Client({ connectionString: cluster.url('postgres', 'superuser') });
  await client.connect();
  const { rows } = await client.query<{ datname: string }>(
    "select datname from pg_database where datname ~ '^(t|template)_[0-9]+'",
  );
  await client.end();
  // Another run may be under way on the same cluster: only what a dead run left behind goes.
  for (const { datname } of rows.filter(({ datname }) => !isAlive(Number(datname.split('_')[1])))) {
    await cluster.dropDatabase(datname);
  }
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
}
