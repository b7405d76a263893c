import 'server-only';
import { sql } from 'drizzle-orm';
import type { CommandContext } from '../command';

/** After words were taken back: what a quarantine repeats of them goes, too. The kinds of its signs stay. */
export async function forgetShown(
  { tx, workspaceId }: CommandContext<null>,
  conversationId: string,
): Promise<void> {
  await tx.execute(sql`
    update quarantines set signs = (select coalesce(jsonb_agg(jsonb_build_object(
        'sign', sign -> 'sign', 'shown', '')), '[]') from jsonb_array_elements(signs) sign)
    where workspace_id = ${workspaceId} and conversation_id = ${conversationId}`);
  await tx.execute(sql`
    update conversations set quarantine = jsonb_set(quarantine, '{signs}', (
      select coalesce(jsonb_agg(jsonb_build_object('sign', sign -> 'sign', 'shown', '')), '[]')
      from jsonb_array_elements(quarantine -> 'signs') sign))
    where workspace_id = ${workspaceId} and id = ${conversationId} and quarantine is not null`);
}
