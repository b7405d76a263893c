import 'server-only';
import { and, eq } from 'drizzle-orm';
import { messageLinks } from '@/db/schema/links';
import { Refusal } from '@/lib/domain/refusal';
import type { CommandContext } from '../command';

type MessageLink = typeof messageLinks.$inferSelect;

/** A link of this workspace that is about to change, locked. Refuses as `not_found`, also for another's. */
export async function linkFor(
  { tx, workspaceId }: CommandContext,
  linkId: string,
): Promise<MessageLink> {
  const [link] = await tx
    .select()
    .from(messageLinks)
    .where(isLink(workspaceId, linkId))
    .for('update');
  if (!link) throw new Refusal('not_found', 'There is no such link here.');
  return link;
}

export function isLink(workspaceId: string, linkId: string) {
  return and(eq(messageLinks.workspaceId, workspaceId), eq(messageLinks.id, linkId));
}

/** What is said about a name that another link has. */
export function nameIsTaken(name: string): string {
  return `There is a link “${name}” already.`;
}
