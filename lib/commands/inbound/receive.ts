import 'server-only';
import { and, eq, sql } from 'drizzle-orm';
import { conversations } from '@/db/schema/conversations';
import { effectOf } from '@/lib/domain/conversation/arrival';
import type { EventDraft } from '@/lib/domain/conversation/events';
import type { CommandContext, Outcome } from '../command';
import { waitingSinceNow } from '../delivery/customer-waits';
import { findSender, identityFor } from './identity';
import type { Thread } from './thread';
import { asNewest, threadFor, writeMessage } from './thread';
import type { Receipt, ToldMessage } from './told';

/**
 * Takes in what a customer wrote: the person, the conversation, the message, and what it changes.
 * Told again, it changes nothing; told late, it takes its place without moving what came after it.
 */
export async function receiveMessage(
  context: CommandContext<null>,
  message: ToldMessage,
): Promise<Outcome<Receipt>> {
  const sender = await findSender(context, message);
  if (!sender) return { value: 'gone', events: [] };
  if (sender.known) return { value: 'repeated', events: [] };

  const told = { message, kind: 'inbound' } as const;
  const identityId =
    sender.identityId ?? (await identityFor(context, sender.network, message.participant));
  const thread = await threadFor(context, identityId, told);
  const messageId = await writeMessage(context, thread.id, told);
  if (messageId === undefined) return { value: 'repeated', events: [] };

  const effect = effectOf(thread);
  if (!thread.isNew) await advance(context, thread, { message, effect });
  return { value: 'received', events: factsOf({ thread, message, messageId, effect }) };
}

type Effect = ReturnType<typeof effectOf>;

async function advance(
  context: CommandContext<null>,
  thread: Thread,
  { message, effect }: { message: ToldMessage; effect: Effect },
): Promise<void> {
  const { tx, workspaceId } = context;
  const at = message.at.toISOString();
  await tx
    .update(conversations)
    .set({
      ...(thread.newest && asNewest({ message, kind: 'inbound' })),
      lastInboundAt: sql`greatest(${conversations.lastInboundAt}, ${at}::timestamptz)`,
      ...(waits(thread, effect) && {
        waitingSince: thread.newest
          ? sql`least(${conversations.waitingSince}, ${at}::timestamptz)`
          : await waitingSinceNow(context, thread.id),
      }),
      ...(effect !== 'stays' && {
        status: 'open' as const,
        resolvedAt: null,
        resolvedBy: null,
        version: sql`${conversations.version} + 1`,
      }),
      ...(effect === 'returns' && { episode: sql`${conversations.episode} + 1` }),
    })
    .where(and(eq(conversations.workspaceId, workspaceId), eq(conversations.id, thread.id)));
}

/** Nobody waits in what is settled or unwanted. */
function waits({ status }: Thread, effect: Effect): boolean {
  return effect !== 'stays' || (status !== 'resolved' && status !== 'spam');
}

function factsOf(what: {
  thread: Thread;
  message: ToldMessage;
  messageId: string;
  effect: Effect;
}): EventDraft[] {
  const { thread, message, messageId, effect } = what;
  const place = { conversationId: thread.id, channelId: message.channelId };
  const { postId, welcomeMessageId } = message.initiatedVia ?? {};
  return [
    ...(thread.isNew ? [{ type: 'conversation.started', ...place } as const] : []),
    ...(effect === 'stays'
      ? []
      : [
          {
            type: 'conversation.reopened',
            ...place,
            data: { newEpisode: effect === 'returns' },
          } as const,
        ]),
    {
      type: 'message.received',
      ...place,
      messageId,
      data: {
        ...(message.healed && { healed: true }),
        ...(postId && { postId }),
        ...(welcomeMessageId && { welcomeMessageId }),
      },
    },
  ];
}
