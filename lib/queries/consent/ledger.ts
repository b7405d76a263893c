import 'server-only';
import type { Tx } from '@/db/client';
import { prepared } from '@/db/client';
import type { Actor } from '@/lib/domain/access/can';
import type { ConsentScope, ConsentSource } from '@/lib/domain/consent/ledger';
import { iso } from '../inbox/columns';
import { inConversation } from '../inbox/in-conversation';
import { requirePermission } from '../permission';

/** A line of a contact's ledger, as it is shown and exported. Instants are ISO 8601. */
export type LedgerLine = {
  id: string;
  scope: ConsentScope;
  granted: boolean;
  source: ConsentSource;
  /** When they said it, and when that was written down. */
  at: string;
  recordedAt: string;
  /** The words of the message, or how they told us. */
  evidence: string | null;
  messageId: string | null;
  /** As whom and to which channel they said it. */
  network: string;
  handle: string | null;
  channel: string;
  /** Who wrote it down; null for what a word did by itself. */
  recordedBy: string | null;
  /** What became of the message that confirmed it; null when none was sent. */
  confirmation: string | null;
};

export type Ledger = { contact: string; zone: string | null; lines: LedgerLine[] };

/** All that the contact of a conversation ever allowed and forbade, newest first. */
export async function ledger(actor: Actor, conversationId: string): Promise<Ledger> {
  requirePermission(actor, 'consent.read');
  return await inConversation(actor, conversationId, async (tx) => {
    const [contact] = await contactOf(tx, actor.workspaceId, conversationId);
    if (!contact) throw new Error('a conversation has no contact');
    const lines = await prepared<LedgerLine>(tx, {
      name: 'consent_ledger',
      text: `
        select c.id, c.scope, c.granted, c.source, ${iso('c.at')} as at,
          ${iso('c.recorded_at')} as "recordedAt", c.evidence,
          c.message_id as "messageId", i.network, i.handle, h.handle as channel,
          w.name as "recordedBy", d.state as confirmation
        from consents c
        join identities i on i.workspace_id = c.workspace_id and i.id = c.identity_id
        join conversations t on t.workspace_id = c.workspace_id and t.id = c.conversation_id
        join channels h on h.workspace_id = t.workspace_id and h.id = t.channel_id
        left join members w on w.workspace_id = c.workspace_id and w.id = c.member_id
        left join deliveries d on d.workspace_id = c.workspace_id and d.message_id = c.confirmation_id
        where c.workspace_id = $1 and c.contact_id = $2
        order by c.at desc, c.recorded_at desc, c.id desc`,
      values: [actor.workspaceId, contact.id],
    });
    return { contact: contact.name, zone: contact.zone, lines };
  });
}

function contactOf(tx: Tx, workspaceId: string, conversationId: string) {
  return prepared<{ id: string; name: string; zone: string | null }>(tx, {
    name: 'contact_of_conversation',
    text: `
      select p.id, p.name, p.zone from conversations t
      join identities i on i.workspace_id = t.workspace_id and i.id = t.identity_id
      join contacts p on p.workspace_id = i.workspace_id and p.id = i.contact_id
      where t.workspace_id = $1 and t.id = $2`,
    values: [workspaceId, conversationId],
  });
}
