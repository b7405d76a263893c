import 'server-only';
import type { Tx } from '@/db/client';
import { prepared, withWorkspace } from '@/db/client';
import { trafficOf } from '@/lib/channel-traffic';
import type { Actor, Role } from '@/lib/domain/access/can';
import { holdersOf } from '@/lib/domain/access/can';
import type { OfferState } from '@/lib/domain/offers/offer';
import { isWindowSpent } from '@/lib/domain/offers/room';
import { Refusal } from '@/lib/domain/refusal';
import { iso } from '../inbox/columns';
import { requirePermission } from '../permission';
import type { AudiencePreview } from './audience';
import { audiencePreview } from './audience';
import type { OutcomeGroup } from './outcome';
import { outcome, reason, recipientsOf } from './outcome';

type OfferRow = {
  id: string;
  name: string;
  body: string;
  state: OfferState;
  version: number;
  labelIds: string[];
  channelId: string;
  channel: string;
  network: string;
  /** Nothing leaves this channel until somebody connects it again. */
  channelIsCut: boolean;
  authorId: string;
  author: string;
  approver: string | null;
  approvedAt: string | null;
  createdAt: string;
  startedAt: string | null;
  endedAt: string | null;
  codes: { total: number; given: number; next: string | null };
  /** When the first of those who wait has their turn. */
  nextDueAt: string | null;
};

/** An offer with all that its page says of it. Instants are ISO 8601. */
export type OfferView = OfferRow & {
  audience: AudiencePreview;
  groups: OutcomeGroup[];
  /** Who could approve it: everybody who may, but its author. */
  approvers: string[];
  /** Half of what the channel may send is sent: the rest stays for replies until then. */
  windowSpentUntil: string | null;
};

export async function offerView(actor: Actor, offerId: string): Promise<OfferView> {
  requirePermission(actor, 'offer.read');
  const { workspaceId } = actor;
  return await withWorkspace(
    workspaceId,
    async (tx) => {
      const offer = await offerRow(tx, workspaceId, offerId);
      const traffic = await trafficOf(tx, workspaceId, offer.channelId);
      return {
        ...offer,
        audience: await audiencePreview(tx, workspaceId, offer),
        groups: await groupsOf(tx, workspaceId, offerId),
        approvers: await approversOf(tx, workspaceId, offer.authorId),
        windowSpentUntil: isWindowSpent(traffic) ? new Date(traffic.resetAt).toISOString() : null,
      };
    },
    'read',
  );
}

/** Refuses as `not_found`, also for what is another workspace's or no id at all. */
async function offerRow(tx: Tx, workspaceId: string, offerId: string): Promise<OfferRow> {
  const [row] = await prepared<OfferRow>(tx, {
    name: 'offer_view',
    text: `
      select o.id, o.name, o.body, o.state, o.version, o.label_ids as "labelIds",
        o.channel_id as "channelId", h.handle as channel, h.network,
        h.status in ('reconnect', 'disconnected') as "channelIsCut",
        o.author_id as "authorId", m.name as author, a.name as approver,
        ${iso('o.approved_at')} as "approvedAt", ${iso('o.created_at')} as "createdAt",
        ${iso('o.started_at')} as "startedAt", ${iso('o.ended_at')} as "endedAt",
        (select jsonb_build_object('total', count(*), 'given', count(identity_id),
            'next', (array_agg(code order by no) filter (where identity_id is null))[1])
          from offer_codes where workspace_id = $1 and offer_id = o.id) as codes,
        (select ${iso('min(due_at)')} from offer_recipients
          where workspace_id = $1 and offer_id = o.id and state = 'waiting') as "nextDueAt"
      from offers o
      join channels h on h.workspace_id = o.workspace_id and h.id = o.channel_id
      join members m on m.workspace_id = o.workspace_id and m.id = o.author_id
      left join members a on a.workspace_id = o.workspace_id and a.id = o.approved_by
      where o.workspace_id = $1 and o.id::text = $2`,
    values: [workspaceId, offerId],
  });
  if (!row) throw new Refusal('not_found', 'There is no such offer here.');
  return row;
}

function groupsOf(tx: Tx, workspaceId: string, offerId: string): Promise<OutcomeGroup[]> {
  return prepared<OutcomeGroup>(tx, {
    name: 'offer_groups',
    text: `
      select outcome, reason, count(*)::int as count
      from (select ${outcome} as outcome, ${reason} as reason from ${recipientsOf}) came
      group by outcome, reason order by count desc, reason`,
    values: [workspaceId, offerId],
  });
}

async function approversOf(tx: Tx, workspaceId: string, authorId: string): Promise<string[]> {
  const roles: readonly Role[] = holdersOf('offer.approve');
  const rows = await prepared<{ name: string }>(tx, {
    name: 'offer_approvers',
    text: `
      select name from members
      where workspace_id = $1 and id <> $2 and removed_at is null and roles && $3::text[]
      order by name limit 8`,
    values: [workspaceId, authorId, roles],
  });
  return rows.map(({ name }) => name);
}
