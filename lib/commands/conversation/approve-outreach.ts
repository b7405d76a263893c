import 'server-only';
import { z } from 'zod';
import { outreachApprovals } from '@/db/schema/permissions';
import { command } from '../command';
import { conversationFor } from './conversation-for';

/** A lead lets the team write first to somebody who never wrote, where the brand's policy wants that asked. */
export const approveOutreach = command({
  permission: 'outreach.approve',
  input: z.strictObject({ conversationId: z.uuid() }),
  async run(context, { conversationId }) {
    const { tx, workspaceId, actor } = context;
    const { channelId } = await conversationFor(context, conversationId);
    const { rowCount } = await tx
      .insert(outreachApprovals)
      .values({ workspaceId, conversationId, memberId: actor.memberId })
      .onConflictDoNothing();
    if (rowCount === 0) return { value: null, events: [] };
    return {
      value: null,
      events: [
        {
          type: 'relation.changed',
          conversationId,
          channelId,
          data: { fact: 'approved', value: true },
        },
      ],
      nudges: ['delivery'],
    };
  },
});
