import 'server-only';
import { and, eq, sql } from 'drizzle-orm';
import { messages } from '@/db/schema/conversations';
import type { Actor } from '@/lib/domain/access/can';
import { tieOf } from '@/lib/domain/conversation/arrival';
import type { CommandContext } from '../command';
import { showLastSaid } from '../conversation/last-said';
import type { Delivery } from './delivery-for';

type Context = CommandContext<Actor | null>;

/**
 * Gives our message the network's id, and its time when known, and lets the list follow. True when
 * something changed. What has not left yet stays behind it.
 */
export async function placeInThread(
  context: Context,
  delivery: Delivery,
  { externalId, at }: { externalId: string; at: string | undefined },
): Promise<boolean> {
  const { tx, workspaceId } = context;
  const { messageId, conversationId } = delivery;
  const [before] = await tx
    .select({ at: messages.at })
    .from(messages)
    .where(and(eq(messages.workspaceId, workspaceId), eq(messages.id, messageId)));
  if (!before) return false;
  const [placed] = await tx
    .update(messages)
    .set({ externalId, tie: tieOf(externalId), ...(at === undefined ? {} : { at }) })
    .where(
      and(
        eq(messages.workspaceId, workspaceId),
        eq(messages.id, messageId),
        sql`(${messages.externalId} is distinct from ${externalId}
          or ${messages.at} <> coalesce(${at ?? null}::timestamptz, ${messages.at}))`,
      ),
    )
    .returning({ at: messages.at });
  if (!placed) return false;
  await keepBehind(context, conversationId, { from: before.at, to: placed.at });
  await showLastSaid(context, conversationId);
  return true;
}

/** The network's clock may be ahead of ours: what was written later, and has not left, keeps its place. */
async function keepBehind(
  { tx, workspaceId }: Context,
  conversationId: string,
  { from, to }: { from: string; to: string },
): Promise<void> {
  await tx.execute(sql`
    update messages set at = ${to}::timestamptz + later.place * interval '1 microsecond'
    from (
      select message.id, row_number() over (order by message.at, message.id) as place
      from messages message
      join deliveries fate on fate.workspace_id = message.workspace_id and fate.message_id = message.id
      where message.workspace_id = ${workspaceId} and message.conversation_id = ${conversationId}
        and message.external_id is null and fate.state in ('queued','sending','unknown')
        and message.at > ${from}::timestamptz and message.at <= ${to}::timestamptz
    ) later
    where messages.workspace_id = ${workspaceId} and messages.id = later.id`);
}
