import 'server-only';
import { and, eq } from 'drizzle-orm';
import { contacts } from '@/db/schema/people';
import { Refusal } from '@/lib/domain/refusal';
import type { CommandContext } from '../command';

/** A contact of this workspace that is about to change, locked. Refuses as `not_found`, also for another's. */
export async function contactFor(
  { tx, workspaceId }: CommandContext,
  contactId: string,
): Promise<typeof contacts.$inferSelect> {
  const [contact] = await tx
    .select()
    .from(contacts)
    .where(and(eq(contacts.workspaceId, workspaceId), eq(contacts.id, contactId)))
    .for('update');
  if (!contact) throw new Refusal('not_found', 'There is no such contact here.');
  return contact;
}
