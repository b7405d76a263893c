import 'server-only';
import { eq, sql } from 'drizzle-orm';
import { withSystem, withWorkspace } from '@/db/client';
import { messageLinks } from '@/db/schema/links';

/** Where a link leads, and whether it is in use. */
export type Followed = { network: string; externalId: string; firstWords: string; inUse: boolean };

/**
 * Somebody from outside follows a link: counts it, unless it is only looked at or out of use, and keeps
 * nothing of them. Undefined where there is no such link.
 */
export async function followLink(
  reference: string,
  { counted }: { counted: boolean },
): Promise<Followed | undefined> {
  const [place] = await withSystem(
    (tx) =>
      tx
        .select({ workspaceId: messageLinks.workspaceId, id: messageLinks.id })
        .from(messageLinks)
        .where(eq(messageLinks.reference, reference)),
    'read',
  );
  if (!place) return undefined;
  const { workspaceId, id } = place;
  return await withWorkspace(workspaceId, async (tx) => {
    const { rows } = await tx.execute<Followed>(sql`
      with counted as (
        update message_links set clicks = clicks + 1
        where workspace_id = ${workspaceId} and id = ${id} and archived_at is null and ${counted}
      )
      select channel.network, channel.external_id as "externalId", link.first_words as "firstWords",
        link.archived_at is null as "inUse"
      from message_links link join channels channel
        on channel.workspace_id = link.workspace_id and channel.id = link.channel_id
      where link.workspace_id = ${workspaceId} and link.id = ${id}`);
    return rows[0];
  });
}
