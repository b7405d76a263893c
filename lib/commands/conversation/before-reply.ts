import 'server-only';
import { and, eq, sql } from 'drizzle-orm';
import { z } from 'zod';
import { conversations } from '@/db/schema/conversations';
import { statuses } from '@/lib/domain/conversation/conversation';
import type { EventDraft } from '@/lib/domain/conversation/events';
import { isoInstant } from '@/lib/domain/conversation/instant';
import type { CommandContext } from '../command';
import { waitingSinceNow } from '../delivery/customer-waits';
import type { Locked } from '../delivery/delivery-for';
import type { Conversation } from './conversation-for';
import { asUndone, triageEvents } from './triage-events';
import { triagedOf, waitless } from './triaged';

const instant = z.string().nullable();
const id = z.uuid().nullable();
const kept = z.object({
  /** What the reply left behind: any other says that somebody changed the conversation since. */
  version: z.int(),
  status: z.enum(statuses),
  statusAt: z.string(),
  snoozedUntil: instant,
  snoozedBy: id,
  resolvedAt: instant,
  resolvedBy: id,
  ownerId: id,
  hasAttachment: z.boolean(),
  // What an approved reply may have changed along with it.
  teamId: id,
  labelIds: z.string().transform((ids) => ids.split(' ').filter((each) => each !== '')),
});
type Kept = z.output<typeof kept>;

/** Where a conversation stood before a reply moved it, as the reply's event keeps it for an undo. */
export function beforeReply(conversation: Conversation, version: number): z.input<typeof kept> {
  const { status, snoozedBy, resolvedBy, ownerId, hasAttachment, teamId } = conversation;
  const text = (at: string | null) => at && isoInstant(at);
  return {
    version,
    status,
    statusAt: isoInstant(conversation.statusAt),
    snoozedUntil: text(conversation.snoozedUntil),
    snoozedBy,
    resolvedAt: text(conversation.resolvedAt),
    resolvedBy,
    ownerId,
    hasAttachment,
    teamId,
    labelIds: conversation.labelIds.join(' '),
  };
}

/**
 * Puts the conversation of a cancelled reply back where it stood before. Answers with the facts, or with
 * nothing where somebody changed it or said something since: then what they left stays.
 */
export async function putBackBeforeReply(
  context: CommandContext,
  { delivery: { messageId }, conversation }: Locked,
): Promise<EventDraft[] | undefined> {
  const { tx, workspaceId, actor } = context;
  const known = await keptOf(context, messageId, conversation.id);
  if (known?.version !== conversation.version) return undefined;
  const { version, ...before } = known;
  const after = triagedOf({ ...conversation, ...before });
  const events = triageEvents(conversation.id, actor.memberId, [triagedOf(conversation), after]);
  await tx
    .update(conversations)
    .set({
      ...before,
      waitingSince: waitless.includes(before.status)
        ? null
        : await waitingSinceNow(context, conversation.id),
      version: events.length > 0 ? version + 1 : version,
    })
    .where(and(eq(conversations.workspaceId, workspaceId), eq(conversations.id, conversation.id)));
  return asUndone(events);
}

/** Undefined too when another message came, went out or was decided about since: it stands on this one. */
async function keptOf(
  { tx, workspaceId }: CommandContext,
  messageId: string,
  conversationId: string,
): Promise<Kept | undefined> {
  const { rows } = await tx.execute<{ data: unknown }>(sql`
    select replied.data from events replied
    where replied.workspace_id = ${workspaceId} and replied.conversation_id = ${conversationId}
      and replied.type = 'message.replied' and replied.message_id = ${messageId}
      and not exists (select from events later
        where later.workspace_id = ${workspaceId} and later.conversation_id = ${conversationId}
          and later.seq > replied.seq and later.message_id <> ${messageId}
          and later.type in ('message.received', 'message.replied', 'message.echoed', 'delivery.decided'))`);
  return kept.safeParse(rows[0]?.data).data;
}
