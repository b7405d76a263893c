import 'server-only';
import { z } from 'zod';
import { labels } from '@/db/schema/labels';
import { labelColours } from '@/lib/domain/conversation/labels';
import { command } from '../command';
import { unlessTaken } from '../taken-name';
import { labelName } from './create';
import { isLabel, labelFor, nameIsTaken } from './label-for';

/** Gives a label another name or colour, wherever it is. */
export const changeLabel = command({
  permission: 'label.manage',
  input: z.strictObject({ labelId: z.uuid(), name: labelName, colour: z.enum(labelColours) }),
  async run(context, { labelId, name, colour }) {
    const { tx, workspaceId } = context;
    const label = await labelFor(context, labelId);
    if (label.name === name && label.colour === colour) return { value: null, events: [] };
    await unlessTaken(nameIsTaken(name), () =>
      tx.update(labels).set({ name, colour }).where(isLabel(workspaceId, labelId)),
    );
    return { value: null, events: [{ type: 'label.changed', data: { labelId } }] };
  },
});
