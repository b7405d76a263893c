import 'server-only';
import { sql } from 'drizzle-orm';
import { z } from 'zod';
import { attributes } from '@/db/schema/attributes';
import { command } from '../command';
import { unlessTaken } from '../taken-name';
import { attributeFor, isAttribute } from './attribute-for';

/** Takes an attribute out of use, or into use again. Contacts keep their values, and show them again with it. */
export const archiveAttribute = command({
  permission: 'attribute.manage',
  input: z.strictObject({ attributeId: z.uuid(), archived: z.boolean() }),
  async run(context, { attributeId, archived }) {
    const { tx, workspaceId } = context;
    const attribute = await attributeFor(context, attributeId);
    if ((attribute.archivedAt !== null) === archived) return { value: null, events: [] };
    const taken = `Another attribute is called “${attribute.name}” by now. Rename it first.`;
    await unlessTaken(taken, () =>
      tx
        .update(attributes)
        .set({ archivedAt: archived ? sql`now()` : null })
        .where(isAttribute(workspaceId, attributeId)),
    );
    return {
      value: null,
      events: [{ type: 'attribute.changed', data: { attributeId, archived } }],
    };
  },
});
