import 'server-only';
import { and, asc, count, desc, eq, isNotNull, isNull, notInArray, sql } from 'drizzle-orm';
import type { Tx } from '@/db/client';
import { withSystem, withWorkspace } from '@/db/client';
import { conversations } from '@/db/schema/conversations';
import { invitations, members } from '@/db/schema/workspaces';
import type { Actor, Role } from '@/lib/domain/access/can';
import { can } from '@/lib/domain/access/can';
import { isoInstant } from '@/lib/domain/conversation/instant';
import { Refusal } from '@/lib/domain/refusal';

export type MemberRow = {
  id: string;
  name: string;
  email: string;
  roles: Role[];
  /** When they last looked at this workspace; null when no session of theirs remembers. */
  lastSeenAt: string | null;
  /** Conversations that are theirs and not done with. */
  holds: number;
};

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
export async function listMembers(actor: Actor): Promise<MembersView> {
  if (!can(actor, 'member.manage')) {
    throw new Refusal('forbidden', 'Only admins see who is a member and who is invited.');
  }
  const { workspaceId } = actor;
  const [seen, view] = await Promise.all([
    lastSeen(workspaceId),
    withWorkspace(
      workspaceId,
      async (tx) => {
        const holds = await held(tx, workspaceId);
        return {
          members: (await membersIn(tx, workspaceId)).map((member) => ({
            ...member,
            holds: holds.get(member.id) ?? 0,
          })),
          invitations: await invitationsIn(tx, workspaceId),
        };
      },
      'read',
    ),
  ]);
  return {
    ...view,
    members: view.members.map(({ userId, ...member }) => ({
      ...member,
      lastSeenAt: seen.get(userId) ?? null,
    })),
  };
}

/** Sessions belong to people, not to workspaces: only when somebody looked here is told. */
async function lastSeen(workspaceId: string): Promise<Map<string, string>> {
  const { rows } = await withSystem(
    (tx) =>
      tx.execute<{ userId: string; at: string }>(sql`
        select member.user_id as "userId", max(session.seen_at)::text as at
        from members member join sessions session
          on session.user_id = member.user_id and session.workspace_id = member.workspace_id
        where member.workspace_id = ${workspaceId} and member.removed_at is null
        group by member.user_id`),
    'read',
  );
  return new Map(rows.map(({ userId, at }) => [userId, isoInstant(at)]));
}

async function held(tx: Tx, workspaceId: string): Promise<Map<string | null, number>> {
  const rows = await tx
    .select({ ownerId: conversations.ownerId, holds: count() })
    .from(conversations)
    .where(
      and(
        eq(conversations.workspaceId, workspaceId),
        isNotNull(conversations.ownerId),
        notInArray(conversations.status, ['resolved', 'spam']),
      ),
    )
    .groupBy(conversations.ownerId);
  return new Map(rows.map(({ ownerId, holds }) => [ownerId, holds]));
}

function membersIn(tx: Tx, workspaceId: string) {
  return tx
    .select({
      id: members.id,
      userId: members.userId,
      name: members.name,
      email: members.email,
      roles: members.roles,
    })
    .from(members)
    .where(and(eq(members.workspaceId, workspaceId), isNull(members.removedAt)))
    .orderBy(asc(members.name), asc(members.id));
}

function invitationsIn(tx: Tx, workspaceId: string): Promise<InvitationRow[]> {
  return tx
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
      and(eq(members.workspaceId, invitations.workspaceId), eq(members.id, invitations.invitedBy)),
    )
    .where(
      and(
        eq(invitations.workspaceId, workspaceId),
        isNull(invitations.acceptedAt),
        isNull(invitations.revokedAt),
      ),
    )
    .orderBy(desc(invitations.createdAt))
    .limit(500);
}
