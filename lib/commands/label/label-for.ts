import 'server-only';
import { and, eq } from 'drizzle-orm';
import { labels } from '@/db/schema/labels';
import { Refusal } from '@/lib/domain/refusal';
import type { CommandContext } from '../command';

type Label = typeof labels.$inferSelect;

/** A label of this workspace that is about to change, locked. Refuses as `not_found`, also for another's. */
export async function labelFor(
  { tx, workspaceId }: CommandContext,
  labelId: string,
): Promise<Label> {
  const [label] = await tx.select().from(labels).where(isLabel(workspaceId, labelId)).for('update');
  if (!label) throw new Refusal('not_found', 'There is no such label here.');
  return label;
}

export function isLabel(workspaceId: string, labelId: string) {
  return and(eq(labels.workspaceId, workspaceId), eq(labels.id, labelId));
}

/** What is said about a name that another label has. */
export function nameIsTaken(name: string): string {
  return `There is a label “${name}” already.`;
}
