import 'server-only';
import { and, eq, sql } from 'drizzle-orm';
import { conversations } from '@/db/schema/conversations';
import { deliveries } from '@/db/schema/deliveries';
import { teamMembers } from '@/db/schema/teams';
import { workspaces } from '@/db/schema/workspaces';
import type { AfterReply } from '@/lib/domain/conversation/answering';
import { statusAfterReply } from '@/lib/domain/conversation/answering';
import type { Status } from '@/lib/domain/conversation/conversation';
import type { EventDraft } from '@/lib/domain/conversation/events';
import type { Purpose } from '@/lib/domain/permissions/purpose';
import { env } from '@/lib/env';
import type { CommandContext } from '../command';
import { inMs } from '../delivery/move';
import { beforeReply } from './before-reply';
import type { Conversation } from './conversation-for';
import { triageEvents } from './triage-events';
import { triagedOf } from './triaged';
import { withUnseenQuestion } from './unseen';
import type { Written } from './written';

type Sending = Written & {
  /** What it is for, by the rules that let it go. */
  purpose: Purpose;
  preview: string;
  hasFiles: boolean;
  /** The `seq` of the thread that the writer had on screen. */
  seenSeq: number;
  /** Where the conversation goes; without it, from open to waiting for the customer. */
  wish?: AfterReply | undefined;
};

/** Queues what was written to the customer, and lets the conversation follow. Answers how long it can be called back. */
export async function sendOff(
  context: CommandContext,
  conversation: Conversation,
  { messageId, at, purpose, preview, hasFiles, seenSeq, wish }: Sending,
): Promise<{ heldMs: number; events: EventDraft[] }> {
  const heldMs = await queue(context, conversation, { messageId, purpose });
  const status = await statusNext(context, conversation, { seenSeq, wish });
  const version = await moveOn(context, conversation, { at, preview, hasFiles, status });
  const data = {
    ...beforeReply(conversation, version),
    ...(status !== conversation.status && { to: status }),
    ...(await forItsTeam(context, conversation)),
  };
  return {
    heldMs,
    events: [
      { type: 'message.replied', conversationId: conversation.id, messageId, data },
      ...takenBy(context, conversation),
      ...movedTo(context, conversation, { status, wish }),
    ],
  };
}

/** The team that the conversation is with, when its writer belongs to it. */
async function forItsTeam(
  { tx, workspaceId, actor }: CommandContext,
  { teamId }: Conversation,
): Promise<{ teamId?: string }> {
  if (teamId === null) return {};
  const [member] = await tx
    .select({ teamId: teamMembers.teamId })
    .from(teamMembers)
    .where(
      and(
        eq(teamMembers.workspaceId, workspaceId),
        eq(teamMembers.teamId, teamId),
        eq(teamMembers.memberId, actor.memberId),
      ),
    );
  return member ? { teamId: member.teamId } : {};
}

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
