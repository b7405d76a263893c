import 'server-only';
import { and, eq, sql } from 'drizzle-orm';
import { z } from 'zod';
import { channels } from '@/db/schema/channels';
import { silenceChoices } from '@/lib/domain/channel/silence';
import { Refusal } from '@/lib/domain/refusal';
import { command } from '../command';
import { channelFor } from './channel-for';

/** Chooses after how long without a message somebody is told; a worker listens by it at once. */
export const setSilenceAlarm = command({
  permission: 'channel.connect',
  input: z.strictObject({
    channelId: z.uuid(),
    afterMinutes: z
      .number()
      .nullable()
      .refine((minutes) => silenceChoices.some((choice) => choice === minutes)),
  }),
  async run(context, { channelId, afterMinutes }) {
    const { tx, workspaceId } = context;
    const { status, handle } = await channelFor(context, channelId);
    if (status === 'disconnected') {
      throw new Refusal('conflict', `@${handle} is disconnected: nobody listens for it.`);
    }
    await tx
      .update(channels)
      .set({ silentAfterMinutes: afterMinutes, silenceDueAt: sql`now()` })
      .where(and(eq(channels.workspaceId, workspaceId), eq(channels.id, channelId)));
    return {
      value: { channelId },
      events: [{ type: 'channel.changed', channelId, data: { silentAfterMinutes: afterMinutes } }],
      nudges: ['silence'],
    };
  },
});
