import 'server-only';
import { inArray, sql } from 'drizzle-orm';
import type { Tx } from '@/db/client';
import { withSystem } from '@/db/client';
import { signInThrottle } from '@/db/schema/accounts';
import { Refusal } from '@/lib/domain/refusal';

/** How many tries a key has. `slides`: every try that is let through starts the wait anew. */
export type Allowance = { key: string; tries: number; seconds: number; slides: boolean };

/**
 * Takes one try from every allowance, or from none: refuses as `too_many` when one of them is spent.
 * Taken before the password is looked at, so that tries at the same moment are counted too.
 */
export async function takeTry(allowances: readonly Allowance[]): Promise<void> {
  await withSystem(async (tx) => {
    // Always in the same order, so that two tries cannot wait for each other.
    for (const allowance of allowances.toSorted((a, b) => (a.key < b.key ? -1 : 1))) {
      // biome-ignore lint/performance/noAwaitInLoops: one connection runs one statement at a time
      if (!(await take(tx, allowance))) throw tooMany(await secondsLeft(tx, allowance.key));
    }
  });
}

/** The right password takes nothing: what `takeTry` took comes back. */
export async function giveTryBack(allowances: readonly Allowance[]): Promise<void> {
  const keys = allowances.map(({ key }) => key);
  await withSystem(async (tx) => {
    await tx
      .update(signInThrottle)
      .set({ points: sql`greatest(points - 1, 0)` })
      .where(inArray(signInThrottle.key, keys));
    await tx.execute(sql`
      delete from sign_in_throttle where key in (
        select key from sign_in_throttle where window_ends_at < now() limit 500 for update skip locked)`);
  });
}

async function take(tx: Tx, { key, tries, seconds, slides }: Allowance): Promise<boolean> {
  const { rowCount } = await tx.execute(sql`
    insert into sign_in_throttle as spent (key, points, window_ends_at)
    values (${key}, 1, now() + make_interval(secs => ${seconds}))
    on conflict (key) do update set
      points = case when spent.window_ends_at > now() then spent.points + 1 else 1 end,
      window_ends_at = case when spent.window_ends_at > now() and not ${slides}
        then spent.window_ends_at else excluded.window_ends_at end
    where spent.window_ends_at <= now() or spent.points < ${tries}`);
  return rowCount === 1;
}

async function secondsLeft(tx: Tx, key: string): Promise<number> {
  const { rows } = await tx.execute<{ seconds: number }>(sql`
    select greatest(ceil(extract(epoch from window_ends_at - now())), 1)::int as seconds
    from sign_in_throttle where key = ${key}`);
  return rows[0]?.seconds ?? 1;
}

function tooMany(seconds: number): Refusal {
  const minutes = Math.ceil(seconds / 60);
  const wait = minutes === 1 ? 'a minute' : `${minutes} minutes`;
  return new Refusal('too_many', `Too many tries. Wait ${wait}, then try again.`, {
    retryAfterSeconds: seconds,
  });
}
