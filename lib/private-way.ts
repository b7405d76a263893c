import 'server-only';
import type { Tx } from '@/db/client';
import { prepared } from '@/db/client';
import type { PrivateWay } from './domain/permissions/private-way';
import { privateWay } from './domain/permissions/private-way';
import { decideInPublic } from './domain/permissions/public';
import { replyInput } from './domain/permissions/reply-input';
import { permissionFactsOf } from './permission-facts';
import { publicFactsOf } from './public-facts';

/** How a public conversation can go on in private, and the private one of the two. Undefined when it is not public. */
export async function privateWayOf(
  tx: Tx,
  workspaceId: string,
  conversationId: string,
): Promise<{ way: PrivateWay; privateId: string | null; postId: string | null } | undefined> {
  const inPublic = await publicFactsOf(tx, workspaceId, { conversationId });
  const facts = await permissionFactsOf(tx, workspaceId, { conversationId });
  if (!inPublic || !facts) return undefined;
  const [found] = await prepared<{ id: string }>(tx, {
    name: 'private_of_pair',
    text: `
      select talk.id from conversations thread
      join conversations talk on talk.workspace_id = thread.workspace_id
        and talk.channel_id = thread.channel_id and talk.identity_id = thread.identity_id
        and talk.kind = 'private'
      where thread.workspace_id = $1 and thread.id = $2`,
    values: [workspaceId, conversationId],
  });
  const privateId = found?.id ?? null;
  const publicly = decideInPublic(inPublic);
  const way = privateWay({ input: replyInput(facts), publicly, hasPrivate: privateId !== null });
  return { way, privateId, postId: inPublic.post?.externalId ?? null };
}
