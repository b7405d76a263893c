import 'server-only';
import { and, eq, isNull } from 'drizzle-orm';
import { members } from '@/db/schema/workspaces';
import { can } from '@/lib/domain/access/can';
import { Refusal } from '@/lib/domain/refusal';
import type { CommandContext } from '../command';
import type { Held } from './version-for';

/** Refuses whoever did not write it: its reviewer must know whose words they are. */
export function requireAuthor({ actor }: CommandContext, { version }: Held): void {
  if (version.authorId === actor.memberId) return;
  throw new Refusal('forbidden', 'Somebody else writes this version. Only its author changes it.');
}

/** The same for what clears the way: when its author writes no more, any marketer may. */
export async function requireAuthorOrHeir(context: CommandContext, held: Held): Promise<void> {
  const { tx, workspaceId, actor } = context;
  const { authorId } = held.version;
  if (authorId === actor.memberId) return;
  const [author] = await tx
    .select({ roles: members.roles })
    .from(members)
    .where(
      and(
        eq(members.workspaceId, workspaceId),
        eq(members.id, authorId),
        isNull(members.removedAt),
      ),
    );
  if (author && can(author, 'reply.write')) requireAuthor(context, held);
}

/** Refuses whoever looks at other words than those that stand there now. */
export function requireRevision({ version: { revision } }: Held, seen: number): void {
  if (revision === seen) return;
  throw new Refusal('conflict', 'This draft was changed elsewhere since you opened it.', {
    revision,
  });
}
