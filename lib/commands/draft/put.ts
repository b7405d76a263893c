import 'server-only';
import { sql } from 'drizzle-orm';
import type { DraftMode } from '@/lib/domain/conversation/draft';
import type { CommandContext } from '../command';
import { hintDraft } from '../presence/hint';

/** Whose draft, in which transaction. */
export type Drafting = Pick<CommandContext, 'tx' | 'workspaceId'> & { actor: { memberId: string } };

export type Put = { conversationId: string; mode: DraftMode; body: string };

/** Puts a text before whatever the actor's draft holds; answers the draft as it then stands. */
export async function putInDraft(
  context: Drafting,
  { conversationId, mode, body }: Put,
): Promise<{ body: string; revision: number }> {
  const { tx, workspaceId, actor } = context;
  const { rows } = await tx.execute<{ body: string; revision: string }>(sql`
    insert into drafts (workspace_id, conversation_id, member_id, mode, body, revision, updated_at)
    values (${workspaceId}, ${conversationId}, ${actor.memberId}, ${mode}, ${body}, 1, clock_timestamp())
    on conflict (workspace_id, conversation_id, member_id, mode) do update
      set body = concat_ws(e'\n\n', nullif(excluded.body, ''), nullif(drafts.body, '')),
        revision = drafts.revision + 1, updated_at = excluded.updated_at
    returning body, revision`);
  const [row] = rows;
  if (!row) throw new Error('a draft was not put');
  await hintDraft(context, conversationId);
  return { body: row.body, revision: Number(row.revision) };
}

/**
 * Empties the actor's draft because its text was sent: in the same transaction, so that it is never
 * in both places. `revision` is the newest that the writer's saves may have; what another device wrote
 * since stays. A save that comes late finds a later revision, also where there was no draft yet.
 */
export async function emptySent(
  context: CommandContext,
  { conversationId, mode, body, revision }: Put & { revision: number | undefined },
): Promise<void> {
  // Whoever keeps no draft, a script for one, has none to empty.
  if (revision === undefined) return;
  const { tx, workspaceId, actor } = context;
  const { rows } = await tx.execute(sql`
    insert into drafts (workspace_id, conversation_id, member_id, mode, body, revision, updated_at)
    values (${workspaceId}, ${conversationId}, ${actor.memberId}, ${mode}, '', ${revision}::bigint + 1,
      clock_timestamp())
    on conflict (workspace_id, conversation_id, member_id, mode) do update
      set body = '', file_ids = '{}', mention_ids = '{}', updated_at = excluded.updated_at,
        revision = greatest(drafts.revision + 1, excluded.revision)
      where drafts.revision < excluded.revision or btrim(drafts.body, e' \n\r\t') = ${body}
    returning revision`);
  if (rows.length > 0) await hintDraft(context, conversationId);
}
