import 'server-only';
import type { Tx } from '@/db/client';
import { withWorkspace } from '@/db/client';
import type { Actor } from '@/lib/domain/access/can';
import { Refusal } from '@/lib/domain/refusal';
import { requirePermission } from '../permission';

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

/** One moment of the workspace, for what is asked of a contact of whom only the id is known to be one. */
export async function ofContact<T>(
  actor: Actor,
  contactId: string,
  run: (tx: Tx) => Promise<T>,
): Promise<T> {
  requirePermission(actor, 'conversation.read');
  if (!UUID.test(contactId)) throw noContact();
  return await withWorkspace(actor.workspaceId, run, 'read');
}

export function noContact(): Refusal {
  return new Refusal('not_found', 'There is no such contact here.');
}
