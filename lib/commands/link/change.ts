import 'server-only';
import { z } from 'zod';
import { messageLinks } from '@/db/schema/links';
import { command } from '../command';
import { unlessTaken } from '../taken-name';
import { firstWords, linkName } from './create';
import { isLink, linkFor, nameIsTaken } from './link-for';

/** Gives a link another name or other first words. Its address stays what it is. */
export const changeLink = command({
  permission: 'link.manage',
  input: z.strictObject({ linkId: z.uuid(), name: linkName, firstWords }),
  async run(context, { linkId, name, firstWords: words }) {
    const { tx, workspaceId } = context;
    const link = await linkFor(context, linkId);
    if (link.name === name && link.firstWords === words) return { value: null, events: [] };
    await unlessTaken(nameIsTaken(name), () =>
      tx.update(messageLinks).set({ name, firstWords: words }).where(isLink(workspaceId, linkId)),
    );
    return { value: null, events: [{ type: 'link.changed', data: { linkId } }] };
  },
});
