import 'server-only';
import { and, asc, eq, isNull, or, sql } from 'drizzle-orm';
import type { Tx } from '@/db/client';
import { members } from '@/db/schema/workspaces';
import type { Role } from '@/lib/domain/access/can';
import { Refusal } from '@/lib/domain/refusal';

export type ManagedMember = { id: string; userId: string; roles: Role[]; isLastAdmin: boolean };

/**
 * The member to be changed, locked together with every admin, so that two admins who demote each other
 * at the same moment cannot leave a workspace without one. Refuses as `not_found`.
 */
export async function memberToManage(
  tx: Tx,
  workspaceId: string,
  memberId: string,
): Promise<ManagedMember> {
  const locked = await tx
    .select({ id: members.id, userId: members.userId, roles: members.roles })
    .from(members)
    .where(
      and(
        eq(members.workspaceId, workspaceId),
        isNull(members.removedAt),
        or(eq(members.id, memberId), sql`'admin' = any(${members.roles})`),
      ),
    )
    .orderBy(asc(members.id))
    .for('update');
  const member = locked.find(({ id }) => id === memberId);
  if (!member) throw new Refusal('not_found', 'There is no such member.');
  const admins = locked.filter(({ roles }) => roles.includes('admin'));
  return { ...member, isLastAdmin: admins.length === 1 && admins[0]?.id === memberId };
}

/** What is said to someone who would leave a workspace without an admin. */
export function lastAdminStays(): Refusal {
  return new Refusal('conflict', 'This is the only admin. Make somebody else an admin first.');
}
