import 'server-only';
import type { Tx } from '@/db/client';
import { prepared, withWorkspace } from '@/db/client';
import type { Actor } from '@/lib/domain/access/can';
import { Refusal } from '@/lib/domain/refusal';

/** One moment of a conversation that is there. Refuses as `not_found`, also for what is another workspace's. */
export async function inConversation<T>(
  actor: Actor,
  conversationId: string,
  run: (tx: Tx) => Promise<T>,
): Promise<T> {
  return await inSnapshot(actor, conversationId, async (tx) => {
    const found = await prepared(tx, {
      name: 'conversation_here',
      text: 'select 1 from conversations where workspace_id = $1 and id = $2',
      values: [actor.workspaceId, conversationId],
    });
    if (found.length === 0) throw notFound();
    return await run(tx);
  });
}

/** One moment of the workspace, for a conversation of which only its id is known to be one. */
export async function inSnapshot<T>(
  { workspaceId }: Actor,
  conversationId: string,
  run: (tx: Tx) => Promise<T>,
): Promise<T> {
  if (!UUID.test(conversationId)) throw notFound();
  return await withWorkspace(workspaceId, run, 'read');
}

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

export function notFound(): Refusal {
  return new Refusal('not_found', 'There is no such conversation here.');
}
