import 'server-only';
import { sql } from 'drizzle-orm';
import { textLimits } from '@/lib/domain/conversation/conversation';
import { textProblems } from '@/lib/domain/offers/text';
import { Refusal } from '@/lib/domain/refusal';
import type { CommandContext } from '../command';
import type { Offer } from './offer-for';

/** Refuses a text that could not be sent to everybody: to the longest name, with the longest code. */
export async function requireSendable(
  { tx, workspaceId }: CommandContext,
  { id, body, channelId }: Offer,
): Promise<void> {
  const { rows } = await tx.execute<{ name: string; code: string }>(sql`
    select coalesce((
        select coalesce(i.name, p.name) from conversations c
        join identities i on i.workspace_id = c.workspace_id and i.id = c.identity_id
        join contacts p on p.workspace_id = i.workspace_id and p.id = i.contact_id
        where c.workspace_id = ${workspaceId} and c.channel_id = ${channelId}
        order by length(coalesce(i.name, p.name)) desc limit 1), '') as name,
      coalesce((
        select code from offer_codes where workspace_id = ${workspaceId} and offer_id = ${id}
        order by length(code) desc limit 1), '') as code`);
  const [problem] = textProblems(body, rows[0] ?? { name: '', code: '' }, textLimits.reply);
  if (problem) throw new Refusal('invalid', problem);
}
