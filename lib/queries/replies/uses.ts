import 'server-only';
import type { Tx } from '@/db/client';
import { prepared } from '@/db/client';
import type { Actor } from '@/lib/domain/access/can';
import { stateNow } from '@/lib/reply-state';
import { iso } from '../inbox/columns';
import type { UseView } from './views';

/** A reply in somebody's unsent one. */
type Placed = { memberId: string; use: UseView };

/** The approved replies that stand in unsent replies of a conversation, in their order. */
export async function usesOf(
  tx: Tx,
  { workspaceId }: Actor,
  conversationId: string,
): Promise<Placed[]> {
  const rows = await prepared<UseView & { memberId: string }>(tx, {
    name: 'reply_uses_of',
    text: `
      select u.id, u.member_id as "memberId", u.version_id as "versionId", v.reply_id as "replyId", r.title, r.key,
        v.allowance, ${stateNow('v')} as state, v.end_reason as "endReason", u.segments, u.file_ids as "fileIds", v.actions,
        ${iso('u.inserted_at')} as "insertedAt"
      from reply_uses u
      cross join lateral (select * from reply_versions
        where workspace_id = u.workspace_id and id = u.version_id limit 1) v
      cross join lateral (select title, key from approved_replies
        where workspace_id = v.workspace_id and id = v.reply_id limit 1) r
      where u.workspace_id = $1 and u.conversation_id = $2 and u.state = 'inserted'
      order by u.inserted_at, u.id`,
    values: [workspaceId, conversationId],
  });
  return rows.map(({ memberId, ...use }) => ({ memberId, use }));
}
