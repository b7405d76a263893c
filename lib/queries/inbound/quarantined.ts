import 'server-only';
import { desc, eq } from 'drizzle-orm';
import { withWorkspace } from '@/db/client';
import { inboundDeliveries } from '@/db/schema/inbound';
import type { Actor } from '@/lib/domain/access/can';
import { isoInstant } from '@/lib/domain/conversation/instant';
import { requirePermission } from '../permission';

/** A webhook body that could not be taken in. Never the body: only that it exists, and what the trouble is. */
export type QuarantinedView = {
  id: string;
  network: string;
  receivedAt: string;
  tries: number;
  problem: string;
};

const MOST_SHOWN = 100;

/** The newest quarantined bodies that concern this workspace; the database's own fence sees to that. */
export async function quarantinedInbound(actor: Actor): Promise<QuarantinedView[]> {
  requirePermission(actor, 'inbound.inspect');
  const rows = await withWorkspace(
    actor.workspaceId,
    (tx) =>
      tx
        .select({
          id: inboundDeliveries.id,
          network: inboundDeliveries.network,
          receivedAt: inboundDeliveries.receivedAt,
          tries: inboundDeliveries.tries,
          problem: inboundDeliveries.problem,
        })
        .from(inboundDeliveries)
        .where(eq(inboundDeliveries.state, 'quarantined'))
        .orderBy(desc(inboundDeliveries.receivedAt))
        .limit(MOST_SHOWN),
    'read',
  );
  return rows.map((row) => ({
    ...row,
    receivedAt: isoInstant(row.receivedAt),
    problem: row.problem ?? 'unknown',
  }));
}
