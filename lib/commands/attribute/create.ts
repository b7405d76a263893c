import 'server-only';
import { and, count, eq, isNull, max } from 'drizzle-orm';
import { v7 as uuid } from 'uuid';
import { z } from 'zod';
import { attributes } from '@/db/schema/attributes';
import { ATTRIBUTE_KEY, attributeLimits } from '@/lib/domain/contact/attributes';
import { attributeTypes } from '@/lib/domain/contact/contact';
import { Refusal, refusedField } from '@/lib/domain/refusal';
import type { CommandContext } from '../command';
import { command } from '../command';
import { unlessTaken } from '../taken-name';
import { attributeName, choicesOf, nameIsTaken } from './attribute-for';

/** Something new that the workspace wants to know of its contacts. Its key and type stay for ever. */
export const createAttribute = command({
  permission: 'attribute.manage',
  input: z.strictObject({
    name: attributeName,
    key: z
      .string()
      .regex(
        ATTRIBUTE_KEY,
        'A key begins with a letter and has small letters, digits and _, at most 40.',
      ),
    type: z.enum(attributeTypes),
    choices: choicesOf,
  }),
  async run(context, { name, key, type, choices }) {
    const { tx, workspaceId } = context;
    if (type === 'choice' && choices.length === 0) {
      throw refusedField('choices', 'Write what can be chosen, one on a line.');
    }
    const position = await nextPosition(context);
    await requireFreeKey(context, key);
    const attributeId = uuid();
    const kept = type === 'choice' ? choices : [];
    await unlessTaken(nameIsTaken(name), () =>
      tx
        .insert(attributes)
        .values({ workspaceId, id: attributeId, key, name, type, choices: kept, position }),
    );
    return {
      value: { attributeId },
      events: [{ type: 'attribute.changed', data: { attributeId } }],
    };
  },
});

async function nextPosition({ tx, workspaceId }: CommandContext): Promise<number> {
  const [found] = await tx
    .select({ inUse: count(), last: max(attributes.position) })
    .from(attributes)
    .where(and(eq(attributes.workspaceId, workspaceId), isNull(attributes.archivedAt)));
  if ((found?.inUse ?? 0) >= attributeLimits.inUse) {
    const most = `There are at most ${attributeLimits.inUse} attributes in use.`;
    throw new Refusal('conflict', `${most} Archive one first.`);
  }
  return (found?.last ?? -1) + 1;
}

/** A key is never given twice, not even one of an archived attribute: contacts still hold its values. */
async function requireFreeKey({ tx, workspaceId }: CommandContext, key: string): Promise<void> {
  const [taken] = await tx
    .select({ name: attributes.name })
    .from(attributes)
    .where(and(eq(attributes.workspaceId, workspaceId), eq(attributes.key, key)));
  if (taken) {
    throw refusedField('key', `“${taken.name}” has this key. Choose another.`, 'conflict');
  }
}
