import 'server-only';
import { z } from 'zod';
import { afterReply } from '@/lib/domain/conversation/answering';
import type { PublicPost } from '@/lib/domain/conversation/post';
import { previewOf } from '@/lib/domain/conversation/preview';
import type { Purpose } from '@/lib/domain/permissions/purpose';
import type { CommandContext } from '../command';
import { command } from '../command';
import { emptySent } from '../draft/put';
import { bindFiles, fileIdsInput, takeAlong } from '../file/take-along';
import { bodyFor } from './body';
import { requireOpenChannel } from './channel-open';
import type { Conversation } from './conversation-for';
import { conversationFor } from './conversation-for';
import { answeredInPublic } from './in-public';
import { requirePermitted } from './require-permitted';
import { sendOff } from './send-off';
import { requireNothingUnseen } from './unseen';
import { findWritten, write } from './written';

/**
 * Answers the customer: the message and its delivery stand in the database before anybody is told,
 * and a worker hands it to the network. Refuses with `details.unseen` when a colleague was faster.
 */
export const replyToConversation = command({
  permission: 'conversation.reply',
  input: z.strictObject({
    conversationId: z.uuid(),
    clientKey: z.uuid(),
    body: z.string().max(100_000),
    /** The `seq` of the thread that the writer had on screen. */
    seenSeq: z.int().min(0),
    override: z.boolean().optional(),
    draftRevision: z.int().min(1).optional(),
    fileIds: fileIdsInput,
    /** Where the conversation goes; without it, from open to waiting for the customer. */
    // biome-ignore lint/suspicious/noThenProperty: a word, never a function
    then: z.enum(afterReply).optional(),
  }),
  async run(context, input) {
    const { conversationId, clientKey, seenSeq, override, draftRevision, fileIds } = input;
    const body = bodyFor('reply', input.body, { mayBeEmpty: fileIds.length > 0 });
    const conversation = await conversationFor(context, conversationId);
    const key = { kind: 'outbound', clientKey } as const;
    const before = await findWritten(context, conversation, key);
    if (before) return { value: { ...before, heldMs: 0 }, events: [] };

    await requireOpenChannel(context, conversation);
    const { post, purpose } = await permitted(context, conversation, { body, fileIds });
    if (!override) await requireNothingUnseen(context, conversation, seenSeq);
    const attachments = await takeAlong(context, conversation, { fileIds, mode: 'reply' });
    const written = await write(context, conversation, { ...key, body, attachments, post });
    const { messageId } = written;
    await bindFiles(context, messageId, fileIds);
    await emptySent(context, { conversationId, mode: 'reply', body, revision: draftRevision });
    const preview = previewOf({ body, attachments });
    const hasFiles = fileIds.length > 0;
    const { heldMs, events } = await sendOff(context, conversation, {
      ...written,
      purpose,
      preview,
      hasFiles,
      seenSeq,
      wish: input.then,
    });
    return { value: { ...written, heldMs }, events, nudges: ['delivery'] };
  },
});

/** The rules of the place where it is said; in public, with the post that it answers. */
async function permitted(
  context: CommandContext,
  conversation: Conversation,
  reply: { body: string; fileIds: readonly string[] },
): Promise<{ post: PublicPost | null; purpose: Purpose }> {
  if (conversation.kind === 'public') {
    return { post: await answeredInPublic(context, conversation, reply), purpose: 'reply' };
  }
  return { post: null, purpose: await requirePermitted(context, conversation) };
}
