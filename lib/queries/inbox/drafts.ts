import 'server-only';
import { z } from 'zod';
import type { Tx } from '@/db/client';
import { prepared, withWorkspace } from '@/db/client';
import type { Actor } from '@/lib/domain/access/can';
import { can } from '@/lib/domain/access/can';
import type { DraftMode } from '@/lib/domain/conversation/draft';
import { Refusal } from '@/lib/domain/refusal';
import { withoutRecalled } from '@/lib/domain/replies/take-out';
import { requirePermission } from '../permission';
import { approvalsOf } from '../replies/approvals';
import { usesOf } from '../replies/uses';
import { iso } from './columns';
import type { DraftsView } from './thread-views';

type Row = {
  memberId: string | null;
  mode: DraftMode;
  body: string;
  revision: string;
  updatedAt: string;
};

/**
 * The asker's drafts of a conversation, and whose others there are; their words only for who may take them over. Recalled
 * words are in none of them. With them what stands in the asker's of approved replies, and what waits for an approval.
 */
export async function draftsOf(actor: Actor, conversationId: string): Promise<DraftsView> {
  requirePermission(actor, 'conversation.read');
  const known = z.uuid().safeParse(conversationId).success;
  const found = known
    ? await withWorkspace(actor.workspaceId, (tx) => read(tx, actor, conversationId), 'read')
    : null;
  if (!found) throw new Refusal('not_found', 'There is no such conversation here.');
  return found;
}

async function read(tx: Tx, actor: Actor, conversationId: string): Promise<DraftsView | null> {
  const rows = await rowsOf(tx, actor, conversationId);
  if (rows.length === 0) return null;
  const uses = await usesOf(tx, actor, conversationId);
  const approvals = await approvalsOf(tx, actor, conversationId);
  const mayRead = can(actor, 'draft.takeOver');
  const all = rows.flatMap(({ memberId, mode, revision, updatedAt, body }) => {
    if (memberId === null) return [];
    const inIt = uses.flatMap((use) => (use.memberId === memberId ? use.use : []));
    const words = mode === 'reply' ? withoutRecalled(body, inIt) : body;
    return [{ memberId, mode, body: words, revision: Number(revision), updatedAt }];
  });
  return {
    mine: all
      .filter(({ memberId }) => memberId === actor.memberId)
      .map(({ memberId: _, ...mine }) => mine),
    others: all
      .filter(({ memberId }) => memberId !== actor.memberId)
      .map(({ revision: _, ...other }) => ({ ...other, body: mayRead ? other.body : null })),
    uses: uses.flatMap((use) => (use.memberId === actor.memberId ? use.use : [])),
    approvals,
  };
}

/** One row at least where the conversation is there. */
function rowsOf(tx: Tx, { workspaceId, memberId }: Actor, conversationId: string): Promise<Row[]> {
  return prepared<Row>(tx, {
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
  });
}
