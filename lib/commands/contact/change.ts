import 'server-only';
import { and, eq } from 'drizzle-orm';
import { z } from 'zod';
import { contacts } from '@/db/schema/people';
import type { ContactChange, Standing } from '@/lib/domain/contact/change';
import { changed, fieldOf, MOST_CONTACT_LABELS, recorded } from '@/lib/domain/contact/change';
import { contactKinds } from '@/lib/domain/contact/contact';
import { Refusal, refusedField } from '@/lib/domain/refusal';
import type { CommandContext } from '../command';
import { command } from '../command';
import type { Asked } from './check-change';
import { checkChanges } from './check-change';
import { contactFor } from './contact-for';
import { conversationsOf } from './conversations-of';

const value = z.union([z.string().max(1_000), z.number(), z.boolean(), z.null()]);

const asked = z.discriminatedUnion('field', [
  z.strictObject({
    field: z.literal('kind'),
    from: z.enum(contactKinds),
    to: z.enum(contactKinds),
  }),
  z.strictObject({ field: z.literal('vip'), to: z.boolean() }),
  z.strictObject({ field: z.literal('label'), labelId: z.uuid(), on: z.boolean() }),
  z.strictObject({
    field: z.literal('attribute'),
    key: z.string().max(40),
    from: value,
    to: value,
  }),
]);

/**
 * What a contact is to the brand: kind, VIP, labels and the workspace's own attributes. Each change touches
 * its own field and none beside it; one whose field somebody changed meanwhile is refused with all that came along.
 */
export const changeContact = command({
  permission: 'contact.edit',
  input: z.strictObject({ contactId: z.uuid(), changes: z.array(asked).min(1).max(100) }),
  async run(context, { contactId, changes }) {
    const contact = await contactFor(context, contactId);
    const wanted = await checkChanges(context, changes);
    const { standing, made } = applied(contact, wanted);
    if (made.length === 0) return { value: null, events: [] };
    await write(context, contactId, standing);
    const fields = [...new Set(made.map(fieldOf))].join(' ');
    const told = made.map((change) => recorded(contact, standing, change));
    const data = Object.assign({ contactId, fields }, ...told);
    const concerned = await conversationsOf(context, contactId);
    return {
      value: null,
      events: concerned.map((where) => ({ type: 'contact.changed' as const, ...where, data })),
    };
  },
});

function applied(contact: Standing, wanted: readonly Asked[]) {
  const { kind, vip, labelIds, attributes } = contact;
  let standing: Standing = { kind, vip, labelIds, attributes };
  const made: ContactChange[] = [];
  for (const { change, name } of wanted) {
    const next = changed(standing, change);
    if (next === 'overtaken') {
      const message = `Somebody changed ${name} meanwhile. Look at it and save again.`;
      throw refusedField(fieldOf(change), message, 'conflict');
    }
    if (next === 'same') continue;
    standing = next;
    made.push(change);
  }
  if (standing.labelIds.length > Math.max(MOST_CONTACT_LABELS, labelIds.length)) {
    throw new Refusal('conflict', `A contact carries at most ${MOST_CONTACT_LABELS} labels.`);
  }
  return { standing, made };
}

async function write(
  { tx, workspaceId }: CommandContext,
  contactId: string,
  { kind, vip, labelIds, attributes }: Standing,
): Promise<void> {
  await tx
    .update(contacts)
    .set({ kind, vip, labelIds: [...labelIds], attributes })
    .where(and(eq(contacts.workspaceId, workspaceId), eq(contacts.id, contactId)));
}
