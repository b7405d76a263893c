import 'server-only';
import { sql } from 'drizzle-orm';
import type { Actor } from '@/lib/domain/access/can';
import { networkName } from '@/lib/domain/channel/network-name';
import type { Names } from '@/lib/domain/permissions/sentences';
import type { CommandContext } from '../command';
import type { Conversation } from './conversation-for';

/** Whom and what a sentence about a conversation names. */
export async function namesIn(
  { tx, workspaceId }: CommandContext<Actor | null>,
  { channelId, identityId }: Conversation,
): Promise<Names> {
  const { rows } = await tx.execute<Names>(sql`
    select contact.name as contact, channel.handle as channel, channel.network
    from channels channel
    join identities person on person.workspace_id = channel.workspace_id and person.id = ${identityId}
    join contacts contact on contact.workspace_id = person.workspace_id and contact.id = person.contact_id
    where channel.workspace_id = ${workspaceId} and channel.id = ${channelId}`);
  const [names] = rows;
  if (!names) throw new Error('a conversation without its two sides');
  return { ...names, network: networkName(names.network) };
}
