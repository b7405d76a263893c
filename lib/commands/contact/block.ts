import 'server-only';
import { z } from 'zod';
import { wish } from '../block/wish';
import { command } from '../command';

/** Has the network take no more private messages of a contact for the channel. What comes of it is told as an event. */
export const blockContact = command({
  permission: 'contact.block',
  input: z.strictObject({ conversationId: z.uuid() }),
  run: (context, { conversationId }) => wish(context, conversationId, true),
});
