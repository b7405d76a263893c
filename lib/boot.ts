import 'server-only';
import { setTimeout as rest } from 'node:timers/promises';
import { single } from '@/db/client';
import { migrationCount } from '@/db/migrate';
import { sqlStateOf } from './commands/retry';
import { env } from './env';
import { log } from './log';

const PATIENCE_MS = 30_000;
const PAUSE_MS = 250;

/** SQLSTATE classes by which a database turns this login away, or does not know its name: waiting changes nothing. */
const turnedAway = /^(28|3D)/;

type Login = { name: string; superuser: boolean; bypasses_rls: boolean };

/**
 * Throws, with every reason in one sentence each, when this process must not run in production:
 * settings missing or left at their example, a database login that no fence holds, an old schema.
 */
export async function refuseUnsafeBoot(): Promise<void> {
  if (env().NODE_ENV !== 'production') return;
  const problems = await whenItAnswers(async () => [
    ...(await loginProblems()),
    ...(await schemaProblems()),
  ]);
  if (problems.length > 0) throw new Error(`Porchlight will not start. ${problems.join(' ')}`);
}

/** A database that is being restarted is waited for, 30 s at most. */
async function whenItAnswers<T>(look: () => Promise<T>): Promise<T> {
  const end = Date.now() + PATIENCE_MS;
  for (;;) {
    try {
      // biome-ignore lint/performance/noAwaitInLoops: asked until it answers
      return await look();
    } catch (error) {
      if (turnedAway.test(sqlStateOf(error)) || Date.now() > end) throw error;
      log.warn({ err: error }, 'the database does not answer yet');
      await rest(PAUSE_MS);
    }
  }
}

async function loginProblems(): Promise<string[]> {
  const [login] = await single<Login>({
    text: 'select rolname as name, rolsuper as superuser, rolbypassrls as bypasses_rls from pg_roles where rolname = current_user',
  });
  if (!login) return ['The database login of DATABASE_URL cannot be looked at.'];
  const ways = [
    ...(login.superuser ? ['is a superuser'] : []),
    ...(login.bypasses_rls ? ['has BYPASSRLS'] : []),
  ];
  return ways.map(
    (way) =>
      `The database login "${login.name}" of DATABASE_URL ${way}: row-level security would not hold it. Use a login without.`,
  );
}

async function schemaProblems(): Promise<string[]> {
  const [known] = await single<{ there: boolean }>({
    text: "select to_regclass('drizzle.__drizzle_migrations') is not null as there",
  });
  const applied = known?.there ? await appliedMigrations() : 0;
  const expected = migrationCount();
  if (applied === expected) return [];
  return [
    applied < expected
      ? `The database has ${applied} of ${expected} migrations. Run \`npm run migrate\` first.`
      : `The database has ${applied} migrations, this version knows ${expected}. Deploy the matching version.`,
  ];
}

async function appliedMigrations(): Promise<number> {
  const [row] = await single<{ count: number }>({
    text: 'select count(*)::int as count from drizzle.__drizzle_migrations',
  });
  return row?.count ?? 0;
}
