import 'server-only';
import type { Tx } from '@/db/client';
import { prepared, withWorkspace } from '@/db/client';
import type { Actor } from '@/lib/domain/access/can';
import type { JudgedUse } from '@/lib/domain/replies/judge';
import { judgeWords } from '@/lib/domain/replies/judge';
import { stateNow } from '@/lib/reply-state';
import { iso, rowColumns } from '../inbox/columns';
import type { ConversationRow } from '../inbox/views';
import { requirePermission } from '../permission';
import type { ApprovalLine, ApprovalView } from './views';

type Row = Omit<ApprovalView, 'strays' | 'uses'> & {
  fileIds: string[];
  /** `late`: it stood in the conversation before. */
  judged: (JudgedUse & { late: boolean })[];
};

const columns = `
  a.id, a.conversation_id as "conversationId", a.state, jsonb_build_object('id', w.id, 'name', w.name) as author,
  a.body, a.wish, ${iso('a.asked_at')} as "askedAt", a.decided_by as "decidedBy", a.comment, a.file_ids as "fileIds",
  (select coalesce(jsonb_agg(jsonb_build_object('id', f.id, 'name', f.name, 'kind', f.kind, 'mimeType', f.mime_type,
      'size', f.size, 'width', f.width, 'height', f.height) order by f.created_at), '[]')
    from files f where f.workspace_id = a.workspace_id and f.id = any(a.file_ids)
      and f.uploaded_by = a.author_id and f.conversation_id = a.conversation_id and f.message_id is null) as files,
  (select coalesce(jsonb_agg(jsonb_build_object('id', u.id, 'versionId', v.id, 'title', r.title, 'segments', u.segments,
      'state', ${stateNow('v')}, 'allowance', v.allowance, 'fileIds', u.file_ids,
      'late', u.id = any(a.late_use_ids)) order by u.inserted_at, u.id), '[]')
    from reply_uses u
    join reply_versions v on v.workspace_id = u.workspace_id and v.id = u.version_id
    join approved_replies r on r.workspace_id = v.workspace_id and r.id = v.reply_id
    where u.workspace_id = a.workspace_id and u.conversation_id = a.conversation_id
      and (u.approval_id = a.id or u.id = any(a.late_use_ids))) as judged`;

/** What waits in a conversation, and what came back to the asker since they last wrote there, the oldest first. */
export async function approvalsOf(
  tx: Tx,
  { workspaceId, memberId }: Actor,
  conversationId: string,
): Promise<ApprovalView[]> {
  const rows = await prepared<Row>(tx, {
    name: 'approvals_of',
    text: `
      select ${columns} from reply_approvals a
      join members w on w.workspace_id = a.workspace_id and w.id = a.author_id
      where a.workspace_id = $1 and a.conversation_id = $2 and (a.state = 'waiting'
        or (a.state = 'returned' and a.author_id = $3
          and not exists (select from reply_approvals later where later.workspace_id = a.workspace_id
            and later.conversation_id = a.conversation_id and later.author_id = a.author_id
            and later.asked_at > a.decided_at)
          and not exists (select from messages m where m.workspace_id = a.workspace_id
            and m.conversation_id = a.conversation_id and m.author_id = a.author_id and m.kind = 'outbound'
            and m.created_at > a.decided_at)))
      order by a.asked_at, a.id`,
    values: [workspaceId, conversationId, memberId],
  });
  return rows.map(viewOf);
}

/** Everything that waits, the longest first; at most two hundred. */
export async function approvalQueue(actor: Actor): Promise<ApprovalLine[]> {
  requirePermission(actor, 'approval.decide');
  const { workspaceId, memberId } = actor;
  const rows = await withWorkspace(
    workspaceId,
    (tx) =>
      prepared<Row & { conversation: ConversationRow; channelHandle: string }>(tx, {
        name: 'approval_queue',
        text: `
          select ${columns}, thread.conversation, thread.handle as "channelHandle"
          from reply_approvals a
          join members w on w.workspace_id = a.workspace_id and w.id = a.author_id
          cross join lateral (
            select to_jsonb(line) as conversation, h.handle from (
              select ${rowColumns('$2::uuid')} from conversations c
              join identities i on i.workspace_id = c.workspace_id and i.id = c.identity_id
              where c.workspace_id = a.workspace_id and c.id = a.conversation_id limit 1) line
            join channels h on h.workspace_id = a.workspace_id and h.id = line."channelId") thread
          where a.workspace_id = $1 and a.state = 'waiting'
          order by a.asked_at, a.id limit 200`,
        values: [workspaceId, memberId],
      }),
    'read',
  );
  return rows.map((row) => ({
    ...viewOf(row),
    conversation: row.conversation,
    channelHandle: row.channelHandle,
  }));
}

function viewOf({ fileIds, judged, ...row }: Row): ApprovalView {
  const { strays } = judgeWords(row.body, fileIds, {
    uses: judged.filter(({ late }) => !late),
    lately: judged.filter(({ late }) => late),
  });
  const uses = judged.map(({ id, title, segments }) => ({ id, title, segments: [...segments] }));
  const { id, conversationId, state, author, body, files, wish, askedAt, decidedBy, comment } = row;
  return {
    id,
    conversationId,
    state,
    author,
    body,
    files,
    wish,
    askedAt,
    decidedBy,
    comment,
    strays,
    uses,
  };
}
