import 'server-only';
import type { Tx } from '@/db/client';
import { prepared } from '@/db/client';
import type { MessageKind } from '@/lib/domain/conversation/conversation';
import { previewOf } from '@/lib/domain/conversation/preview';
import type { LetterLine } from '@/lib/domain/notifications/letter';

/** A line of somebody's list that is unread, as an e-mail tells it. */
export type UnreadLine = LetterLine & { id: string; actorName: string | null };

type Row = Omit<UnreadLine, 'excerpt'> & {
  body: string | null;
  unreadable: 'encrypted' | null;
  messageKind: MessageKind | null;
};

/** Those of the notifications that are unread, the newest first; of spam, nothing. */
export async function unreadOf(
  tx: Tx,
  { workspaceId, memberId }: { workspaceId: string; memberId: string },
  ids: readonly string[],
): Promise<UnreadLine[]> {
  const rows = await prepared<Row>(tx, {
    name: 'mail-unread',
    text: unreadText,
    values: [workspaceId, memberId, ids],
  });
  return rows.map(({ body, unreadable, messageKind, ...line }) => {
    const excerpt = messageKind === null ? '' : previewOf({ body: body ?? '', unreadable });
    return { ...line, excerpt: excerpt === '' ? null : excerpt };
  });
}

const unreadText = `
  select n.id, n.kind, n.times, n.actor_member_id as "actorId",
    n.conversation_id as "conversationId", channel.handle as "channelHandle",
    coalesce(i.name, person.name) as "contactName", actor.name as "actorName", n.metric,
    to_char(n.due_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') as "dueAt",
    left(m.body, 2000) as body, m.unreadable, m.kind as "messageKind"
  from notifications n
  left join conversations c on c.workspace_id = n.workspace_id and c.id = n.conversation_id
  left join identities i on i.workspace_id = c.workspace_id and i.id = c.identity_id
  left join contacts person on person.workspace_id = i.workspace_id and person.id = i.contact_id
  left join channels channel on channel.workspace_id = n.workspace_id
    and channel.id = coalesce(n.channel_id, c.channel_id)
  left join messages m on m.workspace_id = n.workspace_id and m.id = n.message_id
  left join members actor on actor.workspace_id = n.workspace_id and actor.id = n.actor_member_id
  where n.workspace_id = $1 and n.member_id = $2 and n.id = any($3::uuid[])
    and n.read_at is null and c.status is distinct from 'spam'
  order by n.at desc, n.id`;
