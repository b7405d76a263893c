import 'server-only';
import { and, desc, eq, inArray } from 'drizzle-orm';
import { z } from 'zod';
import { events } from '@/db/schema/workspaces';
import type { EventType } from '@/lib/domain/conversation/events';
import { Refusal } from '@/lib/domain/refusal';
import type { CommandContext } from '../command';
import { command } from '../command';
import { waitingSinceNow } from '../delivery/customer-waits';
import { conversationFor } from './conversation-for';

/** Says of a conversation that was closed unanswered that no answer was needed: its clocks end there. */
export const noAnswerNeeded = command({
  permission: 'conversation.close',
  input: z.strictObject({ conversationId: z.uuid() }),
  async run(context, { conversationId }) {
    const { status } = await conversationFor(context, conversationId);
    if (status !== 'resolved') {
      throw new Refusal('conflict', 'This conversation is not closed. Close it first.');
    }
    const last = await lastWord(context, conversationId);
    const value = { conversationId };
    if (last?.data['noAnswerNeeded'] === true) return { value, events: [] };
    if (last?.type !== 'conversation.closed') {
      throw new Refusal(
        'conflict',
        'Something happened here since it was closed. Look at it again.',
      );
    }
    if ((await waitingSinceNow(context, conversationId)) === null) {
      throw new Refusal('conflict', 'The customer has been answered; there is nothing to say.');
    }
    const data = { from: status, noAnswerNeeded: true };
    return { value, events: [{ type: 'conversation.closed', conversationId, data }] };
  },
});

/** What can come between a closing and what is said of it. */
const words = [
  'conversation.closed',
  'conversation.reopened',
  'conversation.status',
  'conversation.snoozed',
  'conversation.woke',
  'message.received',
  'message.replied',
  'message.echoed',
  'message.deleted',
] as const satisfies EventType[];

async function lastWord({ tx, workspaceId }: CommandContext, conversationId: string) {
  const [last] = await tx
    .select({ type: events.type, data: events.data })
    .from(events)
    .where(
      and(
        eq(events.workspaceId, workspaceId),
        eq(events.conversationId, conversationId),
        inArray(events.type, [...words]),
      ),
    )
    .orderBy(desc(events.seq))
    .limit(1);
  return last;
}
