import 'server-only';
import type { SQL } from 'drizzle-orm';
import { sql } from 'drizzle-orm';
import type { Tx } from '@/db/client';
import { withSystem, withWorkspace } from '@/db/client';
import type { KeptFor } from '@/lib/domain/retention/kept-for';

/** At most so many rows of a kind in one statement: a sweep must not hold up who works. */
const AT_ONCE = 500;

type Sweep = { what: string; statement: (days: KeptFor) => SQL };

const older = (column: SQL, days: number) =>
  sql`${column} < now() - make_interval(days => ${days})`;

/** What belongs to no workspace. */
const everywhere: readonly Sweep[] = [
  {
    what: 'webhook_bodies',
    statement: ({ webhookBodies }) => sql`
      delete from inbound_deliveries where id in (
        select id from inbound_deliveries
        where ${older(sql`received_at`, webhookBodies)} and state = 'done' limit ${AT_ONCE} for update skip locked)`,
  },
  {
    what: 'quarantined_bodies',
    statement: ({ quarantinedBodies }) => sql`
      delete from inbound_deliveries where id in (
        select id from inbound_deliveries
        where ${older(sql`received_at`, quarantinedBodies)} and state = 'quarantined' limit ${AT_ONCE} for update skip locked)`,
  },
  {
    what: 'sessions',
    statement: ({ endedSessions }) => sql`
      delete from sessions where id in (
        select id from sessions
        where ${older(sql`created_at`, endedSessions)} and (revoked_at is not null or expires_at < now())
        limit ${AT_ONCE} for update skip locked)`,
  },
];

/** What belongs to one. */
const inWorkspace: readonly Sweep[] = [
  {
    what: 'drafts',
    statement: ({ drafts }) => sql`
      delete from drafts where (conversation_id, member_id, mode) in (
        select conversation_id, member_id, mode from drafts
        where ${older(sql`updated_at`, drafts)} limit ${AT_ONCE} for update skip locked)`,
  },
  {
    what: 'notifications',
    statement: ({ notifications }) => sql`
      delete from notifications where id in (
        select id from notifications where ${older(sql`at`, notifications)} limit ${AT_ONCE} for update skip locked)`,
  },
  {
    what: 'emails',
    statement: ({ notifications }) => sql`
      delete from emails where (notification_id, times) in (
        select notification_id, times from emails
        where ${older(sql`created_at`, notifications)} limit ${AT_ONCE} for update skip locked)`,
  },
  {
    what: 'rule_runs',
    statement: ({ ruleRuns }) => sql`
      delete from rule_runs where id in (
        select id from rule_runs where ${older(sql`at`, ruleRuns)} limit ${AT_ONCE} for update skip locked)`,
  },
  {
    // The newest of each conversation says how it came to its owner, or why it waits.
    what: 'assignments',
    statement: ({ ruleRuns }) => sql`
      delete from assignments where id in (
        select a.id from assignments a where ${older(sql`a.at`, ruleRuns)}
          and exists (select from assignments later
            where later.workspace_id = a.workspace_id and later.conversation_id = a.conversation_id
              and later.at > a.at)
        limit ${AT_ONCE} for update of a skip locked)`,
  },
  {
    what: 'bulk_items',
    statement: ({ notifications }) => sql`
      delete from bulk_items where (bulk_id, conversation_id) in (
        select item.bulk_id, item.conversation_id from bulk_items item
        join bulk_actions bulk on bulk.workspace_id = item.workspace_id and bulk.id = item.bulk_id
        where ${older(sql`bulk.ended_at`, notifications)} limit ${AT_ONCE} for update of item skip locked)`,
  },
  {
    what: 'bulk_actions',
    statement: ({ notifications }) => sql`
      delete from bulk_actions bulk where ${older(sql`bulk.ended_at`, notifications)}
        and not exists (select from bulk_items item
          where item.workspace_id = bulk.workspace_id and item.bulk_id = bulk.id)`,
  },
  {
    what: 'connect_attempts',
    statement: ({ connectAttempts }) => sql`
      delete from connect_attempts where state_hash in (
        select state_hash from connect_attempts
        where ${older(sql`expires_at`, connectAttempts)} limit ${AT_ONCE} for update skip locked)`,
  },
];

/** Takes away what nobody needs any more, in small steps. Answers how many rows of which kind went. */
export async function sweep(
  keptFor: KeptFor,
  goesOn: () => boolean = () => true,
): Promise<Record<string, number>> {
  const gone: Record<string, number> = {};
  async function take(within: Within, sweeps: readonly Sweep[]): Promise<void> {
    for (const { what, statement } of sweeps) {
      // biome-ignore lint/performance/noAwaitInLoops: one small step after the other, beside the real work
      const rows = await emptied(within, statement(keptFor), goesOn);
      if (rows > 0) gone[what] = (gone[what] ?? 0) + rows;
    }
  }
  await take((run) => withSystem(run), everywhere);
  for (const id of await workspaceIds()) {
    // biome-ignore lint/performance/noAwaitInLoops: one small step after the other, beside the real work
    await take((run) => withWorkspace(id, run), inWorkspace);
  }
  return gone;
}

async function workspaceIds(): Promise<string[]> {
  const { rows } = await withSystem(
    (tx) => tx.execute<{ id: string }>(sql`select id from workspaces order by id`),
    'read',
  );
  return rows.map(({ id }) => id);
}

type Within = (run: (tx: Tx) => Promise<number>) => Promise<number>;

/** Repeats a statement until it finds less than it may take. */
async function emptied(within: Within, statement: SQL, goesOn: () => boolean): Promise<number> {
  let total = 0;
  while (goesOn()) {
    // biome-ignore lint/performance/noAwaitInLoops: each step is a transaction of its own
    const gone = await within(async (tx) => (await tx.execute(statement)).rowCount ?? 0);
    total += gone;
    if (gone < AT_ONCE) break;
  }
  return total;
}
