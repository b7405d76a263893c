import 'server-only';
import { and, eq, inArray, sql } from 'drizzle-orm';
import { v7 as uuid } from 'uuid';
import { replyApprovals, replyUses } from '@/db/schema/reply-uses';
import { Refusal } from '@/lib/domain/refusal';
import type { CommandContext } from '../command';
import { command } from '../command';
import { bodyFor } from '../conversation/body';
import { requireOpenChannel } from '../conversation/channel-open';
import { conversationFor } from '../conversation/conversation-for';
import { replyInput } from '../conversation/reply-input';
import { permitted } from '../conversation/say';
import { requireNothingUnseen } from '../conversation/unseen';
import { emptySent } from '../draft/put';
import { takeAlong } from '../file/take-along';
import type { Words } from './approved-words';
import { letGo, wordsOf } from './approved-words';
import { findAsked } from './find-asked';

/**
 * Puts a reply that strayed from approved words before a marketer or a lead. The customer waits on: it is no message and stops
 * no clock before it is approved. Its words are no draft any more; they come back if it is not let go.
 */
export const askForApproval = command({
  permission: 'conversation.reply',
  input: replyInput,
  async run(context, input) {
    const { conversationId, clientKey, seenSeq, fileIds, wordsOnly } = input;
    const body = bodyFor('reply', input.body, { mayBeEmpty: false });
    const conversation = await conversationFor(context, conversationId);
    const before = await findAsked(context, clientKey);
    if (before) return { value: { approvalId: before }, events: [] };

    await requireOpenChannel(context, conversation);
    await permitted(context, conversation, { body, fileIds });
    if (!input.override) await requireNothingUnseen(context, conversation, seenSeq);
    // Refused to whoever attached them, and not to whoever decides later.
    await takeAlong(context, conversation, { fileIds, mode: 'reply' });
    const words = await wordsOf(context, { conversationId, body, fileIds });
    if (words.judgement.strays.length === 0) {
      throw new Refusal('invalid', 'Nothing in this reply strayed from approved words. Send it.');
    }
    const approvalId = uuid();
    const { workspaceId, actor } = context;
    const [asked] = await context.tx
      .insert(replyApprovals)
      .values({
        ...{ workspaceId, id: approvalId, conversationId, clientKey, seenSeq, body, wordsOnly },
        authorId: actor.memberId,
        fileIds: [...fileIds],
        wish: input.then ?? null,
        lateUseIds: lateIn(words),
        askedAt: sql`clock_timestamp()`,
      })
      .onConflictDoNothing()
      .returning({ id: replyApprovals.id });
    if (!asked) throw new Refusal('conflict', 'This was already decided about. Write it anew.');
    await moveUses(context, words, approvalId);
    await emptySent(context, {
      conversationId,
      mode: 'reply',
      body,
      revision: input.draftRevision,
    });
    const { memberId } = actor;
    return {
      value: { approvalId },
      events: [{ type: 'approval.asked', conversationId, memberId, data: { approvalId } }],
    };
  },
});

/** The replies that stood here before and of which words came back. */
function lateIn({ uses, judgement: { strays } }: Words): string[] {
  const known = uses.map(({ id }) => id);
  return [...new Set(strays.map(({ useId }) => useId))].filter((id) => !known.includes(id));
}

/** The replies that stand in it wait with it; of the others nothing is left. */
async function moveUses(
  context: CommandContext,
  { uses, judgement: { gone } }: Words,
  approvalId: string,
): Promise<void> {
  const { tx, workspaceId } = context;
  const kept = uses.map(({ id }) => id).filter((id) => !gone.includes(id));
  await letGo(context, gone);
  if (kept.length === 0) return;
  await tx
    .update(replyUses)
    .set({ state: 'asked', approvalId })
    .where(and(eq(replyUses.workspaceId, workspaceId), inArray(replyUses.id, kept)));
}
