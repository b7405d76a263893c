import 'server-only';
import { and, eq } from 'drizzle-orm';
import { z } from 'zod';
import { messages } from '@/db/schema/conversations';
import { CALLED_BACK } from '@/lib/domain/delivery/called-back';
import { Refusal } from '@/lib/domain/refusal';
import { putUsesBack } from '../approved-reply/approved-words';
import type { CommandContext } from '../command';
import { command } from '../command';
import { decidedEvent } from '../delivery/decided';
import type { Locked } from '../delivery/delivery-for';
import { deliveryFor } from '../delivery/delivery-for';
import { moveDelivery } from '../delivery/move';
import { putInDraft } from '../draft/put';
import { releaseFiles } from '../file/take-along';
import { putBackBeforeReply } from './before-reply';
import { showLastSaid } from './last-said';

/** Calls a reply back while it still waits to leave: it is its writer's draft again, as if never sent. */
export const undoSend = command({
  permission: 'conversation.reply',
  input: z.strictObject({ messageId: z.uuid() }),
  async run(context, { messageId }) {
    const locked = await deliveryFor(context, messageId);
    const text = await ownText(context, messageId);
    const { delivery } = locked;
    const moved = isWaiting(locked)
      ? await moveDelivery(context, locked, { kind: 'cancelled' }, { detail: CALLED_BACK })
      : undefined;
    if (!moved?.moved) throw tooLate(locked);
    const { conversationId } = delivery;
    const draft = await putInDraft(context, { conversationId, mode: 'reply', body: text });
    const files = await releaseFiles(context, messageId);
    await putUsesBack(context, messageId);
    await showLastSaid(context, conversationId);
    const followed = await putBackBeforeReply(context, locked);
    return {
      value: { text, files, ...draft },
      events: [
        decidedEvent(delivery, CALLED_BACK),
        // Where it is put back, that stands instead of what a withdrawn answer comes to by itself.
        ...moved.events.filter(({ type }) => !followed || type === 'delivery.changed'),
        ...(followed ?? []),
      ],
      nudges: [...moved.nudges, 'snooze'],
    };
  },
});

/** Once an attempt was made, taking it back is a decision about its outcome and not an undo. */
function isWaiting({ delivery }: Locked): boolean {
  return delivery.state === 'queued' && delivery.attemptNo === 0;
}

function tooLate({ delivery: { state } }: Locked): Refusal {
  const sentence =
    state === 'cancelled'
      ? 'This reply was taken back already.'
      : 'Too late to undo: this reply was handed to the network already.';
  return new Refusal('conflict', sentence, { state });
}

async function ownText(
  { tx, workspaceId, actor }: CommandContext,
  messageId: string,
): Promise<string> {
  const [message] = await tx
    .select({ body: messages.body, authorId: messages.authorId })
    .from(messages)
    .where(and(eq(messages.workspaceId, workspaceId), eq(messages.id, messageId)));
  if (message?.authorId !== actor.memberId) {
    throw new Refusal('not_found', 'There is no such message here.');
  }
  return message.body;
}
