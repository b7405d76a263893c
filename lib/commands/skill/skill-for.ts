import 'server-only';
import { and, eq } from 'drizzle-orm';
import { skills } from '@/db/schema/routing';
import { Refusal } from '@/lib/domain/refusal';
import type { CommandContext } from '../command';

type Skill = typeof skills.$inferSelect;

/** A skill of this workspace that is about to change, locked. Refuses as `not_found`, also for another's. */
export async function skillFor(
  { tx, workspaceId }: CommandContext,
  skillId: string,
): Promise<Skill> {
  const [skill] = await tx.select().from(skills).where(isSkill(workspaceId, skillId)).for('update');
  if (!skill) throw new Refusal('not_found', 'There is no such skill here.');
  return skill;
}

export function isSkill(workspaceId: string, skillId: string) {
  return and(eq(skills.workspaceId, workspaceId), eq(skills.id, skillId));
}

/** What is said about a name that another skill has. */
export function nameIsTaken(name: string): string {
  return `There is a skill “${name}” already.`;
}
