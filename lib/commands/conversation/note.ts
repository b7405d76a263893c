import 'server-only';
import { z } from 'zod';
import { command } from '../command';
import { bodyFor } from './body';
import { conversationFor } from './conversation-for';
import { findWritten, write } from './written';

/** Writes something for colleagues only. A note has no delivery, so no worker can ever send it. */
export const noteOnConversation = command({
  permission: 'conversation.note',
  input: z.strictObject({
    conversationId: z.uuid(),
    clientKey: z.uuid(),
    body: z.string().max(100_000),
  }),
  async run(context, { conversationId, clientKey, ...input }) {
    const body = bodyFor('note', input.body);
    const conversation = await conversationFor(context, conversationId);
    const draft = { kind: 'note', clientKey, body } as const;
    const before = await findWritten(context, conversation, draft);
    if (before) return { value: before, events: [] };

    const written = await write(context, conversation, draft);
    const { messageId } = written;
    return {
      value: written,
      events: [{ type: 'message.noted', conversationId, messageId }],
    };
  },
});
