import 'server-only';
import { z } from 'zod';
import type { Tx } from '@/db/client';
import { prepared, withWorkspace } from '@/db/client';
import type { Actor } from '@/lib/domain/access/can';
import type { DeliveryState } from '@/lib/domain/delivery/states';
import type { KeptBackReason, Outcome } from '@/lib/domain/offers/kept-back';
import { outcomes } from '@/lib/domain/offers/kept-back';
import { Refusal } from '@/lib/domain/refusal';
import { contactName, iso } from '../inbox/columns';
import { requirePermission } from '../permission';
import { outcome, reason, recipientsOf } from './outcome';

/** One person whom an offer is for. Instants are ISO 8601. */
export type RecipientLine = {
  identityId: string;
  conversationId: string;
  name: string;
  handle: string | null;
  outcome: Outcome;
  reason: KeptBackReason | null;
  /** Their code, once they have one. */
  code: string | null;
  delivery: DeliveryState | null;
  decidedAt: string | null;
  dueAt: string | null;
};

export type RecipientPage = {
  lines: RecipientLine[];
  /** Where the next page begins; null after the last one. */
  after: string | null;
};

const pageSize = 50;

const asked = z.object({
  outcome: z.enum(outcomes).nullable(),
  reason: z.string().max(60).nullable(),
  after: z.uuid().nullable(),
});
type Asked = z.output<typeof asked>;

/** Whom an offer is for, a page at a time; all of them, or those with one outcome and reason. */
export async function recipients(
  actor: Actor,
  offerId: string,
  search: URLSearchParams,
): Promise<RecipientPage> {
  requirePermission(actor, 'offer.read');
  const page = asked.parse({
    outcome: search.get('outcome'),
    reason: search.get('reason'),
    after: search.get('after'),
  });
  return await withWorkspace(
    actor.workspaceId,
    async (tx) => {
      await requireOffer(tx, actor.workspaceId, offerId);
      const lines = await recipientLines(tx, actor.workspaceId, {
        ...page,
        offerId,
        limit: pageSize + 1,
      });
      const shown = lines.slice(0, pageSize);
      const after = lines.length > pageSize ? (shown.at(-1)?.identityId ?? null) : null;
      return { lines: shown, after };
    },
    'read',
  );
}

/** Refuses as `not_found`, also what is another workspace's or no id at all. */
async function requireOffer(tx: Tx, workspaceId: string, offerId: string): Promise<void> {
  const found = await prepared(tx, {
    name: 'offer_exists',
    text: 'select from offers where workspace_id = $1 and id::text = $2',
    values: [workspaceId, offerId],
  });
  if (found.length === 0) throw new Refusal('not_found', 'There is no such offer here.');
}

type Which = Asked & { offerId: string; limit: number };

/** In the order of their ids, which is the order in which they became known. */
export function recipientLines(
  tx: Tx,
  workspaceId: string,
  { offerId, outcome: only, reason: why, after, limit }: Which,
): Promise<RecipientLine[]> {
  return prepared<RecipientLine>(tx, {
    name: 'offer_recipients_page',
    text: `
      select came.identity_id as "identityId", came.conversation_id as "conversationId",
        ${contactName} as name, i.handle, came.outcome, came.reason, g.code,
        came.delivery, ${iso('came.decided_at')} as "decidedAt", ${iso('came.due_at')} as "dueAt"
      from (
        select r.*, d.state as delivery, ${outcome} as outcome, ${reason} as reason
        from ${recipientsOf}) came
      join identities i on i.workspace_id = came.workspace_id and i.id = came.identity_id
      left join offer_codes g on g.workspace_id = came.workspace_id and g.offer_id = came.offer_id
        and g.identity_id = came.identity_id
      where ($3::text is null or came.outcome = $3)
        and ($4::text is null or coalesce(came.reason, '') = $4)
        and ($5::uuid is null or came.identity_id > $5)
      order by came.identity_id limit $6`,
    values: [workspaceId, offerId, only, why, after, limit],
  });
}
