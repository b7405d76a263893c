import 'server-only';
import { and, eq, sql } from 'drizzle-orm';
import type { Tx } from '@/db/client';
import { withSystem } from '@/db/client';
import type { InboundTally } from '@/db/schema/inbound';
import { inboundDeliveries } from '@/db/schema/inbound';
import { workspaces } from '@/db/schema/workspaces';
import type { ClaimedDelivery } from './claim';

type Done = { state: 'done'; tally: InboundTally };
type Pending = { state: 'pending'; afterMs: number; uncounted: boolean; problem: string };
type Quarantined = {
  state: 'quarantined';
  tally: InboundTally;
  problem: string;
  concerns: readonly string[];
};

/** What became of a body. `uncounted`: the trouble was not the body's, so it costs none of its tries. */
export type Settlement = Done | Pending | Quarantined;

type Held = Pick<ClaimedDelivery, 'id' | 'leaseId'>;

/** Ends the leases. A body that somebody else has by now is left alone. */
export async function settleDeliveries(
  all: readonly { delivery: Held; settlement: Settlement }[],
): Promise<void> {
  if (all.length === 0) return;
  const done = all.flatMap(({ delivery: { id, leaseId }, settlement }) =>
    settlement.state === 'done' ? [{ id, leaseId, tally: settlement.tally }] : [],
  );
  await withSystem(async (tx) => {
    if (done.length > 0) await finish(tx, done);
    for (const { delivery, settlement } of all) {
      // biome-ignore lint/performance/noAwaitInLoops: one connection runs one statement at a time
      if (settlement.state === 'pending') await postpone(tx, delivery, settlement);
      if (settlement.state === 'quarantined') await setAside(tx, delivery, settlement);
    }
  });
}

async function finish(tx: Tx, done: (Held & { tally: InboundTally })[]): Promise<void> {
  await tx.execute(sql`
    update inbound_deliveries held set state = 'done', lease_id = null, lease_until = null,
      due_at = null, problem = null, done_at = now(), tally = done.tally
    from jsonb_to_recordset(${JSON.stringify(done)}::jsonb)
      as done(id uuid, "leaseId" uuid, tally jsonb)
    where held.id = done.id and held.lease_id = done."leaseId"`);
}

async function postpone(tx: Tx, held: Held, { afterMs, uncounted, problem }: Pending) {
  await tx
    .update(inboundDeliveries)
    .set({
      state: 'pending',
      leaseId: null,
      leaseUntil: null,
      dueAt: sql`now() + ${afterMs} * interval '1 millisecond'`,
      problem,
      ...(uncounted && { tries: sql`greatest(${inboundDeliveries.tries} - 1, 0)` }),
    })
    .where(isHeld(held));
}

async function setAside(tx: Tx, held: Held, { tally, problem, concerns }: Quarantined) {
  await tx
    .update(inboundDeliveries)
    .set({
      state: 'quarantined',
      leaseId: null,
      leaseUntil: null,
      dueAt: null,
      doneAt: sql`now()`,
      tally,
      problem,
      concerns: await concernedBy(tx, concerns),
    })
    .where(isHeld(held));
}

/** A body that names nobody concerns the only workspace there is, if there is only one. */
async function concernedBy(tx: Tx, named: readonly string[]): Promise<string[]> {
  if (named.length > 0) return [...named];
  const all = await tx.select({ id: workspaces.id }).from(workspaces).limit(2);
  return all.length === 1 ? all.map((workspace) => workspace.id) : [];
}

function isHeld({ id, leaseId }: Held) {
  return and(eq(inboundDeliveries.id, id), eq(inboundDeliveries.leaseId, leaseId));
}
