import 'server-only';
import { and, asc, eq, isNotNull, sql } from 'drizzle-orm';
import { withSystem } from '@/db/client';
import { files } from '@/db/schema/files';
import { approvedReplies } from '@/db/schema/replies';
import { asSystem } from '../command';

const MOST_AT_ONCE = 200;

/**
 * Removes the files of approved replies that are so old and that no version names: they were taken out of a draft, or
 * it was discarded. Answers how many there were.
 */
export async function sweepReplyFiles(olderThanMs: number): Promise<number> {
  const old = sql`${files.createdAt} < now() - ${olderThanMs} * interval '1 millisecond'`;
  const places = await withSystem(
    (tx) =>
      tx
        .select({ workspaceId: files.workspaceId })
        .from(files)
        .where(and(isNotNull(files.replyId), old))
        .groupBy(files.workspaceId)
        .orderBy(sql`random()`)
        .limit(MOST_AT_ONCE),
    'read',
  );
  let gone = 0;
  for (const { workspaceId } of places) {
    // biome-ignore lint/performance/noAwaitInLoops: one small step after the other, beside the real work
    gone += await sweepWorkspace(workspaceId, olderThanMs);
  }
  return gone;
}

/** Under the locks that a save takes as well: what is named meanwhile stays. */
function sweepWorkspace(workspaceId: string, olderThanMs: number): Promise<number> {
  return asSystem(workspaceId, async ({ tx }) => {
    const unnamed = sql`file.workspace_id = ${workspaceId} and file.reply_id is not null
      and file.created_at < now() - ${olderThanMs} * interval '1 millisecond'
      and not exists (
        select from reply_versions version
        where version.workspace_id = ${workspaceId} and version.reply_id = file.reply_id
          and version.media @> jsonb_build_array(jsonb_build_object('fileId', file.id)))`;
    const found = await tx
      .select({ id: approvedReplies.id })
      .from(approvedReplies)
      .where(
        and(
          eq(approvedReplies.workspaceId, workspaceId),
          sql`${approvedReplies.id} in (select file.reply_id from files file where ${unnamed})`,
        ),
      )
      .orderBy(asc(approvedReplies.id))
      .limit(MOST_AT_ONCE)
      .for('no key update');
    if (found.length === 0) return { value: 0, events: [] };
    const ids = `{${found.map(({ id }) => id).join(',')}}`;
    const { rowCount } = await tx.execute(
      sql`delete from files file where ${unnamed} and file.reply_id = any(${ids}::uuid[])`,
    );
    return { value: rowCount ?? 0, events: [] };
  });
}
