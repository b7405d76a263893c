import 'server-only';
import { sql } from 'drizzle-orm';
import { withWorkspace } from '@/db/client';
import { eventBudget } from '@/lib/domain/contact/outside-event';

/** What a key has left after it was used; `allowed` is false when it had not enough, and keeps what it had. */
export type Spent = { allowed: boolean; left: number };

/**
 * Takes so many events from the budget of a key, which fills up by the database's clock. One statement under
 * the key's row, so that of many at once no more come through than there is room for. Undefined once it is revoked.
 */
export async function spendKey(
  { workspaceId, keyId }: { workspaceId: string; keyId: string },
  events: number,
): Promise<Spent | undefined> {
  return await withWorkspace(workspaceId, async (tx) => {
    const isKey = sql`workspace_id = ${workspaceId} and id = ${keyId} and revoked_at is null`;
    const taken = await tx.execute<{ left: number }>(sql`
      update api_keys set budget = ${filled} - ${events}::int, budget_at = clock_timestamp(), last_used_at = now()
      where ${isKey} and ${filled} >= ${events}::int returning budget as left`);
    if (taken.rows[0]) return { allowed: true, left: taken.rows[0].left };
    const kept = await tx.execute<{ left: number }>(
      sql`select ${filled} as left from api_keys where ${isKey}`,
    );
    return kept.rows[0] && { allowed: false, left: kept.rows[0].left };
  });
}

const filled = sql.raw(`least(${eventBudget.most}, budget + ${eventBudget.perSecond}
  * greatest(0, extract(epoch from clock_timestamp() - budget_at)::double precision))`);
