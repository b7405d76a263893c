import 'server-only';
import { single } from '@/db/client';
import journal from '@/db/migrations/meta/_journal.json';
import { env } from '@/lib/env';

const WORKER_SILENCE_MS = 60_000;

/** Beats come every 5 s of real life but never faster than four a second: a shrunk limit must allow for some. */
const SHORTEST_SILENCE_MS = 5_000;

/** Whether this server can do its work: the schema it was built for, and a worker that lives. Rejects without a database. */
export async function readiness(): Promise<{ ready: boolean; problems: string[] }> {
  const silenceMs = Math.max(SHORTEST_SILENCE_MS, WORKER_SILENCE_MS * env().TIME_SCALE);
  const [row] = await single<{ migrations: number; worker: boolean }>({
    text: `select
      (select count(*)::int from drizzle.__drizzle_migrations) as migrations,
      exists (select from worker_heartbeats
        where beat_at > now() - $1 * interval '1 millisecond') as worker`,
    values: [silenceMs],
  });
  const problems = [
    ...(row?.migrations === journal.entries.length ? [] : ['migrations']),
    ...(row?.worker ? [] : ['worker']),
  ];
  return { ready: problems.length === 0, problems };
}
