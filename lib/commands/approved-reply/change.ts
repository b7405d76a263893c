import 'server-only';
import { and, eq, isNull } from 'drizzle-orm';
import { z } from 'zod';
import { approvedReplies } from '@/db/schema/replies';
import { members } from '@/db/schema/workspaces';
import { can } from '@/lib/domain/access/can';
import { Refusal, refusedField } from '@/lib/domain/refusal';
import type { CommandContext } from '../command';
import { command } from '../command';
import { heldApart } from './held-apart';
import { replyValues, requireChannels } from './values';
import { isReply, replyFor } from './version-for';

/** What a reply is called, where it stands, what it is for and who looks after it; never its words. */
export const changeReply = command({
  permission: 'reply.write',
  input: z.strictObject({
    replyId: z.uuid(),
    version: z.int(),
    ...replyValues,
    ownerId: z.uuid(),
  }),
  async run(context, { replyId, version, ...values }) {
    const { tx, workspaceId } = context;
    const reply = await replyFor(context, replyId);
    if (reply.version !== version) {
      throw new Refusal('conflict', 'Somebody has changed this reply since you opened it.', {
        version: reply.version,
      });
    }
    await requireChannels(context, values.channelIds);
    if (values.ownerId !== reply.ownerId) await requireOwner(context, values.ownerId);
    const changed = version + 1;
    await heldApart(() =>
      tx
        .update(approvedReplies)
        .set({ ...values, version: changed })
        .where(isReply(workspaceId, replyId)),
    );
    // Its key, its title and its channels are what agents choose by.
    return {
      value: { version: changed },
      events: [{ type: 'reply.published', data: { replyId, to: 'changed' } }],
    };
  },
});

async function requireOwner({ tx, workspaceId }: CommandContext, memberId: string): Promise<void> {
  const [member] = await tx
    .select({ roles: members.roles })
    .from(members)
    .where(
      and(
        eq(members.workspaceId, workspaceId),
        eq(members.id, memberId),
        isNull(members.removedAt),
      ),
    );
  if (member && can(member, 'reply.write')) return;
  throw refusedField('ownerId', 'Only a marketer looks after an approved reply.');
}
