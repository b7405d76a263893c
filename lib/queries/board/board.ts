import 'server-only';
import { withWorkspace } from '@/db/client';
import type { Actor } from '@/lib/domain/access/can';
import { requirePermission } from '../permission';
import { boardMembers } from './members';
import { boardQueue } from './queue';
import type { BoardView } from './views';

/** The board of a team, or of all: who is how busy, and what waits to be given out. */
export async function board(actor: Actor, teamId: string | null): Promise<BoardView> {
  requirePermission(actor, 'board.read');
  return await withWorkspace(
    actor.workspaceId,
    async (tx) => {
      const members = await boardMembers(tx, actor.workspaceId, teamId);
      return { members, queue: await boardQueue(tx, actor, teamId) };
    },
    'read',
  );
}
