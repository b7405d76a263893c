import 'server-only';
import { sql } from 'drizzle-orm';
import type { EventDraft } from '@/lib/domain/conversation/events';
import type { CommandContext } from '../command';
import type { ToldMessage } from '../inbound/told';
import { passOn } from './pass-on';

/** So long after an invitation a private message of the same person is taken for its answer. */
const WINDOW_DAYS = 7;

type Arrived = { publicId: string; matchedBy: 'link' | 'author' };

/**
 * A private message came from somebody who was invited: the handoff that it belongs to has arrived. By the
 * post whose button led to it, else the newest invitation of the same person.
 */
export async function handoffArrived(
  context: CommandContext<null>,
  privateId: string,
  { channelId, at, initiatedVia }: ToldMessage,
): Promise<EventDraft[]> {
  const { tx, workspaceId } = context;
  const postId = initiatedVia?.postId ?? null;
  const instant = sql`${at.toISOString()}::timestamptz`;
  const { rows } = await tx.execute<Arrived>(sql`
    with awaited as (
      select handoff.id, coalesce(invitation.external_id = ${postId}, false) as linked
      from handoffs handoff
      join conversations talk on talk.workspace_id = handoff.workspace_id and talk.id = ${privateId}
      left join messages invitation on invitation.workspace_id = handoff.workspace_id
        and invitation.id = handoff.message_id
      where handoff.workspace_id = ${workspaceId} and handoff.channel_id = ${channelId}
        and handoff.identity_id = talk.identity_id and handoff.arrived_at is null
        and ${instant} >= handoff.started_at and invitation.external_id is not null
        and (invitation.external_id = ${postId} or (${instant} >= handoff.invited_at
          and ${instant} < handoff.invited_at + ${WINDOW_DAYS} * interval '1 day'))
      order by linked desc, handoff.invited_at desc limit 1
    )
    update handoffs set private_id = ${privateId}, arrived_at = ${instant},
      matched_by = case when awaited.linked then 'link' else 'author' end
    from awaited
    where handoffs.workspace_id = ${workspaceId} and handoffs.id = awaited.id
    returning handoffs.public_id as "publicId", handoffs.matched_by as "matchedBy"`);
  const [arrived] = rows;
  return arrived ? await passOn(context, { ...arrived, privateId }) : [];
}
