import 'server-only';
import { sql } from 'drizzle-orm';
import { z } from 'zod';
import { messageLinks } from '@/db/schema/links';
import { command } from '../command';
import { unlessTaken } from '../taken-name';
import { isLink, linkFor } from './link-for';

/** Takes a link out of use, or into use again. Whoever follows it meanwhile can still write, and is not counted. */
export const archiveLink = command({
  permission: 'link.manage',
  input: z.strictObject({ linkId: z.uuid(), archived: z.boolean() }),
  async run(context, { linkId, archived }) {
    const { tx, workspaceId } = context;
    const link = await linkFor(context, linkId);
    if ((link.archivedAt !== null) === archived) return { value: null, events: [] };
    const taken = `Another link is called “${link.name}” by now. Rename one of the two first.`;
    await unlessTaken(taken, () =>
      tx
        .update(messageLinks)
        .set({ archivedAt: archived ? sql`now()` : null })
        .where(isLink(workspaceId, linkId)),
    );
    return { value: null, events: [{ type: 'link.changed', data: { linkId, archived } }] };
  },
});
