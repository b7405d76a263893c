import 'server-only';
import { randomInt } from 'node:crypto';
import { v7 as uuid } from 'uuid';
import { z } from 'zod';
import { messageLinks } from '@/db/schema/links';
import { mostFirstWords, referenceFrom } from '@/lib/domain/channel/message-link';
import { Refusal } from '@/lib/domain/refusal';
import { channelFor } from '../channel/channel-for';
import { command } from '../command';
import { shortName } from '../short-name';
import { unlessTaken } from '../taken-name';
import { nameIsTaken } from './link-for';

export const linkName = shortName('Enter where the link will stand.');

export const firstWords = z
  .string()
  .transform((words) => words.normalize('NFC').replace(/\s+/gu, ' ').trim())
  .pipe(z.string().max(mostFirstWords, `Use at most ${mostFirstWords} letters.`));

const RANGE = 2 ** 32;

/** A new "message us" link to a channel, with a reference that no other link anywhere has. */
export const createLink = command({
  permission: 'link.manage',
  input: z.strictObject({ channelId: z.uuid(), name: linkName, firstWords }),
  async run(context, { channelId, name, firstWords: words }) {
    const { tx, workspaceId, actor } = context;
    const { status, handle } = await channelFor(context, channelId);
    if (status === 'disconnected') {
      throw new Refusal('conflict', `@${handle} is disconnected: nobody would read it here.`);
    }
    const linkId = uuid();
    // A reference that somebody has already is a bug of chance: one in hundreds of millions for each link.
    const reference = referenceFrom(() => randomInt(RANGE) / RANGE);
    const createdBy = actor.memberId;
    await unlessTaken(nameIsTaken(name), () =>
      tx.insert(messageLinks).values({
        workspaceId,
        id: linkId,
        channelId,
        name,
        reference,
        firstWords: words,
        createdBy,
      }),
    );
    return { value: { linkId }, events: [{ type: 'link.changed', data: { linkId } }] };
  },
});
