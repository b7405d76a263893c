import 'server-only';
import { v7 as uuid } from 'uuid';
import { z } from 'zod';
import { approvedReplies, replyVersions } from '@/db/schema/replies';
import { command } from '../command';
import { heldApart } from './held-apart';
import { language, replyValues, requireChannels } from './values';
import { versionEvent } from './version-for';

/** A new reply with an empty draft in the language that it is first written in. Whoever makes it looks after it. */
export const createReply = command({
  permission: 'reply.write',
  input: z.strictObject({ ...replyValues, sourceLanguage: language }),
  async run(context, values) {
    const { tx, workspaceId, actor } = context;
    await requireChannels(context, values.channelIds);
    const { memberId } = actor;
    const replyId = uuid();
    const versionId = uuid();
    await heldApart(() =>
      tx
        .insert(approvedReplies)
        .values({ workspaceId, id: replyId, ownerId: memberId, createdBy: memberId, ...values }),
    );
    await tx.insert(replyVersions).values({
      ...{ workspaceId, id: versionId, replyId, number: 1, authorId: memberId },
      ...{ language: values.sourceLanguage, risk: values.risk },
    });
    return {
      value: { replyId, versionId },
      events: [versionEvent('reply.changed', { id: versionId, replyId })],
    };
  },
});
