import 'server-only';
import { sql } from 'drizzle-orm';
import { withSystem } from '@/db/client';
import { asSystem } from '../command';
import { keepPromises } from './keep';

/** A change of policies or calendars that is on its way to the open conversations. */
export type Spread = { workspaceId: string; spreadId: string };

/** So many conversations in one transaction: nobody who answers one of them waits long. */
const AT_ONCE = 50;

/** What is on its way, the oldest first. */
export async function runningSpreads(limit: number): Promise<Spread[]> {
  const { rows } = await withSystem(
    (tx) =>
      tx.execute<Spread>(sql`
        select workspace_id as "workspaceId", id as "spreadId" from sla_spreads
        where ended_at is null order by created_at, id limit ${limit}`),
    'read',
  );
  return rows;
}

/**
 * Carries what is current now to the next open conversations. Answers how many those were; none when it
 * is through, or another worker is at it.
 */
export function spreadOn({ workspaceId, spreadId }: Spread): Promise<number> {
  return asSystem(workspaceId, async ({ tx }) => {
    const { rows } = await tx.execute<{ ids: string[] }>(sql`
      with spread as (
        select id, reached from sla_spreads
        where workspace_id = ${workspaceId} and id = ${spreadId} and ended_at is null
        for update skip locked
      ), next as (
        select c.id from conversations c, spread
        where c.workspace_id = ${workspaceId} and (spread.reached is null or c.id > spread.reached)
          and c.status in ('open', 'waiting', 'on_hold', 'snoozed')
        order by c.id limit ${AT_ONCE}
      ), moved as (
        update sla_spreads set reached = coalesce((select next.id from next order by next.id desc limit 1), spread.reached),
          ended_at = case when exists (select from next) then null else clock_timestamp() end
        from spread where sla_spreads.workspace_id = ${workspaceId} and sla_spreads.id = spread.id
      )
      select coalesce(array_agg(id order by id), '{}') as ids from next`);
    const ids = rows[0]?.ids ?? [];
    const events = await keepPromises(tx, { workspaceId, events: [], carry: { ids } });
    return { value: ids.length, events };
  });
}
