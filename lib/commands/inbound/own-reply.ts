import 'server-only';
import { sql } from 'drizzle-orm';
import { matchSent } from '@/lib/domain/delivery/match';
import { withoutLeadingNames } from '@/lib/domain/delivery/normalise';
import { deliveryPolicy } from '@/lib/domain/delivery/policy';
import type { CommandContext } from '../command';
import type { ToldMessage } from './told';

type Candidate = {
  messageId: string;
  text: string;
  attachmentCount: number;
  /** When the first attempt began that may have arrived; null when every one provably did not. */
  attemptAt: number | null;
  /** An attempt of it was answered with this very id. */
  named: boolean;
};

/**
 * The reply of ours that the network shows us, if it is one. Looks in a locked conversation: by the id
 * that an attempt learned, else by the text, among what may have arrived and was not shown yet.
 */
export async function findOwnReply(
  context: CommandContext<null>,
  conversationId: string,
  message: ToldMessage,
): Promise<string | undefined> {
  const candidates = await candidatesFor(context, conversationId, message);
  const named = candidates.find((candidate) => candidate.named);
  if (named || message.kind === 'unreadable') return named?.messageId;

  const personExternalId = message.participant.externalId;
  // A network may put the names of those who are answered before an answer in public.
  const spoken = (text: string) => (message.post ? withoutLeadingNames(text) : text);
  const [match] = matchSent(
    candidates.flatMap(({ attemptAt, ...candidate }) =>
      attemptAt === null
        ? []
        : [{ ...candidate, since: attemptAt, personExternalId, text: spoken(candidate.text) }],
    ),
    [
      {
        externalId: message.externalId,
        personExternalId,
        text: spoken(message.text),
        attachmentCount: message.attachments.length,
        at: message.at.getTime(),
      },
    ],
    // Never scaled: how far two clocks differ is not a matter of patience.
    deliveryPolicy(1).lookBackMs,
  );
  return match?.messageId;
}

async function candidatesFor(
  { tx, workspaceId }: CommandContext<null>,
  conversationId: string,
  { externalId }: ToldMessage,
): Promise<Candidate[]> {
  const { rows } = await tx.execute<Candidate>(sql`
    select delivery.message_id as "messageId", message.body as text,
      jsonb_array_length(message.attachments) as "attachmentCount",
      (extract(epoch from min(attempt.started_at) filter (
        where attempt.outcome is null or attempt.outcome in ('unknown', 'lease_expired', 'accepted')
      )) * 1000)::float8 as "attemptAt",
      coalesce(bool_or(attempt.external_id = ${externalId}), false) as named
    from deliveries delivery
    join messages message on message.workspace_id = delivery.workspace_id
      and message.id = delivery.message_id and message.external_id is null
    join attempts attempt on attempt.workspace_id = delivery.workspace_id
      and attempt.message_id = delivery.message_id
    where delivery.workspace_id = ${workspaceId} and delivery.conversation_id = ${conversationId}
      and (delivery.state in ('queued', 'sending', 'unknown', 'needs_review')
        -- A person said that it arrived; the network has not shown it yet.
        or (delivery.state = 'sent' and delivery.updated_at > now() - interval '1 day'))
    group by delivery.message_id, delivery.created_at, message.body, message.attachments
    order by delivery.created_at, delivery.message_id`);
  return rows;
}
