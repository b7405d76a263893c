import 'server-only';
import { z } from 'zod';
import { attributes } from '@/db/schema/attributes';
import { refusedField } from '@/lib/domain/refusal';
import { command } from '../command';
import { unlessTaken } from '../taken-name';
import { attributeFor, attributeName, choicesOf, isAttribute, nameIsTaken } from './attribute-for';

/**
 * Gives an attribute another name, or other choices. Contacts keep what was chosen for them, also what can be
 * chosen no more.
 */
export const changeAttribute = command({
  permission: 'attribute.manage',
  input: z.strictObject({ attributeId: z.uuid(), name: attributeName, choices: choicesOf }),
  async run(context, { attributeId, name, choices: asked }) {
    const { tx, workspaceId } = context;
    const attribute = await attributeFor(context, attributeId);
    const choices = attribute.type === 'choice' ? asked : [];
    if (attribute.type === 'choice' && choices.length === 0) {
      throw refusedField('choices', 'Write what can be chosen, one on a line.');
    }
    if (attribute.name === name && attribute.choices.join('\n') === choices.join('\n')) {
      return { value: null, events: [] };
    }
    await unlessTaken(nameIsTaken(name), () =>
      tx.update(attributes).set({ name, choices }).where(isAttribute(workspaceId, attributeId)),
    );
    return { value: null, events: [{ type: 'attribute.changed', data: { attributeId } }] };
  },
});
