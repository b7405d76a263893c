import 'server-only';
import { z } from 'zod';
import { command } from '../command';
import { conversationFor } from '../conversation/conversation-for';
import { askAbout } from './checks';

/** Has the network asked how a person and a channel stand to each other now. The answer comes as an event. */
export const askNetwork = command({
  permission: 'conversation.reply',
  input: z.strictObject({ conversationId: z.uuid() }),
  async run(context, { conversationId }) {
    const conversation = await conversationFor(context, conversationId);
    await askAbout(context, conversation);
    return { value: null, events: [], nudges: ['relation'] };
  },
});
