import 'server-only';
import { asc, eq, sql } from 'drizzle-orm';
import type { Tx } from '@/db/client';
import { withWorkspace } from '@/db/client';
import { teams } from '@/db/schema/teams';
import type { Actor } from '@/lib/domain/access/can';
import type { TeamView } from '../inbox/views';
import { requirePermission } from '../permission';

/** Every team by name with its members' ids, also archived ones: conversations may still be theirs. */
export async function teamList(actor: Actor): Promise<TeamView[]> {
  requirePermission(actor, 'member.read');
  return await withWorkspace(actor.workspaceId, (tx) => teamsIn(tx, actor.workspaceId));
}

export function teamsIn(tx: Tx, workspaceId: string): Promise<TeamView[]> {
  return tx
    .select({
      id: teams.id,
      name: teams.name,
      archived: sql<boolean>`${teams.archivedAt} is not null`,
      memberIds: sql<string[]>`array(
        select seat.member_id from team_members seat
        where seat.workspace_id = ${teams.workspaceId} and seat.team_id = ${teams.id}
        order by seat.member_id)`,
    })
    .from(teams)
    .where(eq(teams.workspaceId, workspaceId))
    .orderBy(asc(sql`lower(${teams.name})`), asc(teams.id));
}
