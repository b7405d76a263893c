import 'server-only';
import { sql } from 'drizzle-orm';
import { z } from 'zod';
import { labels } from '@/db/schema/labels';
import { command } from '../command';
import { unlessTaken } from '../taken-name';
import { isLabel, labelFor } from './label-for';

/** Takes a label out of use, or into use again. Conversations that carry it keep it. */
export const archiveLabel = command({
  permission: 'label.manage',
  input: z.strictObject({ labelId: z.uuid(), archived: z.boolean() }),
  async run(context, { labelId, archived }) {
    const { tx, workspaceId } = context;
    const label = await labelFor(context, labelId);
    if ((label.archivedAt !== null) === archived) return { value: null, events: [] };
    const taken = `Another label is called “${label.name}” by now. Rename one of the two first.`;
    await unlessTaken(taken, () =>
      tx
        .update(labels)
        .set({ archivedAt: archived ? sql`now()` : null })
        .where(isLabel(workspaceId, labelId)),
    );
    return { value: null, events: [{ type: 'label.changed', data: { labelId, archived } }] };
  },
});
