import 'server-only';
import { and, eq, sql } from 'drizzle-orm';
import { z } from 'zod';
import { channels } from '@/db/schema/channels';
import { Refusal } from '@/lib/domain/refusal';
import { command } from '../command';
import { channelFor } from './channel-for';

/** Has a worker look now whether the channel missed anything, instead of when it is next due. */
export const checkChannel = command({
  permission: 'channel.connect',
  input: z.strictObject({ channelId: z.uuid() }),
  async run(context, { channelId }) {
    const { tx, workspaceId } = context;
    const { status, handle } = await channelFor(context, channelId);
    if (status === 'disconnected' || status === 'reconnect') {
      throw new Refusal('conflict', `@${handle} has to be connected again first.`);
    }
    await tx
      .update(channels)
      .set({ healDueAt: sql`now()` })
      .where(and(eq(channels.workspaceId, workspaceId), eq(channels.id, channelId)));
    return { value: { channelId }, events: [], nudges: ['healing'] };
  },
});
