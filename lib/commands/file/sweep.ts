import 'server-only';
import { and, isNull, sql } from 'drizzle-orm';
import { withSystem } from '@/db/client';
import { files } from '@/db/schema/files';
import { asSystem } from '../command';

const MOST_AT_ONCE = 200;

/**
 * Removes what was uploaded so long ago and never sent, unless a draft or an approval still holds it. Answers how many
 * there were.
 */
export async function sweepUnsent(olderThanMs: number): Promise<number> {
  const old = sql`${files.createdAt} < now() - ${olderThanMs} * interval '1 millisecond'`;
  const places = await withSystem(
    (tx) =>
      tx
        .select({ workspaceId: files.workspaceId })
        .from(files)
        .where(and(isNull(files.messageId), isNull(files.replyId), old))
        .groupBy(files.workspaceId)
        .limit(MOST_AT_ONCE),
    'read',
  );
  const swept = await Promise.all(
    places.map(({ workspaceId }) =>
      asSystem(workspaceId, async ({ tx }) => {
        const { rowCount } = await tx.execute(sql`
          delete from files where workspace_id = ${workspaceId} and id in (
            select unsent.id from files unsent
            where unsent.workspace_id = ${workspaceId} and unsent.message_id is null
              and unsent.reply_id is null and unsent.created_at < now() - ${olderThanMs} * interval '1 millisecond'
              and not exists (select from drafts where drafts.workspace_id = ${workspaceId}
                and unsent.id = any(drafts.file_ids))
              and not exists (select from reply_approvals asked where asked.workspace_id = ${workspaceId}
                and asked.state = 'waiting' and unsent.id = any(asked.file_ids))
            order by unsent.created_at limit ${MOST_AT_ONCE})
          and message_id is null`);
        return { value: rowCount ?? 0, events: [] };
      }),
    ),
  );
  return swept.reduce((sum, each) => sum + each, 0);
}
