import 'server-only';
import { z } from 'zod';
import { prepared, withWorkspace } from '@/db/client';
import type { Actor } from '@/lib/domain/access/can';
import { can } from '@/lib/domain/access/can';
import type { DraftMode } from '@/lib/domain/conversation/draft';
import { Refusal } from '@/lib/domain/refusal';
import { requirePermission } from '../permission';
import { iso } from './columns';
import type { DraftsView } from './thread-views';

type Row = {
  memberId: string | null;
  mode: DraftMode;
  body: string;
  revision: string;
  updatedAt: string;
};

/** The asker's drafts of a conversation, and whose others there are; their words only for who may take them over. */
export async function draftsOf(actor: Actor, conversationId: string): Promise<DraftsView> {
  requirePermission(actor, 'conversation.read');
  const rows = z.uuid().safeParse(conversationId).success
    ? await rowsOf(actor, conversationId)
    : [];
  if (rows.length === 0) throw new Refusal('not_found', 'There is no such conversation here.');
  const mayRead = can(actor, 'draft.takeOver');
  const view: DraftsView = { mine: [], others: [] };
  for (const { memberId, mode, body, revision, updatedAt } of rows) {
    if (memberId === actor.memberId) {
      view.mine.push({ mode, body, revision: Number(revision), updatedAt });
    } else if (memberId !== null) {
      view.others.push({ memberId, mode, body: mayRead ? body : null, updatedAt });
    }
  }
  return view;
}

/** One row at least where the conversation is there. */
function rowsOf({ workspaceId, memberId }: Actor, conversationId: string): Promise<Row[]> {
  return withWorkspace(
    workspaceId,
    (tx) =>
      prepared<Row>(tx, {
        name: 'drafts_of',
        text: `
          select d.member_id as "memberId", d.mode, d.body, d.revision,
            ${iso('d.updated_at')} as "updatedAt"
          from conversations c
          left join (drafts d join members m on m.workspace_id = d.workspace_id and m.id = d.member_id)
            on d.workspace_id = c.workspace_id and d.conversation_id = c.id
              and (d.member_id = $3 or (d.body <> '' and m.removed_at is null))
          where c.workspace_id = $1 and c.id = $2
          order by d.updated_at desc, d.member_id, d.mode`,
        values: [workspaceId, conversationId, memberId],
      }),
    'read',
  );
}
