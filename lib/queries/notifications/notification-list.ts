import 'server-only';
import { prepared, withWorkspace } from '@/db/client';
import type { Actor } from '@/lib/domain/access/can';
import type { MessageKind } from '@/lib/domain/conversation/conversation';
import { previewOf } from '@/lib/domain/conversation/preview';
import type { NotificationChoices } from '@/lib/domain/notifications/choices';
import { productChoices } from '@/lib/domain/notifications/choices';
import type { Told } from '@/lib/domain/notifications/words';
import { contactName, iso } from '../inbox/columns';
import { requirePermission } from '../permission';

/** Something that a member is told, as their list shows it. */
export type NotificationItem = Told & {
  id: string;
  at: string;
  read: boolean;
  /** The first line of the message it is about. */
  excerpt: string | null;
};

export type NotificationList = {
  /** Counted up to `cap`; `cap` itself reads as "or more". */
  unread: number;
  cap: number;
  items: NotificationItem[];
  choices: NotificationChoices;
};

const CAP = 100;
const MOST_SHOWN = 60;

type Row = Omit<NotificationItem, 'excerpt'> & {
  body: string | null;
  unreadable: 'encrypted' | null;
  messageKind: MessageKind | null;
};

/** What the asker is told: the unread, then the read, each newest first. */
export async function notificationList(actor: Actor): Promise<NotificationList> {
  requirePermission(actor, 'profile.own');
  const { workspaceId, memberId } = actor;
  return await withWorkspace(
    workspaceId,
    async (tx) => {
      const [about] = await prepared<{ unread: number; choices: Partial<NotificationChoices> }>(
        tx,
        {
          name: 'notification_count',
          text: countText,
          values: [workspaceId, memberId],
        },
      );
      const rows = await prepared<Row>(tx, {
        name: 'notification_list',
        text: listText,
        values: [workspaceId, memberId],
      });
      return {
        unread: about?.unread ?? 0,
        cap: CAP,
        items: rows.map(itemOf),
        choices: { ...productChoices, ...about?.choices },
      };
    },
    'read',
  );
}

function itemOf({ body, unreadable, messageKind, ...item }: Row): NotificationItem {
  const excerpt = messageKind === null ? null : previewOf({ body: body ?? '', unreadable });
  return { ...item, excerpt: excerpt === '' ? null : excerpt };
}

const countText = `
  select (select count(*)::int from (
      select from notifications n
      where n.workspace_id = $1 and n.member_id = $2 and n.read_at is null limit ${CAP}) unread) as unread,
    coalesce(m.settings -> 'notifications', '{}') as choices
  from members m where m.workspace_id = $1 and m.id = $2`;

const listText = `
  with newest as (
    (select * from notifications n
      where n.workspace_id = $1 and n.member_id = $2 and n.read_at is null
      order by n.at desc limit ${MOST_SHOWN})
    union all
    (select * from notifications n
      where n.workspace_id = $1 and n.member_id = $2 and n.read_at is not null
      order by n.at desc limit ${MOST_SHOWN})
  )
  select n.id, n.kind, ${iso('n.at')} as at, n.read_at is not null as read, n.times,
    n.actor_member_id as "actorId", n.conversation_id as "conversationId",
    ${contactName} as "contactName", channel.handle as "channelHandle",
    n.metric, ${iso('n.due_at')} as "dueAt", left(m.body, 2000) as body, m.unreadable, m.kind as "messageKind"
  from newest n
  left join conversations c on c.workspace_id = n.workspace_id and c.id = n.conversation_id
  left join identities i on i.workspace_id = c.workspace_id and i.id = c.identity_id
  left join channels channel on channel.workspace_id = n.workspace_id
    and channel.id = coalesce(n.channel_id, c.channel_id)
  left join messages m on m.workspace_id = n.workspace_id and m.id = n.message_id
  order by n.read_at is not null, n.at desc, n.id
  limit ${MOST_SHOWN}`;
