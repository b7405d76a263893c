import 'server-only';
import { sql } from 'drizzle-orm';
import { withWorkspace } from '@/db/client';
import type { Actor } from '@/lib/domain/access/can';
import type { LabelView } from '../inbox/views';
import { requirePermission } from '../permission';

export type LabelUse = LabelView & {
  /** How many conversations carry it, whatever their status. */
  uses: number;
};

/** Every label with how much it is used, for those who keep the labels. In one pass, however many there are. */
export async function labelUses(actor: Actor): Promise<LabelUse[]> {
  requirePermission(actor, 'conversation.read');
  const { rows } = await withWorkspace(
    actor.workspaceId,
    (tx) =>
      tx.execute<LabelUse>(sql`
        select label.id, label.name, label.colour, label.archived_at is not null as archived,
          coalesce(used.uses, 0)::int as uses
        from labels label left join (
          select carried.label_id, count(*) as uses
          from conversations conversation, unnest(conversation.label_ids) as carried(label_id)
          where conversation.workspace_id = ${actor.workspaceId} and conversation.label_ids <> '{}'
          group by carried.label_id
        ) used on used.label_id = label.id
        where label.workspace_id = ${actor.workspaceId}
        order by lower(label.name), label.id`),
    'read',
  );
  return rows;
}
