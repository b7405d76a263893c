import 'server-only';
import { prepared, withWorkspace } from '@/db/client';
import type { Actor } from '@/lib/domain/access/can';
import type { Decision } from '@/lib/domain/permissions/decide';
import type { Denied } from '@/lib/domain/permissions/denial';
import type { Purpose } from '@/lib/domain/permissions/purpose';
import { contactName, iso } from '../inbox/columns';
import { requirePermission } from '../permission';

/** A message that the rules kept back. */
export type DenialLine = {
  id: string;
  at: string;
  conversationId: string;
  contact: string;
  channel: string;
  network: string;
  /** Whose message it was; null when nobody's. */
  member: string | null;
  denied: Denied;
  purpose: Purpose;
  decision: Decision;
};

export type Denials = {
  /** Over the last 30 days, the most frequent first. */
  reasons: { reason: Decision['reason']; count: number }[];
  /** The newest, at most a hundred. */
  lines: DenialLine[];
};

/** What the rules kept back in the last 30 days, and why. */
export async function denials(actor: Actor): Promise<Denials> {
  requirePermission(actor, 'denial.read');
  const { workspaceId } = actor;
  return await withWorkspace(
    workspaceId,
    async (tx) => {
      const reasons = await prepared<Denials['reasons'][number]>(tx, {
        name: 'denial_reasons',
        text: `
          select reason, count(*)::int as count from denials
          where workspace_id = $1 and at > now() - interval '30 days'
          group by reason order by count desc, reason`,
        values: [workspaceId],
      });
      const lines = await prepared<DenialLine>(tx, {
        name: 'denial_lines',
        text: `
          select d.id, ${iso('d.at')} as at, d.conversation_id as "conversationId",
            ${contactName} as contact, h.handle as channel, h.network, m.name as member,
            d.denied, d.purpose, d.decision
          from (
            select * from denials where workspace_id = $1 and at > now() - interval '30 days'
            order by at desc, id desc limit 100
          ) d
          join conversations c on c.workspace_id = d.workspace_id and c.id = d.conversation_id
          join identities i on i.workspace_id = c.workspace_id and i.id = c.identity_id
          join channels h on h.workspace_id = d.workspace_id and h.id = d.channel_id
          left join members m on m.workspace_id = d.workspace_id and m.id = d.member_id
          order by d.at desc, d.id desc`,
        values: [workspaceId],
      });
      return { reasons, lines };
    },
    'read',
  );
}
