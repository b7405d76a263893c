import 'server-only';
import { z } from 'zod';
import { command } from '../command';
import { emptySent } from '../draft/put';
import { bindFiles, fileIdsInput, noteAttachment, takeAlong } from '../file/take-along';
import { bodyFor } from './body';
import { conversationFor } from './conversation-for';
import { mentionIdsInput, recordMentions, requireReaders } from './mentions';
import { findWritten, write } from './written';

/** Writes something for colleagues only. A note has no delivery, so no worker can ever send it. */
export const noteOnConversation = command({
  permission: 'conversation.note',
  input: z.strictObject({
    conversationId: z.uuid(),
    clientKey: z.uuid(),
    body: z.string().max(100_000),
    draftRevision: z.int().min(1).optional(),
    mentionIds: mentionIdsInput,
    fileIds: fileIdsInput,
  }),
  async run(context, { conversationId, clientKey, draftRevision, mentionIds, fileIds, ...input }) {
    const body = bodyFor('note', input.body, { mayBeEmpty: fileIds.length > 0 });
    const conversation = await conversationFor(context, conversationId);
    const key = { kind: 'note', clientKey } as const;
    const before = await findWritten(context, conversation, key);
    if (before) return { value: before, events: [] };

    await requireReaders(context, mentionIds);
    const attachments = await takeAlong(context, conversation, { fileIds, mode: 'note' });
    const written = await write(context, conversation, { ...key, body, attachments });
    const { messageId } = written;
    await recordMentions(context, { conversationId, messageId }, mentionIds);
    await bindFiles(context, messageId, fileIds);
    if (fileIds.length > 0) await noteAttachment(context, conversationId);
    await emptySent(context, { conversationId, mode: 'note', body, revision: draftRevision });
    return {
      value: written,
      events: [{ type: 'message.noted', conversationId, messageId }],
    };
  },
});
