import 'server-only';
import { and, eq } from 'drizzle-orm';
import { teams } from '@/db/schema/teams';
import { Refusal } from '@/lib/domain/refusal';
import type { CommandContext } from '../command';

type Team = typeof teams.$inferSelect;

/** A team of this workspace that is about to change, locked. Refuses as `not_found`, also for another's. */
export async function teamFor({ tx, workspaceId }: CommandContext, teamId: string): Promise<Team> {
  const [team] = await tx.select().from(teams).where(isTeam(workspaceId, teamId)).for('update');
  if (!team) throw new Refusal('not_found', 'There is no such team here.');
  return team;
}

export function isTeam(workspaceId: string, teamId: string) {
  return and(eq(teams.workspaceId, workspaceId), eq(teams.id, teamId));
}

/** What is said about a name that another team has. */
export function nameIsTaken(name: string): string {
  return `There is a team “${name}” already.`;
}
