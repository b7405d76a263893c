import 'server-only';
import { prepared } from '@/db/client';
import type { Actor } from '@/lib/domain/access/can';
import { requirePermission } from '../permission';
import { iso } from './columns';
import { inConversation } from './in-conversation';
import type { ContactHistory } from './thread-views';

const MOST = 20;

/** When this contact came before: the visits of this conversation, and their others with us, private and public. */
export async function contactHistory(
  actor: Actor,
  conversationId: string,
): Promise<ContactHistory> {
  requirePermission(actor, 'conversation.read');
  return await inConversation(actor, conversationId, async (tx) => {
    const values = [actor.workspaceId, conversationId];
    const visits = await prepared<ContactHistory['visits'][number]>(tx, {
      name: 'contact_visits',
      // Most conversations have one visit: only then is there nothing to look for in the events.
      text: `
        select ${iso('e.at')} as at,
          (c.episode + 1 - row_number() over (order by e.seq desc))::int as no
        from conversations c
        join events e on e.workspace_id = c.workspace_id and e.conversation_id = c.id
        where c.workspace_id = $1 and c.id = $2 and c.episode > 1
          and (e.type = 'conversation.started'
            or (e.type = 'conversation.reopened' and e.data ->> 'newEpisode' = 'true'))
        order by e.seq desc limit ${MOST}`,
      values,
    });
    const others = await prepared<ContactHistory['others'][number]>(tx, {
      name: 'contact_others',
      text: `
        select o.id, o.kind, o.channel_id as "channelId", h.network, o.status, o.preview,
          ${iso('o.last_message_at')} as "lastMessageAt"
        from conversations c
        join conversations o on o.workspace_id = c.workspace_id and o.identity_id = c.identity_id
          and o.id <> c.id
        join channels h on h.workspace_id = o.workspace_id and h.id = o.channel_id
        where c.workspace_id = $1 and c.id = $2
        order by o.last_message_at desc limit ${MOST}`,
      values,
    });
    return { visits, others };
  });
}
