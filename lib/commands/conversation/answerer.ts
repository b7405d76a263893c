import 'server-only';
import { and, eq } from 'drizzle-orm';
import { members } from '@/db/schema/workspaces';
import { can } from '@/lib/domain/access/can';
import { Refusal } from '@/lib/domain/refusal';
import type { CommandContext } from '../command';

/** Refuses a member who cannot answer. Locked too: nobody is removed while work is being given to them. */
export async function requireAnswerer(
  { tx, workspaceId }: CommandContext,
  memberId: string,
): Promise<void> {
  const [member] = await tx
    .select({ name: members.name, roles: members.roles, removedAt: members.removedAt })
    .from(members)
    .where(and(eq(members.workspaceId, workspaceId), eq(members.id, memberId)))
    .for('share');
  if (!member || member.removedAt !== null) {
    throw new Refusal('not_found', 'There is no such member here.');
  }
  if (!can(member, 'conversation.reply')) {
    throw new Refusal('invalid', `${member.name} cannot answer conversations.`);
  }
}
