import 'server-only';
import type { Tx } from '@/db/client';
import { prepared } from '@/db/client';
import { privateWayOf } from '@/lib/private-way';
import { approvedInvitations } from '../invitations/invitation-texts';
import { iso } from './columns';
import type { ConversationDetail } from './thread-views';

type IntoPrivate = Pick<
  NonNullable<ConversationDetail['inPublic']>,
  'way' | 'invitations' | 'handoff'
>;

/** How a public conversation can go on in private, with which words, and whether it did already. */
export async function intoPrivate(
  tx: Tx,
  workspaceId: string,
  conversationId: string,
): Promise<IntoPrivate> {
  const found = await privateWayOf(tx, workspaceId, conversationId);
  if (!found) throw new Error('a public conversation without a way');
  const invitations = await approvedInvitations(tx, workspaceId);
  const [handoff] = await prepared<NonNullable<IntoPrivate['handoff']>>(tx, {
    name: 'handoff_of_public',
    text: `select how, ${iso('invited_at')} as "invitedAt", ${iso('arrived_at')} as "arrivedAt"
      from handoffs where workspace_id = $1 and public_id = $2
        and not exists (select from deliveries invitation where invitation.workspace_id = $1
          and invitation.message_id = handoffs.message_id
          and invitation.state in ('cancelled', 'failed') and handoffs.arrived_at is null)`,
    values: [workspaceId, conversationId],
  });
  return { way: found.way, invitations, handoff: handoff ?? null };
}
