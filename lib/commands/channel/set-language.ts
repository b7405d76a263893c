import 'server-only';
import { and, eq } from 'drizzle-orm';
import { z } from 'zod';
import { channels } from '@/db/schema/channels';
import { languagePattern } from '@/lib/domain/replies/reply';
import { command } from '../command';
import { channelFor } from './channel-for';

/** Chooses in which language a channel's replies are offered where nobody knows the customer's. */
export const setChannelLanguage = command({
  permission: 'channel.connect',
  input: z.strictObject({ channelId: z.uuid(), language: z.string().regex(languagePattern) }),
  async run(context, { channelId, language }) {
    const { tx, workspaceId } = context;
    await channelFor(context, channelId);
    await tx
      .update(channels)
      .set({ language })
      .where(and(eq(channels.workspaceId, workspaceId), eq(channels.id, channelId)));
    return {
      value: { channelId, language },
      events: [{ type: 'channel.changed', channelId, data: { language } }],
    };
  },
});
