import 'server-only';
import { z } from 'zod';
import { wish } from '../block/wish';
import { command } from '../command';

/** Has the network take a contact's private messages again, or takes back that it should not. */
export const unblockContact = command({
  permission: 'contact.block',
  input: z.strictObject({ conversationId: z.uuid() }),
  run: (context, { conversationId }) => wish(context, conversationId, false),
});
