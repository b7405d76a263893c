import 'server-only';
import { and, asc, desc, eq, isNull, sql } from 'drizzle-orm';
import { withWorkspace } from '@/db/client';
import { invitations, members } from '@/db/schema/workspaces';
import type { Actor, Role } from '@/lib/domain/access/can';
import { can } from '@/lib/domain/access/can';
import { Refusal } from '@/lib/domain/refusal';

export type MemberRow = { id: string; name: string; email: string; roles: Role[] };

export type InvitationRow = {
  id: string;
  email: string;
  roles: Role[];
  invitedBy: string;
  expiresAt: string;
  expired: boolean;
};

export type MembersView = { members: MemberRow[]; invitations: InvitationRow[] };

/** Who belongs to the workspace and who is invited. For those who manage it: it shows addresses. */
export function listMembers(actor: Actor): Promise<MembersView> {
  if (!can(actor, 'member.manage')) {
    throw new Refusal('forbidden', 'Only admins see who is a member and who is invited.');
  }
  const { workspaceId } = actor;
  return withWorkspace(
    workspaceId,
    async (tx) => ({
      members: await tx
        .select({
          id: members.id,
          name: members.name,
          email: members.email,
          roles: members.roles,
        })
        .from(members)
        .where(and(eq(members.workspaceId, workspaceId), isNull(members.removedAt)))
        .orderBy(asc(members.name), asc(members.id))
        .limit(500),
      invitations: await tx
        .select({
          id: invitations.id,
          email: invitations.email,
          roles: invitations.roles,
          invitedBy: members.name,
          expiresAt: invitations.expiresAt,
          expired: sql<boolean>`${invitations.expiresAt} <= now()`,
        })
        .from(invitations)
        .innerJoin(
          members,
          and(
            eq(members.workspaceId, invitations.workspaceId),
            eq(members.id, invitations.invitedBy),
          ),
        )
        .where(
          and(
            eq(invitations.workspaceId, workspaceId),
            isNull(invitations.acceptedAt),
            isNull(invitations.revokedAt),
          ),
        )
        .orderBy(desc(invitations.createdAt))
        .limit(200),
    }),
    'read',
  );
}
