import 'server-only';
import { prepared, withWorkspace } from '@/db/client';
import type { Actor } from '@/lib/domain/access/can';
import type { OfferState } from '@/lib/domain/offers/offer';
import { iso } from '../inbox/columns';
import { requirePermission } from '../permission';
import { outcome } from './outcome';

/** An offer as a line of a list. Instants are ISO 8601. */
export type OfferLine = {
  id: string;
  name: string;
  state: OfferState;
  channel: string;
  author: string;
  createdAt: string;
  startedAt: string | null;
  endedAt: string | null;
  /** How many people it came to, how many it is for, and how many it was kept from. */
  given: number;
  total: number;
  keptBack: number;
};

/** Every offer, the newest first; at most two hundred. */
export async function offerList(actor: Actor): Promise<OfferLine[]> {
  requirePermission(actor, 'offer.read');
  return await withWorkspace(
    actor.workspaceId,
    (tx) =>
      prepared<OfferLine>(tx, {
        name: 'offer_list',
        text: `
          select o.id, o.name, o.state, h.handle as channel, m.name as author,
            ${iso('o.created_at')} as "createdAt", ${iso('o.started_at')} as "startedAt",
            ${iso('o.ended_at')} as "endedAt", came.given, came.total, came."keptBack"
          from (
            select * from offers where workspace_id = $1 order by created_at desc, id desc limit 200
          ) o
          join channels h on h.workspace_id = o.workspace_id and h.id = o.channel_id
          join members m on m.workspace_id = o.workspace_id and m.id = o.author_id
          cross join lateral (
            select count(*)::int as total,
              count(*) filter (where ${outcome} = 'given')::int as given,
              count(*) filter (where ${outcome} = 'kept_back')::int as "keptBack"
            from offer_recipients r
            left join deliveries d on d.workspace_id = r.workspace_id and d.message_id = r.message_id
            where r.workspace_id = o.workspace_id and r.offer_id = o.id) came
          order by o.created_at desc, o.id desc`,
        values: [actor.workspaceId],
      }),
    'read',
  );
}
