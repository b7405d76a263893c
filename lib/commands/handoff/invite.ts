import 'server-only';
import { and, eq } from 'drizzle-orm';
import { z } from 'zod';
import { invitationTexts } from '@/db/schema/handoffs';
import { previewOf } from '@/lib/domain/conversation/preview';
import { Refusal } from '@/lib/domain/refusal';
import type { CommandContext } from '../command';
import { command } from '../command';
import { requireOpenChannel } from '../conversation/channel-open';
import { conversationFor } from '../conversation/conversation-for';
import { requireFits } from '../conversation/in-public';
import { sendOff } from '../conversation/send-off';
import { findWritten, write } from '../conversation/written';
import { beginHandoff, requireWay } from './begin';

/**
 * Invites whoever complained in public to write in private: an approved text as a public answer, with the
 * button that opens the message. Once for a public conversation; refuses where another way is open, or none.
 */
export const inviteToPrivate = command({
  permission: 'conversation.reply',
  input: z.strictObject({
    conversationId: z.uuid(),
    clientKey: z.uuid(),
    textId: z.uuid(),
    seenSeq: z.int().min(0),
  }),
  async run(context, { conversationId, clientKey, textId, seenSeq }) {
    const conversation = await conversationFor(context, conversationId);
    const key = { kind: 'outbound', clientKey } as const;
    const before = await findWritten(context, conversation, key);
    if (before) return { value: { ...before, heldMs: 0 }, events: [] };

    await requireOpenChannel(context, conversation);
    const { postId } = await requireWay(context, conversation, 'invite');
    const body = await approvedText(context, textId);
    requireFits(body);
    const post = {
      invites: true,
      ...(postId !== null && { answers: { externalId: postId } }),
    } as const;
    const written = await write(context, conversation, { ...key, body, attachments: [], post });
    const { messageId } = written;
    await beginHandoff(context, conversation, { how: 'invited', messageId, privateId: null });
    const preview = previewOf({ body, attachments: [] });
    const sent = await sendOff(context, conversation, {
      ...written,
      purpose: 'reply',
      preview,
      hasFiles: false,
      seenSeq,
    });
    return {
      value: { ...written, heldMs: sent.heldMs },
      events: sent.events,
      nudges: ['delivery'],
    };
  },
});

async function approvedText({ tx, workspaceId }: CommandContext, textId: string): Promise<string> {
  const [found] = await tx
    .select({ body: invitationTexts.body })
    .from(invitationTexts)
    .where(and(eq(invitationTexts.workspaceId, workspaceId), eq(invitationTexts.id, textId)));
  if (!found) throw new Refusal('not_found', 'There is no such invitation here.');
  return found.body;
}
