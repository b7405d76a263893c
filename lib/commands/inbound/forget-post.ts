import 'server-only';
import { and, eq, sql } from 'drizzle-orm';
import { conversations, messages } from '@/db/schema/conversations';
import type { CommandContext, Outcome } from '../command';
import { conversationFor } from '../conversation/conversation-for';
import { showLastSaid } from '../conversation/last-said';
import { forgetShown } from '../triage/forget-shown';
import { countWaitAgain } from './thread';

type Gone = { channelId: string; externalId: string };

/**
 * Takes away the words of a post that is gone from its network, here and where others repeat them. That it was there stays. Only posts: a private message that one side deletes stays with the other.
 */
export async function forgetPost(
  context: CommandContext<null>,
  gone: Gone,
): Promise<Outcome<'received' | 'repeated' | 'unheld'>> {
  const { tx, workspaceId } = context;
  const [held] = await tx
    .select({ messageId: messages.id, conversationId: messages.conversationId })
    .from(messages)
    .innerJoin(
      conversations,
      and(
        eq(conversations.workspaceId, messages.workspaceId),
        eq(conversations.id, messages.conversationId),
        eq(conversations.kind, 'public'),
      ),
    )
    .where(
      and(
        eq(messages.workspaceId, workspaceId),
        eq(messages.channelId, gone.channelId),
        eq(messages.externalId, gone.externalId),
      ),
    );
  await forgetRepeated(context, gone);
  if (!held) return { value: 'unheld', events: [] };
  const { messageId, conversationId } = held;
  const conversation = await conversationFor(context, conversationId);
  const { rowCount } = await tx
    .update(messages)
    .set({ body: '', attachments: [], unreadable: 'deleted' })
    .where(
      and(
        eq(messages.workspaceId, workspaceId),
        eq(messages.id, messageId),
        sql`${messages.unreadable} is distinct from 'deleted'`,
      ),
    );
  if (rowCount === 0) return { value: 'repeated', events: [] };
  await forgetShown(context, conversationId);
  await showLastSaid(context, conversationId);
  if (conversation.waitingSince !== null) await countWaitAgain(context, conversationId);
  const { channelId } = gone;
  return {
    value: 'received',
    events: [{ type: 'message.deleted', conversationId, channelId, messageId }],
  };
}

/** What other posts repeat of it, in whoever's conversation. */
async function forgetRepeated(
  { tx, workspaceId }: CommandContext<null>,
  { channelId, externalId }: Gone,
): Promise<void> {
  await tx.execute(sql`
    update messages set post = post #- '{answers,text}'
    where workspace_id = ${workspaceId} and channel_id = ${channelId} and post is not null
      and (post -> 'answers' ->> 'externalId') = ${externalId}`);
  await tx.execute(sql`
    update messages set post = post #- '{quotes,text}'
    where workspace_id = ${workspaceId} and channel_id = ${channelId} and post is not null
      and (post -> 'quotes' ->> 'externalId') = ${externalId}`);
}
