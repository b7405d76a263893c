import 'server-only';
import { and, eq } from 'drizzle-orm';
import { z } from 'zod';
import { handoffs } from '@/db/schema/handoffs';
import { command } from '../command';
import { conversationFor } from '../conversation/conversation-for';
import { beginHandoff, requireWay } from './begin';
import { passOn } from './pass-on';

/** Goes on in the private conversation that there is: it takes over owner, team, priority and labels. */
export const writePrivately = command({
  permission: 'conversation.reply',
  input: z.strictObject({ conversationId: z.uuid() }),
  async run(context, { conversationId }) {
    const { tx, workspaceId } = context;
    const conversation = await conversationFor(context, conversationId);
    const [known] = await tx
      .select({ privateId: handoffs.privateId })
      .from(handoffs)
      .where(and(eq(handoffs.workspaceId, workspaceId), eq(handoffs.publicId, conversationId)));
    if (known?.privateId) return { value: { conversationId: known.privateId }, events: [] };
    const { privateId } = await requireWay(context, conversation, 'write');
    if (privateId === null) throw new Error('a way to write without a conversation');
    await beginHandoff(context, conversation, { how: 'written', messageId: null, privateId });
    const events = await passOn(context, { publicId: conversationId, privateId, matchedBy: null });
    return { value: { conversationId: privateId }, events };
  },
});
