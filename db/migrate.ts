import { readFileSync } from 'node:fs';
import path from 'node:path';
import { stderr, stdout } from 'node:process';
import { drizzle } from 'drizzle-orm/node-postgres';
import { migrate } from 'drizzle-orm/node-postgres/migrator';
import pg from 'pg';

const LOCK = 7_272_101;

type Journal = { entries: { tag: string }[] };

/**
 * Brings a database to the newest schema. Any number of processes may call it at once: one works,
 * the others wait. Throws if the database knows other migrations than this checkout.
 */
export async function migrateDatabase(
  url: string,
  folder = path.resolve('db/migrations'),
): Promise<number> {
  const client = new pg.Client({ connectionString: url, application_name: 'porchlight migrate' });
  await client.connect();
  try {
    await client.query('select pg_advisory_lock($1)', [LOCK]);
    await client.query("set lock_timeout = '10s'");
    await migrate(drizzle(client), { migrationsFolder: folder });
    const applied = await appliedCount(client);
    const expected = migrationCount(folder);
    // The migrator silently skips a migration dated before the newest applied one.
    if (applied !== expected) {
      throw new Error(
        `The database has ${applied} migrations applied, this version has ${expected}. Deploy the matching version, or date the late migration anew.`,
      );
    }
    return applied;
  } finally {
    await client.end();
  }
}

/** How many migrations this checkout brings. */
export function migrationCount(folder = path.resolve('db/migrations')): number {
  const journal = readFileSync(path.join(folder, 'meta/_journal.json'), 'utf8');
  return (JSON.parse(journal) as Journal).entries.length;
}

async function appliedCount(client: pg.Client): Promise<number> {
  const { rows } = await client.query<{ count: number }>(
    'select count(*)::int as count from drizzle.__drizzle_migrations',
  );
  return rows[0]?.count ?? 0;
}

/** Drizzle says which statement failed, the database why. */
function reasonOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  return error.cause instanceof Error ? `${error.cause.message}\n${error.message}` : error.message;
}

if (process.argv[1] !== undefined && path.basename(process.argv[1]) === 'migrate.mjs') {
  const url = process.env['DATABASE_URL'];
  if (!url) {
    stderr.write('DATABASE_URL is missing: say which database to migrate.\n');
    process.exit(1);
  }
  try {
    stdout.write(`[database] schema is current (${await migrateDatabase(url)} migrations)\n`);
  } catch (error) {
    stderr.write(`[database] ${reasonOf(error)}\n`);
    process.exit(1);
  }
}
