import 'server-only';
import type { SQL } from 'drizzle-orm';
import { and, eq, sql } from 'drizzle-orm';
import { offerRecipients } from '@/db/schema/offers';
import type { RecipientState } from '@/lib/domain/offers/offer';
import type { Decision } from '@/lib/domain/permissions/decide';
import type { CommandContext } from '../command';

/** Somebody whose turn it is. `asked`: the network was asked about them at an earlier turn. */
export type Recipient = {
  identityId: string;
  conversationId: string;
  name: string;
  asked: boolean;
};

/** Whose turn has come first; undefined when nobody's has. The offer is locked. */
export async function nextRecipient(
  { tx, workspaceId }: CommandContext<null>,
  offerId: string,
): Promise<Recipient | undefined> {
  const { rows } = await tx.execute<Recipient>(sql`
    select recipient.identity_id as "identityId", recipient.conversation_id as "conversationId",
      coalesce(person.name, contact.name) as name,
      coalesce(recipient.decision->'remedies' @> '[{"kind": "check"}]', false) as asked
    from offer_recipients recipient
    join identities person
      on person.workspace_id = recipient.workspace_id and person.id = recipient.identity_id
    join contacts contact
      on contact.workspace_id = person.workspace_id and contact.id = person.contact_id
    where recipient.workspace_id = ${workspaceId} and recipient.offer_id = ${offerId}
      and recipient.state = 'waiting' and recipient.due_at <= clock_timestamp()
    order by recipient.due_at, recipient.identity_id limit 1`);
  return rows[0];
}

type Turned = {
  state: RecipientState;
  decision: Decision;
  dueAt?: SQL;
  messageId?: string;
};

/** Writes down what became of somebody's turn. Without `dueAt` it does not come again. */
export async function settleRecipient(
  { tx, workspaceId }: CommandContext<null>,
  place: { offerId: string; identityId: string },
  { dueAt, messageId, ...turned }: Turned,
): Promise<void> {
  await tx
    .update(offerRecipients)
    .set({
      ...turned,
      dueAt: dueAt ?? null,
      messageId: messageId ?? null,
      decidedAt: sql`clock_timestamp()`,
    })
    .where(
      and(
        eq(offerRecipients.workspaceId, workspaceId),
        eq(offerRecipients.offerId, place.offerId),
        eq(offerRecipients.identityId, place.identityId),
        eq(offerRecipients.state, 'waiting'),
      ),
    );
}
