import 'server-only';
import { and, eq, isNull, sql } from 'drizzle-orm';
import { z } from 'zod';
import { attributes } from '@/db/schema/attributes';
import { attributeLimits } from '@/lib/domain/contact/attributes';
import { Refusal } from '@/lib/domain/refusal';
import { command } from '../command';

/** Puts the attributes in use into this order. It names all of them, so that nobody orders what they did not see. */
export const orderAttributes = command({
  permission: 'attribute.manage',
  input: z.strictObject({ order: z.array(z.uuid()).min(1).max(attributeLimits.inUse) }),
  async run({ tx, workspaceId }, { order }) {
    const inUse = await tx
      .select({ id: attributes.id, position: attributes.position })
      .from(attributes)
      .where(and(eq(attributes.workspaceId, workspaceId), isNull(attributes.archivedAt)))
      .orderBy(attributes.position, attributes.id)
      .for('update');
    const ids = inUse.map(({ id }) => id);
    if (order.some((id) => !ids.includes(id))) {
      throw new Refusal('not_found', 'There is no such attribute here.');
    }
    if (new Set(order).size !== ids.length || order.length !== ids.length) {
      throw new Refusal('conflict', 'There are other attributes by now. Look again.');
    }
    if (order.join() === ids.join()) return { value: null, events: [] };
    const places = JSON.stringify(order.map((id, position) => ({ id, position })));
    await tx.execute(sql`
      update attributes set position = place.position
      from jsonb_to_recordset(${places}::jsonb) as place(id uuid, position int)
      where attributes.workspace_id = ${workspaceId} and attributes.id = place.id`);
    return { value: null, events: [{ type: 'attribute.changed' }] };
  },
});
