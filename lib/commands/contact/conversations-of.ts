import 'server-only';
import { and, desc, eq } from 'drizzle-orm';
import { conversations } from '@/db/schema/conversations';
import { identities } from '@/db/schema/people';
import type { CommandContext } from '../command';

/** Older ones are hardly open on anybody's screen. */
const MOST = 20;

/** The newest conversations of a contact, for the facts about them. */
export async function conversationsOf(
  { tx, workspaceId }: CommandContext,
  contactId: string,
): Promise<{ conversationId: string; channelId: string }[]> {
  return await tx
    .select({ conversationId: conversations.id, channelId: conversations.channelId })
    .from(identities)
    .innerJoin(
      conversations,
      and(
        eq(conversations.workspaceId, identities.workspaceId),
        eq(conversations.identityId, identities.id),
      ),
    )
    .where(and(eq(identities.workspaceId, workspaceId), eq(identities.contactId, contactId)))
    .orderBy(desc(conversations.lastMessageAt), desc(conversations.id))
    .limit(MOST);
}
