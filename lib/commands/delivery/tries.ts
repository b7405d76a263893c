import 'server-only';
import { sql } from 'drizzle-orm';
import type { SendOutcome } from '@/lib/domain/delivery/reasons';
import { blamedAlike } from '@/lib/domain/delivery/verdict';
import type { CommandContext } from '../command';
import type { Attempt } from './begin';

/**
 * Which try this attempt is of those that came back for a reason like its own since a person last decided
 * about the message: waiting for a rate window wears nobody's patience out, and Retry begins anew.
 */
export async function triesOf(
  { tx, workspaceId }: CommandContext<null>,
  { messageId, attemptId }: Attempt,
  outcome: SendOutcome,
): Promise<number> {
  if (outcome.kind !== 'not_accepted' && outcome.kind !== 'refused') return 1;
  const { rows } = await tx.execute<{ before: number }>(sql`
    select count(*)::int as before from attempts earlier
    where earlier.workspace_id = ${workspaceId} and earlier.message_id = ${messageId}
      and earlier.id <> ${attemptId} and earlier.outcome in ('not_accepted', 'refused')
      and earlier.reason = any(${sql.param(blamedAlike(outcome.reason))}::text[])
      and earlier.started_at > coalesce((
        select max(decided.at) from deliveries delivery join events decided
          on decided.workspace_id = delivery.workspace_id
          and decided.conversation_id = delivery.conversation_id
          and decided.message_id = delivery.message_id and decided.type = 'delivery.decided'
        where delivery.workspace_id = ${workspaceId} and delivery.message_id = ${messageId}
      ), '-infinity')`);
  return (rows[0]?.before ?? 0) + 1;
}
