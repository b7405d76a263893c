import 'server-only';
import { and, eq, sql } from 'drizzle-orm';
import { withSystem } from '@/db/client';
import type { InboundTally } from '@/db/schema/inbound';
import { inboundDeliveries } from '@/db/schema/inbound';
import { workspaces } from '@/db/schema/workspaces';
import type { ClaimedDelivery } from './claim';

/** What became of a body. `uncounted`: the trouble was not the body's, so it costs none of its tries. */
export type Settlement =
  | { state: 'done'; tally: InboundTally }
  | { state: 'pending'; afterMs: number; uncounted: boolean; problem: string }
  | { state: 'quarantined'; tally: InboundTally; problem: string; concerns: readonly string[] };

/** Ends the lease. False when somebody else has the body by now: then nothing changes. */
export async function settleDelivery(
  { id, leaseId }: Pick<ClaimedDelivery, 'id' | 'leaseId'>,
  settlement: Settlement,
): Promise<boolean> {
  const concerns =
    settlement.state === 'quarantined' ? await concernedBy(settlement.concerns) : undefined;
  const settled = await withSystem((tx) =>
    tx
      .update(inboundDeliveries)
      .set({
        state: settlement.state,
        leaseId: null,
        leaseUntil: null,
        ...(settlement.state === 'pending' ? tryAgain(settlement) : end(settlement)),
        ...(concerns && { concerns }),
      })
      .where(and(eq(inboundDeliveries.id, id), eq(inboundDeliveries.leaseId, leaseId)))
      .returning({ id: inboundDeliveries.id }),
  );
  return settled.length === 1;
}

/** A body that names nobody concerns the only workspace there is, if there is only one. */
async function concernedBy(named: readonly string[]): Promise<string[]> {
  if (named.length > 0) return [...named];
  const all = await withSystem(
    (tx) => tx.select({ id: workspaces.id }).from(workspaces).limit(2),
    'read',
  );
  return all.length === 1 ? all.map((workspace) => workspace.id) : [];
}

function tryAgain({ afterMs, uncounted, problem }: Extract<Settlement, { state: 'pending' }>) {
  return {
    dueAt: sql`now() + ${`${afterMs} ms`}::interval`,
    problem,
    ...(uncounted && { tries: sql`greatest(${inboundDeliveries.tries} - 1, 0)` }),
  };
}

function end(settlement: Exclude<Settlement, { state: 'pending' }>) {
  return {
    dueAt: null,
    tally: settlement.tally,
    doneAt: sql`now()`,
    problem: settlement.state === 'quarantined' ? settlement.problem : null,
  };
}
