import 'server-only';
import { prepared, withWorkspace } from '@/db/client';
import type { Actor } from '@/lib/domain/access/can';
import type { View } from '@/lib/domain/conversation/conversation';
import { requirePermission } from '../permission';
import { contactName, iso } from './columns';
import { fromCursor, toCursor } from './cursor';
import { scopes } from './scope';
import type { ConversationPage, ConversationRow } from './views';

const PAGE = 50;

/** A page of a view, newest message first. Refuses a cursor that is not ours as `invalid`. */
export async function conversationList(
  actor: Actor,
  { view, cursor }: { view: View; cursor: string | null },
): Promise<ConversationPage> {
  requirePermission(actor, 'conversation.read');
  const after = cursor === null ? newest : fromCursor(cursor, ['instant', 'uuid']);
  const values = [actor.workspaceId, ...after];
  const found = await withWorkspace(
    actor.workspaceId,
    (tx) =>
      prepared<ConversationRow>(tx, {
        name: `conversation_list_${view}`,
        text: listStatements[view],
        values: scopes[view].owner === 'me' ? [...values, actor.memberId] : values,
      }),
    'read',
  );
  const rows = found.slice(0, PAGE);
  const last = rows.at(-1);
  const more = found.length > PAGE && last !== undefined;
  return { rows, nextCursor: more ? toCursor([last.lastMessageAt, last.id]) : null };
}

const newest = ['infinity', 'ffffffff-ffff-ffff-ffff-ffffffffffff'] as const;

const owners = {
  me: { condition: 'and c.owner_id = $4', order: '' },
  // Sorting by the owner, who is the same for all, is what lets PostgreSQL read the index in order.
  nobody: { condition: 'and c.owner_id is null', order: 'c.owner_id,' },
  anybody: { condition: '', order: '' },
} as const;

/** What each view asks the database, so that its plan can be looked at. */
export const listStatements = {
  mine: statement('mine'),
  unassigned: statement('unassigned'),
  open: statement('open'),
  resolved: statement('resolved'),
} as const satisfies Record<View, string>;

/** One index scan of at most a page for each status, merged; then the names of that one page. */
function statement(view: View): string {
  const { statuses, owner } = scopes[view];
  const { condition, order } = owners[owner];
  return `
    select v.id, ${contactName} as "contactName", i.handle, i.network,
      v.channel_id as "channelId", v.status, v.owner_id as "ownerId", v.version, v.preview,
      ${iso('v.last_message_at')} as "lastMessageAt", v.last_message_kind as "lastMessageKind",
      ${iso('v.waiting_since')} as "waitingSince"
    from (
      select page.* from unnest(array['${statuses.join("','")}']) wanted(status)
      cross join lateral (
        select c.* from conversations c
        where c.workspace_id = $1 and c.status = wanted.status ${condition}
          and (c.last_message_at, c.id) < ($2::timestamptz, $3::uuid)
        order by ${order} c.last_message_at desc, c.id desc limit ${PAGE + 1}
      ) page
      order by page.last_message_at desc, page.id desc limit ${PAGE + 1}
    ) v
    join identities i on i.workspace_id = v.workspace_id and i.id = v.identity_id
    order by v.last_message_at desc, v.id desc`;
}
