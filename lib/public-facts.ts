import 'server-only';
import type { Tx } from '@/db/client';
import { prepared } from '@/db/client';
import type { channelStatuses } from '@/db/schema/channels';
import type { Known } from './domain/permissions/known';
import type { PublicFacts } from './domain/permissions/public';
import { env } from './env';

/**
 * Reads what decides about an answer in a public conversation: to one post, or to that which is best
 * answered. Undefined when it is not public. Query, command and job ask this one.
 */
export async function publicFactsOf(
  tx: Tx,
  workspaceId: string,
  { conversationId, postId = null }: { conversationId: string; postId?: string | null },
): Promise<PublicFacts | undefined> {
  const isExempt = env().X_ANSWERS_ANY_POST;
  const [row] = await prepared<Row>(tx, {
    name: 'public_facts',
    text: `
      select channel.status, post.external_id as "externalId", post.summons,
        post.unreadable = 'deleted' as "isDeleted",
        (select jsonb_build_object('value', fact.value, 'source', fact.source,
            'at', extract(epoch from fact.at)::float8 * 1000)
          from relation_facts fact where fact.workspace_id = thread.workspace_id
            and fact.channel_id = thread.channel_id and fact.identity_id = thread.identity_id
            and fact.name = 'blockedByThem') as "blockedByThem"
      from conversations thread
      join channels channel on channel.workspace_id = thread.workspace_id and channel.id = thread.channel_id
      left join lateral (
        select said.external_id, said.unreadable,
          coalesce(said.post ->> 'summons' = 'true', false) as summons
        from messages said
        where said.workspace_id = thread.workspace_id and said.conversation_id = thread.id
          and said.kind = 'inbound' and said.external_id is not null
          and said.external_id = coalesce($3, said.external_id)
        order by said.unreadable is null desc, ($4 or said.post ->> 'summons' = 'true') desc,
          said.at desc, said.tie desc limit 1
      ) post on true
      where thread.workspace_id = $1 and thread.id = $2 and thread.kind = 'public'`,
    values: [workspaceId, conversationId, postId, isExempt],
  });
  if (!row) return undefined;
  const { status, externalId, summons, isDeleted, blockedByThem } = row;
  const isConnected = status === 'connected' || status === 'paused';
  return {
    channel: { state: isConnected ? 'connected' : 'disconnected' },
    post:
      externalId === null
        ? null
        : { externalId, summons: summons ?? false, isDeleted: isDeleted ?? false },
    isExempt,
    blockedByThem,
  };
}

type Row = {
  status: (typeof channelStatuses)[number];
  externalId: string | null;
  summons: boolean | null;
  isDeleted: boolean | null;
  blockedByThem: Known<boolean>;
};
