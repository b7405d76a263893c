import 'server-only';
import type { Tx } from '@/db/client';
import { prepared } from '@/db/client';
import type { Attachment } from '@/lib/domain/conversation/conversation';
import type { PublicPost } from '@/lib/domain/conversation/post';
import { CALLED_BACK } from '@/lib/domain/delivery/called-back';
import { iso } from './columns';
import { fromCursor, toCursor } from './cursor';
import type { DeliveryView, MessageItem } from './thread-views';

const PAGE = 50;

export type MessagePage = { messages: MessageItem[]; olderCursor: string | null };

type Row = Omit<MessageItem, 'delivery' | 'attachments' | 'post'> & {
  post: PublicPost | null;
  externalId: string | null;
  attachments: Attachment[];
  tie: string;
} & { [Field in keyof DeliveryView]: DeliveryView[Field] | null };

/** More than this since a place is too much to carry along: then it begins anew at the newest. */
const MOST_SINCE = 200;

/** The newest messages of a conversation with their deliveries, oldest first; with `from` all since that place. */
export async function messagePage(
  tx: Tx,
  workspaceId: string,
  { conversationId, from }: { conversationId: string; from: string | null },
): Promise<MessagePage> {
  if (from !== null) {
    const found = await prepared<Row>(tx, {
      name: 'messages_since',
      text: statement('>=', MOST_SINCE + 1),
      values: [workspaceId, conversationId, ...placeOf(from)],
    });
    // The place itself is older than the page, or a page would lose what it begins with.
    if (found.length > 0 && found.length <= MOST_SINCE) {
      return { messages: found.reverse().map(toItem), olderCursor: from };
    }
  }
  return pageIn(await before(tx, [workspaceId, conversationId, ...newest]));
}

/** The messages before a place; `until` is its instant. */
export async function pageBefore(
  tx: Tx,
  workspaceId: string,
  { conversationId, before: cursor }: { conversationId: string; before: string },
): Promise<MessagePage & { until: string }> {
  const place = placeOf(cursor);
  const page = pageIn(await before(tx, [workspaceId, conversationId, ...place]));
  return { ...page, until: place[0] };
}

function placeOf(cursor: string) {
  return fromCursor(cursor, ['instant', 'digits', 'uuid']);
}

function before(tx: Tx, values: readonly string[]): Promise<Row[]> {
  return prepared<Row>(tx, {
    name: 'message_page',
    text: statement('<', PAGE + 1),
    values: [...values],
  });
}

function pageIn(found: readonly Row[]): MessagePage {
  const page = found.slice(0, PAGE);
  const oldest = page.at(-1);
  const more = found.length > PAGE && oldest !== undefined;
  return {
    messages: page.reverse().map(toItem),
    olderCursor: more ? toCursor([oldest.at, oldest.tie, oldest.id]) : null,
  };
}

const newest = ['infinity', '0', 'ffffffff-ffff-ffff-ffff-ffffffffffff'] as const;

const statement = (than: '<' | '>=', limit: number) => `
  select m.id, m.kind, m.author_id as "authorId", m.body, m.automatic, m.unreadable, m.attachments,
    m.post, m.external_id as "externalId", ${iso('m.at')} as at, m.tie,
    m.client_key as "clientKey", m.mention_ids as "mentionIds",
    d.state, d.reason, d.detail, ${iso('d.not_before')} as "notBefore",
    d.attempt_no as "attemptNo", ${iso('d.updated_at')} as "updatedAt",
    case when d.state = 'queued' then (
      select e.message_id from deliveries e
      where e.workspace_id = d.workspace_id and e.conversation_id = d.conversation_id
        and (e.created_at, e.message_id) < (d.created_at, d.message_id)
        and not (e.purpose = 'offer' and e.state = 'queued' and d.purpose <> 'offer')
        and (e.state = 'sending' or (e.state in ('queued', 'unknown') and not d.released))
      order by e.created_at limit 1
    ) end as "waitsFor"
  from messages m
  left join deliveries d on d.workspace_id = m.workspace_id and d.message_id = m.id
  where m.workspace_id = $1 and m.conversation_id = $2
    and d.detail is distinct from '${CALLED_BACK}'
    and (m.at, m.tie, m.id) ${than} ($3::timestamptz, $4::numeric, $5::uuid)
  order by m.at desc, m.tie desc, m.id desc limit ${limit}`;

function toItem(row: Row): MessageItem {
  const { post, externalId } = row;
  const { id, kind, authorId, body, automatic, unreadable, at, clientKey, mentionIds } = row;
  const attachments = row.attachments.map(({ url: _, fileId = null, ...shown }) => ({
    ...shown,
    fileId,
  }));
  return {
    id,
    kind,
    authorId,
    body,
    automatic,
    unreadable,
    attachments,
    at,
    clientKey,
    post: post && { ...post, externalId },
    mentionIds,
    delivery: deliveryOf(row),
  };
}

function deliveryOf(row: Row): DeliveryView | null {
  const { state, reason, detail, notBefore, attemptNo, updatedAt, waitsFor } = row;
  if (state === null || notBefore === null || attemptNo === null || updatedAt === null) return null;
  return { state, reason, detail, notBefore, attemptNo, updatedAt, waitsFor };
}
