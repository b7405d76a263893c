import 'server-only';
import { and, eq, sql } from 'drizzle-orm';
import { z } from 'zod';
import { channels } from '@/db/schema/channels';
import { Refusal } from '@/lib/domain/refusal';
import { command } from '../command';
import { channelFor } from './channel-for';

/**
 * Ends a connection. From here on nothing is received or sent; the conversations stay. A worker tells
 * the network and forgets the tokens.
 */
export const disconnectChannel = command({
  permission: 'channel.connect',
  input: z.strictObject({ channelId: z.uuid() }),
  async run(context, { channelId }) {
    const { tx, workspaceId } = context;
    const { status, handle } = await channelFor(context, channelId);
    if (status === 'disconnected') {
      throw new Refusal('conflict', `@${handle} is disconnected already.`);
    }
    await tx
      .update(channels)
      .set({
        status: 'disconnected',
        statusReason: null,
        healDueAt: sql`now()`,
        healLeaseUntil: null,
        healWalk: null,
        healProblem: null,
        subscribedAt: null,
        silenceDueAt: null,
        silentSince: null,
      })
      .where(and(eq(channels.workspaceId, workspaceId), eq(channels.id, channelId)));
    return {
      value: { channelId },
      events: [{ type: 'channel.disconnected', channelId }],
      nudges: ['healing', 'delivery'],
    };
  },
});
