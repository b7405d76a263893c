import 'server-only';
import { and, eq, ne, or } from 'drizzle-orm';
import { conversations } from '@/db/schema/conversations';
import type { Actor } from '@/lib/domain/access/can';
import type { CommandContext } from '../command';
import type { Pair } from './learn';
import { ofPair } from './of-pair';

/** The conversations of a person with a channel that may be looked at: the private one, and what is open in public. */
export async function conversationsOfPair(
  { tx, workspaceId }: CommandContext<Actor | null>,
  pair: Pair,
): Promise<string[]> {
  const found = await tx
    .select({ id: conversations.id })
    .from(conversations)
    .where(
      and(
        ofPair(conversations, workspaceId, pair),
        or(eq(conversations.kind, 'private'), ne(conversations.status, 'resolved')),
      ),
    );
  return found.map(({ id }) => id);
}
