import 'server-only';
import { prepared, withWorkspace } from '@/db/client';
import type { Actor } from '@/lib/domain/access/can';
import type { BulkItemState } from '@/lib/domain/conversation/bulk';
import { bulkItemStates } from '@/lib/domain/conversation/bulk';
import { Refusal } from '@/lib/domain/refusal';
import { contactName, iso } from '../inbox/columns';
import { requirePermission } from '../permission';
import type { BulkReasons, BulkView } from './views';

/** One's own latest decision about a view of the last day, if there is any. */
export async function latestBulk(actor: Actor): Promise<BulkView | null> {
  requirePermission(actor, 'conversation.triage');
  const [found] = await withWorkspace(
    actor.workspaceId,
    (tx) =>
      prepared<BulkView & { counted: Partial<Record<BulkItemState, number>> }>(tx, {
        name: 'latest_bulk',
        text: latestText,
        values: [actor.workspaceId, actor.memberId],
      }),
    'read',
  );
  if (!found) return null;
  const { counted, ...bulk } = found;
  const counts = Object.fromEntries(bulkItemStates.map((state) => [state, counted[state] ?? 0]));
  return { ...bulk, counts: counts as BulkView['counts'] };
}

const latestText = `
  select b.id, b.view, b.query, b.change, b.state, b.total, b.stopped_because as "stoppedBecause",
    ${iso('b.created_at')} as "createdAt", ${iso('b.ended_at')} as "endedAt",
    (select coalesce(jsonb_object_agg(n.state, n.count), '{}') from (
      select item.state, count(*) as count from bulk_items item
      where item.workspace_id = b.workspace_id and item.bulk_id = b.id group by 1) n) as counted
  from bulk_actions b
  where b.workspace_id = $1 and b.member_id = $2 and b.created_at > now() - interval '1 day'
  order by b.created_at desc limit 1`;

/** As many of each reason as one looks through. */
const MOST = 20;

/** Why some of one's decision stayed as they were. Refuses another's as `not_found`. */
export async function bulkReasons(actor: Actor, bulkId: string): Promise<BulkReasons> {
  requirePermission(actor, 'conversation.triage');
  const rows = await withWorkspace(
    actor.workspaceId,
    (tx) =>
      prepared<{ reasons: BulkReasons }>(tx, {
        name: 'bulk_reasons',
        text: reasonsText,
        values: [actor.workspaceId, actor.memberId, bulkId],
      }),
    'read',
  );
  if (!rows[0]) throw new Refusal('not_found', 'There is no such decision of yours.');
  return rows[0].reasons;
}

const reasonsText = `
  select (select coalesce(jsonb_agg(jsonb_build_object('why', r.why, 'count', r.count, 'some', r.some)
      order by r.count desc, r.why), '[]') from (
    select item.why, count(*)::int as count,
      (select jsonb_agg(jsonb_build_object('conversationId', one.conversation_id,
          'contactName', ${contactName})) from (
        select o.conversation_id from bulk_items o where o.workspace_id = b.workspace_id
          and o.bulk_id = b.id and o.state in ('refused', 'left') and o.why = item.why
        order by o.conversation_id limit ${MOST}) one
        join conversations c on c.workspace_id = b.workspace_id and c.id = one.conversation_id
        join identities i on i.workspace_id = c.workspace_id and i.id = c.identity_id) as some
    from bulk_items item
    where item.workspace_id = b.workspace_id and item.bulk_id = b.id
      and item.state in ('refused', 'left')
    group by item.why) r) as reasons
  from bulk_actions b where b.workspace_id = $1 and b.member_id = $2 and b.id = $3`;
