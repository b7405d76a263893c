import 'server-only';
import { and, eq, sql } from 'drizzle-orm';
import { z } from 'zod';
import { conversations } from '@/db/schema/conversations';
import { deliveries } from '@/db/schema/deliveries';
import { workspaces } from '@/db/schema/workspaces';
import type { AfterReply } from '@/lib/domain/conversation/answering';
import { afterReply, statusAfterReply } from '@/lib/domain/conversation/answering';
import type { Status } from '@/lib/domain/conversation/conversation';
import type { EventDraft } from '@/lib/domain/conversation/events';
import { previewOf } from '@/lib/domain/conversation/preview';
import type { Purpose } from '@/lib/domain/permissions/purpose';
import { env } from '@/lib/env';
import type { CommandContext } from '../command';
import { command } from '../command';
import { inMs } from '../delivery/move';
import { emptySent } from '../draft/put';
import { bindFiles, fileIdsInput, takeAlong } from '../file/take-along';
import { beforeReply } from './before-reply';
import { bodyFor } from './body';
import { requireOpenChannel } from './channel-open';
import type { Conversation } from './conversation-for';
import { conversationFor } from './conversation-for';
import { requirePermitted } from './require-permitted';
import { triageEvents } from './triage-events';
import { triagedOf } from './triaged';
import { requireNothingUnseen, withUnseenQuestion } from './unseen';
import { findWritten, write } from './written';

/**
 * Answers the customer: the message and its delivery stand in the database before anybody is told,
 * and a worker hands it to the network. Refuses with `details.unseen` when a colleague was faster.
 */
export const replyToConversation = command({
  permission: 'conversation.reply',
  input: z.strictObject({
    conversationId: z.uuid(),
    clientKey: z.uuid(),
    body: z.string().max(100_000),
    /** The `seq` of the thread that the writer had on screen. */
    seenSeq: z.int().min(0),
    override: z.boolean().optional(),
    draftRevision: z.int().min(1).optional(),
    fileIds: fileIdsInput,
    /** Where the conversation goes; without it, from open to waiting for the customer. */
    // biome-ignore lint/suspicious/noThenProperty: a word, never a function
    then: z.enum(afterReply).optional(),
  }),
  async run(context, input) {
    const { conversationId, clientKey, seenSeq, override, draftRevision, fileIds } = input;
    const body = bodyFor('reply', input.body, { mayBeEmpty: fileIds.length > 0 });
    const conversation = await conversationFor(context, conversationId);
    const key = { kind: 'outbound', clientKey } as const;
    const before = await findWritten(context, conversation, key);
    if (before) return { value: { ...before, heldMs: 0 }, events: [] };

    await requireOpenChannel(context, conversation);
    const purpose = await requirePermitted(context, conversation);
    if (!override) await requireNothingUnseen(context, conversation, seenSeq);
    const attachments = await takeAlong(context, conversation, { fileIds, mode: 'reply' });
    const written = await write(context, conversation, { ...key, body, attachments });
    const { messageId } = written;
    await bindFiles(context, messageId, fileIds);
    const heldMs = await queue(context, conversation, { messageId, purpose });
    await emptySent(context, { conversationId, mode: 'reply', body, revision: draftRevision });
    const status = await statusNext(context, conversation, { seenSeq, wish: input.then });
    const preview = previewOf({ body, attachments });
    const hasFiles = fileIds.length > 0;
    const moved = { at: written.at, preview, hasFiles, status };
    const version = await moveOn(context, conversation, moved);
    const data = beforeReply(conversation, version);
    return {
      value: { ...written, heldMs },
      events: [
        { type: 'message.replied', conversationId, messageId, data },
        ...takenBy(context, conversation),
        ...movedTo(context, conversation, { status, wish: input.then }),
      ],
      nudges: ['delivery'],
    };
  },
});

/** Queues it for when its writer can no longer call it back; answers how long that is. */
async function queue(
  { tx, workspaceId }: CommandContext,
  { id: conversationId, channelId }: Conversation,
  { messageId, purpose }: { messageId: string; purpose: Purpose },
): Promise<number> {
  const [workspace] = await tx
    .select({ undoSeconds: workspaces.undoSeconds })
    .from(workspaces)
    .where(eq(workspaces.id, workspaceId));
  const heldMs = (workspace?.undoSeconds ?? 0) * 1_000 * env().TIME_SCALE;
  const leaves = inMs(heldMs);
  await tx.insert(deliveries).values({
    workspaceId,
    messageId,
    conversationId,
    channelId,
    purpose,
    notBefore: leaves,
    dueAt: leaves,
    // Not now(): whoever waited for the conversation's lock began earlier and yet comes later.
    createdAt: sql`clock_timestamp()`,
  });
  return heldMs;
}

async function statusNext(
  context: CommandContext,
  { id, status }: Conversation,
  { seenSeq, wish }: { seenSeq: number; wish: AfterReply | undefined },
): Promise<Status> {
  const unseen = await withUnseenQuestion(context, [{ conversationId: id, seenSeq }]);
  return statusAfterReply(status, { wish, unread: unseen.size > 0 });
}

type Moved = { at: string; preview: string; hasFiles: boolean; status: Status };

/** The list follows the reply: nothing waits for us, and what nobody had is its writer's. Answers with the version that leaves. */
async function moveOn(
  { tx, workspaceId, actor }: CommandContext,
  conversation: Conversation,
  { at, preview, hasFiles, status }: Moved,
): Promise<number> {
  const moved = status !== conversation.status;
  const taken = conversation.ownerId === null;
  const resolved = status === 'resolved';
  const version = conversation.version + (moved || taken ? 1 : 0);
  await tx
    .update(conversations)
    .set({
      lastMessageAt: at,
      lastMessageTie: '0',
      lastMessageKind: 'outbound',
      preview,
      ...(hasFiles ? { hasAttachment: true } : {}),
      waitingSince: null,
      ...(taken ? { ownerId: actor.memberId } : {}),
      ...(moved
        ? {
            status,
            statusAt: sql`now()`,
            snoozedUntil: null,
            snoozedBy: null,
            resolvedAt: resolved ? sql`now()` : null,
            resolvedBy: resolved ? actor.memberId : null,
          }
        : {}),
      version,
    })
    .where(and(eq(conversations.workspaceId, workspaceId), eq(conversations.id, conversation.id)));
  return version;
}

function takenBy({ actor }: CommandContext, { id, ownerId }: Conversation): EventDraft[] {
  if (ownerId !== null) return [];
  return [{ type: 'conversation.claimed', conversationId: id, memberId: actor.memberId }];
}

/** That it is their turn now, the reply itself says; what its writer chose is a fact of its own. */
function movedTo(
  { actor }: CommandContext,
  conversation: Conversation,
  { status, wish }: { status: Status; wish: AfterReply | undefined },
): EventDraft[] {
  if (wish === undefined || status === 'waiting') return [];
  const before = triagedOf(conversation);
  return triageEvents(conversation.id, actor.memberId, [
    before,
    { ...before, status, snoozedUntil: null },
  ]);
}
