import 'server-only';
import { and, asc, desc, eq, ne, sql } from 'drizzle-orm';
import { conversations, messages } from '@/db/schema/conversations';
import { deliveries } from '@/db/schema/deliveries';
import { events } from '@/db/schema/workspaces';
import type { Actor } from '@/lib/domain/access/can';
import { statusAfterAnswer } from '@/lib/domain/conversation/answering';
import type { Status } from '@/lib/domain/conversation/conversation';
import type { EventDraft } from '@/lib/domain/conversation/events';
import type { Turn } from '@/lib/domain/conversation/waiting';
import { unansweringStates, waitingSince } from '@/lib/domain/conversation/waiting';
import type { CommandContext } from '../command';
import type { Conversation } from '../conversation/conversation-for';
import type { Delivery } from './delivery-for';

type Context = CommandContext<Actor | null>;

/**
 * The conversation after one of its answers changed state: the customer of a failed answer waits
 * again, and one that is closed, on the customer or put off by that answer opens, so that somebody sees what
 * did not arrive.
 */
export async function followAnswer(
  context: Context,
  conversation: Conversation,
  { state, messageId }: Pick<Delivery, 'state' | 'messageId'>,
): Promise<EventDraft[]> {
  const { tx, workspaceId } = context;
  const { id, status, version } = conversation;
  if (status === 'spam') return [];
  const waits = await waitingSinceNow(context, id);
  const snoozedWith = status === 'snoozed' && (await snoozeCameWith(context, id)) === messageId;
  const target = statusAfterAnswer(status, { state, waits: waits !== null, snoozedWith });
  if (target === status && status === 'resolved') return [];
  await tx
    .update(conversations)
    .set({
      waitingSince: waits,
      ...(target === status
        ? {}
        : {
            status: target,
            statusAt: sql`now()`,
            snoozedUntil: null,
            snoozedBy: null,
            resolvedAt: null,
            resolvedBy: null,
            version: version + 1,
          }),
    })
    .where(and(eq(conversations.workspaceId, workspaceId), eq(conversations.id, id)));
  if (target === status) return [];
  return [{ conversationId: id, ...opened(status, { to: target, because: state }) }];
}

function opened(from: Status, { to, because }: { to: Status; because: string }): EventDraft {
  if (from === 'resolved') return { type: 'conversation.reopened', data: { because } };
  return { type: 'conversation.status', data: { from, to, because } };
}

/** The message that the present snooze of a conversation came along with, if it did. */
async function snoozeCameWith(
  { tx, workspaceId }: Context,
  conversationId: string,
): Promise<string | undefined> {
  const [snoozed] = await tx
    .select({ data: events.data })
    .from(events)
    .where(
      and(
        eq(events.workspaceId, workspaceId),
        eq(events.conversationId, conversationId),
        eq(events.type, 'conversation.snoozed'),
      ),
    )
    .orderBy(desc(events.seq))
    .limit(1);
  const message = snoozed?.data['with'];
  return typeof message === 'string' ? message : undefined;
}

/** Since when the customer of this conversation waits, by what stands in the database now. */
export async function waitingSinceNow(
  { tx, workspaceId }: Context,
  conversationId: string,
): Promise<string | null> {
  const unanswering = sql.join(
    unansweringStates.map((state) => sql`${state}`),
    sql`, `,
  );
  const turns: Turn[] = await tx
    .select({ kind: messages.kind, at: messages.at, delivery: deliveries.state })
    .from(messages)
    .leftJoin(
      deliveries,
      and(eq(deliveries.workspaceId, messages.workspaceId), eq(deliveries.messageId, messages.id)),
    )
    .where(
      and(
        eq(messages.workspaceId, workspaceId),
        eq(messages.conversationId, conversationId),
        ne(messages.kind, 'note'),
        // An offer answers nobody.
        sql`${messages.automatic} is distinct from 'offer'`,
        // Whoever took their post back waits for no answer.
        sql`${messages.unreadable} is distinct from 'deleted'`,
        // Only what is younger than the last answer matters; threads are long.
        sql`${messages.at} >= coalesce((
          select max(answer.at) from messages answer
          left join deliveries fate on fate.workspace_id = answer.workspace_id and fate.message_id = answer.id
          where answer.workspace_id = ${workspaceId} and answer.conversation_id = ${conversationId}
            and answer.kind = 'outbound' and answer.automatic is distinct from 'offer'
            and (fate.state is null or fate.state not in (${unanswering}))),
          '-infinity')`,
      ),
    )
    .orderBy(asc(messages.at), asc(messages.tie), asc(messages.id));
  return waitingSince(turns);
}
