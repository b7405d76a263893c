import 'server-only';
import type { Tx } from '@/db/client';
import { prepared } from '@/db/client';
import type { Attachment } from '@/lib/domain/conversation/conversation';
import { iso } from './columns';
import { fromCursor, toCursor } from './cursor';
import type { DeliveryView, MessageItem } from './views';

const PAGE = 50;

export type MessagePage = { messages: MessageItem[]; olderCursor: string | null };

type Row = Omit<MessageItem, 'delivery' | 'attachments'> & {
  attachments: Attachment[];
  tie: string;
} & { [Field in keyof DeliveryView]: DeliveryView[Field] | null };

/** The newest messages of a conversation, or those before a cursor; oldest first, with their deliveries. */
export async function messagePage(
  tx: Tx,
  workspaceId: string,
  { conversationId, before }: { conversationId: string; before: string | null },
): Promise<MessagePage> {
  const place = before === null ? newest : fromCursor(before, ['instant', 'digits', 'uuid']);
  const found = await prepared<Row>(tx, {
    name: 'message_page',
    text: statement,
    values: [workspaceId, conversationId, ...place],
  });
  const page = found.slice(0, PAGE);
  const oldest = page.at(-1);
  const more = found.length > PAGE && oldest !== undefined;
  return {
    messages: page.reverse().map(toItem),
    olderCursor: more ? toCursor([oldest.at, oldest.tie, oldest.id]) : null,
  };
}

const newest = ['infinity', '0', 'ffffffff-ffff-ffff-ffff-ffffffffffff'] as const;

const statement = `
  select m.id, m.kind, m.author_id as "authorId", m.body, m.unreadable, m.attachments,
    ${iso('m.at')} as at, m.tie, m.client_key as "clientKey",
    d.state, d.reason, d.detail, ${iso('d.not_before')} as "notBefore",
    d.attempt_no as "attemptNo", ${iso('d.updated_at')} as "updatedAt",
    case when d.state = 'queued' then (
      select e.message_id from deliveries e
      where e.workspace_id = d.workspace_id and e.conversation_id = d.conversation_id
        and (e.created_at, e.message_id) < (d.created_at, d.message_id)
        and (e.state = 'sending' or (e.state in ('queued', 'unknown') and not d.released))
      order by e.created_at limit 1
    ) end as "waitsFor"
  from messages m
  left join deliveries d on d.workspace_id = m.workspace_id and d.message_id = m.id
  where m.workspace_id = $1 and m.conversation_id = $2
    and (m.at, m.tie, m.id) < ($3::timestamptz, $4::numeric, $5::uuid)
  order by m.at desc, m.tie desc, m.id desc limit ${PAGE + 1}`;

function toItem(row: Row): MessageItem {
  const { id, kind, authorId, body, unreadable, at, clientKey } = row;
  const attachments = row.attachments.map(({ url: _, ...shown }) => shown);
  return {
    id,
    kind,
    authorId,
    body,
    unreadable,
    attachments,
    at,
    clientKey,
    delivery: deliveryOf(row),
  };
}

function deliveryOf(row: Row): DeliveryView | null {
  const { state, reason, detail, notBefore, attemptNo, updatedAt, waitsFor } = row;
  if (state === null || notBefore === null || attemptNo === null || updatedAt === null) return null;
  return { state, reason, detail, notBefore, attemptNo, updatedAt, waitsFor };
}
