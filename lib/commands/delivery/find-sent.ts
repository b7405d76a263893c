import 'server-only';
import { sql } from 'drizzle-orm';
import type { Attachment } from '@/lib/domain/conversation/conversation';
import { matchSent } from '@/lib/domain/delivery/match';
import { deliveryPolicy } from '@/lib/domain/delivery/policy';
import { env } from '@/lib/env';
import type { CommandContext } from '../command';

type Echo = {
  conversationId: string;
  externalId: string;
  text: string;
  attachments: readonly Attachment[];
  at: Date;
};

/**
 * The message of ours that the network shows us here, when its id is not ours yet: one of this
 * conversation with the same text, of which at least one attempt has no proven end. Undefined when it
 * was written elsewhere. The caller holds the lock on the conversation.
 */
export async function findSent(
  { tx, workspaceId }: CommandContext<null>,
  echo: Echo,
): Promise<string | undefined> {
  const { rows: sought } = await tx.execute<{
    messageId: string;
    text: string;
    attachmentCount: number;
    attemptAt: number;
  }>(sql`
    select message.id as "messageId", message.body as text,
      jsonb_array_length(message.attachments) as "attachmentCount",
      open.began as "attemptAt"
    from deliveries delivery
    join messages message on message.workspace_id = delivery.workspace_id and message.id = delivery.message_id
    cross join lateral (
      select extract(epoch from min(attempt.started_at))::float8 * 1000 as began from attempts attempt
      where attempt.workspace_id = delivery.workspace_id and attempt.message_id = delivery.message_id
        and (attempt.outcome is null or attempt.outcome in ('unknown', 'lease_expired'))
    ) open
    where delivery.workspace_id = ${workspaceId} and delivery.conversation_id = ${echo.conversationId}
      and delivery.state in ('queued', 'sending', 'unknown', 'needs_review', 'sent')
      and message.external_id is null and open.began is not null`);
  const personExternalId = echo.conversationId;
  const [match] = matchSent(
    sought.map((one) => ({ ...one, personExternalId })),
    [
      {
        externalId: echo.externalId,
        personExternalId,
        text: echo.text,
        attachmentCount: echo.attachments.length,
        at: echo.at.getTime(),
      },
    ],
    deliveryPolicy(env().TIME_SCALE).lookBackMs,
  );
  return match?.messageId;
}
