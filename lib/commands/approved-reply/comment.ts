import 'server-only';
import { v7 as uuid } from 'uuid';
import { z } from 'zod';
import { replyComments } from '@/db/schema/replies';
import { shortest } from '@/lib/domain/replies/reply';
import { command } from '../command';
import { words } from './values';
import { versionEvent, versionFor } from './version-for';

/** Something about a version, or about some of its words, beside any decision. */
export const commentOnVersion = command({
  permission: 'reply.review',
  input: z.strictObject({
    versionId: z.uuid(),
    body: words(shortest.comment).refine((body) => body !== '', 'Write a comment.'),
    quote: words(shortest.comment).default(''),
  }),
  async run(context, { versionId, body, quote }) {
    const { tx, workspaceId, actor } = context;
    const { version } = await versionFor(context, versionId);
    const id = uuid();
    await tx
      .insert(replyComments)
      .values({ workspaceId, id, versionId, memberId: actor.memberId, body, quote });
    return { value: { commentId: id }, events: [versionEvent('reply.changed', version)] };
  },
});
