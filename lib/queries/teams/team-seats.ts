import 'server-only';
import { and, asc, count, eq, inArray, isNotNull, isNull } from 'drizzle-orm';
import type { Tx } from '@/db/client';
import { withWorkspace } from '@/db/client';
import { conversations } from '@/db/schema/conversations';
import { members } from '@/db/schema/workspaces';
import type { Actor, Role } from '@/lib/domain/access/can';
import type { TeamView } from '../inbox/views';
import { requirePermission } from '../permission';
import { teamsIn } from './team-list';

export type TeamSeat = { id: string; name: string; roles: Role[] };

export type TeamWork = TeamView & {
  /** Its conversations that are open or on hold. */
  open: number;
};

/** The teams with their work, and everybody who could sit in one. */
export type TeamSeats = { teams: TeamWork[]; people: TeamSeat[] };

/** Who sits in which team, and how much each has to do. */
export function teamSeats(actor: Actor): Promise<TeamSeats> {
  requirePermission(actor, 'member.read');
  return withWorkspace(
    actor.workspaceId,
    async (tx) => {
      const open = await openWork(tx, actor);
      const teams = await teamsIn(tx, actor.workspaceId);
      return {
        teams: teams.map((team) => ({ ...team, open: open.get(team.id) ?? 0 })),
        people: await tx
          .select({ id: members.id, name: members.name, roles: members.roles })
          .from(members)
          .where(and(eq(members.workspaceId, actor.workspaceId), isNull(members.removedAt)))
          .orderBy(asc(members.name), asc(members.id)),
      };
    },
    'read',
  );
}

async function openWork(tx: Tx, { workspaceId }: Actor): Promise<Map<string | null, number>> {
  const rows = await tx
    .select({ teamId: conversations.teamId, open: count() })
    .from(conversations)
    .where(
      and(
        eq(conversations.workspaceId, workspaceId),
        isNotNull(conversations.teamId),
        inArray(conversations.status, ['open', 'on_hold']),
      ),
    )
    .groupBy(conversations.teamId);
  return new Map(rows.map(({ teamId, open }) => [teamId, open]));
}
