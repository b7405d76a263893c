import 'server-only';
import { and, eq, inArray } from 'drizzle-orm';
import { z } from 'zod';
import { contacts, identities } from '@/db/schema/people';
import { isZone } from '@/lib/domain/search/day';
import { command } from '../command';
import { conversationFor } from '../conversation/conversation-for';

/** Where the person of a conversation lives, as an IANA zone; empty when nobody knows. Quiet hours go by it. */
export const changeContactZone = command({
  permission: 'contact.edit',
  input: z.strictObject({
    conversationId: z.uuid(),
    zone: z
      .string()
      .max(60)
      .refine((zone) => zone === '' || isZone(zone), 'There is no such time zone.'),
  }),
  async run(context, { conversationId, zone }) {
    const { tx, workspaceId } = context;
    const { identityId, channelId } = await conversationFor(context, conversationId);
    const theirs = tx
      .select({ id: identities.contactId })
      .from(identities)
      .where(and(eq(identities.workspaceId, workspaceId), eq(identities.id, identityId)));
    await tx
      .update(contacts)
      .set({ zone: zone === '' ? null : zone })
      .where(and(eq(contacts.workspaceId, workspaceId), inArray(contacts.id, theirs)));
    const data = { fact: 'zone' };
    return {
      value: null,
      events: [{ type: 'relation.changed', conversationId, channelId, data }],
      nudges: ['delivery'],
    };
  },
});
