import 'server-only';
import type { Tx } from '@/db/client';
import { prepared, withWorkspace } from '@/db/client';
import type { Actor } from '@/lib/domain/access/can';
import { requirePermission } from '../permission';

/** Approved words that invite somebody in public to write in private. */
export type InvitationText = { id: string; body: string };

/** All of them, in the order in which they were approved. */
export async function invitationTextsOf(actor: Actor): Promise<InvitationText[]> {
  requirePermission(actor, 'conversation.read');
  const { workspaceId } = actor;
  return await withWorkspace(workspaceId, (tx) => approvedInvitations(tx, workspaceId), 'read');
}

export function approvedInvitations(tx: Tx, workspaceId: string): Promise<InvitationText[]> {
  return prepared<InvitationText>(tx, {
    name: 'invitation_texts',
    text: `select id, body from invitation_texts where workspace_id = $1 order by created_at, id`,
    values: [workspaceId],
  });
}
