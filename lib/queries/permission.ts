import 'server-only';
import type { Actor, Permission } from '@/lib/domain/access/can';
import { can } from '@/lib/domain/access/can';
import { Refusal } from '@/lib/domain/refusal';

/** The first line of every query. Refuses as `forbidden`. */
export function requirePermission(actor: Actor, permission: Permission): void {
  if (!can(actor, permission)) throw new Refusal('forbidden', 'Your role does not show this.');
}
