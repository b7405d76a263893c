import 'server-only';
import { v7 as uuid } from 'uuid';
import { z } from 'zod';
import { labels } from '@/db/schema/labels';
import { labelColours } from '@/lib/domain/conversation/labels';
import { command } from '../command';
import { shortName } from '../short-name';
import { unlessTaken } from '../taken-name';
import { nameIsTaken } from './label-for';

export const labelName = shortName('Enter the name of the label.');

/** A new label. Two labels in use never have the same name, however it is capitalised. */
export const createLabel = command({
  permission: 'label.manage',
  input: z.strictObject({ name: labelName, colour: z.enum(labelColours) }),
  async run({ tx, workspaceId }, { name, colour }) {
    const labelId = uuid();
    await unlessTaken(nameIsTaken(name), () =>
      tx.insert(labels).values({ workspaceId, id: labelId, name, colour }),
    );
    return { value: { labelId }, events: [{ type: 'label.changed', data: { labelId } }] };
  },
});
