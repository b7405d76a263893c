import 'server-only';
import { prepared, withWorkspace } from '@/db/client';
import type { Actor } from '@/lib/domain/access/can';
import { can } from '@/lib/domain/access/can';
import { reviewersNeeded } from '@/lib/domain/replies/reply';
import { iso } from '../inbox/columns';
import { requirePermission } from '../permission';
import type { ReviewLine } from './views';

type Row = Omit<ReviewLine, 'needed'>;

/** The versions that wait for a reviewer, the longest first; at most two hundred. */
export async function reviewQueue(actor: Actor): Promise<ReviewLine[]> {
  requirePermission(actor, 'reply.read');
  const rows = await withWorkspace(
    actor.workspaceId,
    (tx) =>
      prepared<Row>(tx, {
        name: 'reply_review_queue',
        text: queueText,
        values: [actor.workspaceId, actor.memberId],
      }),
    'read',
  );
  const mayReview = can(actor, 'reply.review');
  return rows.map((row) => ({
    ...row,
    needed: reviewersNeeded(row.risk),
    mayDecide: mayReview && row.mayDecide,
  }));
}

const queueText = `
  select v.id as "versionId", v.reply_id as "replyId", r.key, r.title, v.language, v.number, v.risk,
    jsonb_build_object('id', m.id, 'name', m.name) as author,
    ${iso('v.submitted_at')} as "submittedAt", read.approvals,
    v.author_id <> $2::uuid and not read."byMe" as "mayDecide"
  from (
    select * from reply_versions
    where workspace_id = $1 and state = 'in_review' order by submitted_at, id limit 200) v
  join approved_replies r on r.workspace_id = v.workspace_id and r.id = v.reply_id
    and r.archived_at is null
  join members m on m.workspace_id = v.workspace_id and m.id = v.author_id
  cross join lateral (
    select count(*) filter (where w.decision = 'approved')::int as approvals,
      coalesce(bool_or(w.member_id = $2::uuid), false) as "byMe"
    from reply_reviews w
    where w.workspace_id = v.workspace_id and w.version_id = v.id and w.body_hash = v.body_hash) read
  order by v.submitted_at, v.id`;
