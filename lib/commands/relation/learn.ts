import 'server-only';
import { sql } from 'drizzle-orm';
import type { EventDraft } from '@/lib/domain/conversation/events';
import type { Learned } from '@/lib/domain/permissions/relation';
import type { CommandContext } from '../command';

/** A person in relation to one channel. */
export type Pair = { channelId: string; identityId: string };

type What = {
  learned: readonly Learned[];
  /** When it was true; by default now. */
  at?: Date | undefined;
  /** Only puts right what is known already: what goes without saying is not kept. */
  corrects?: boolean;
};

/**
 * Keeps what was learned of a pair. The newest word wins, whichever comes last. Answers the events that
 * tell of what is otherwise than before, one for each conversation of the two that may be looked at.
 */
export async function learn(
  { tx, workspaceId }: CommandContext<null>,
  { channelId, identityId }: Pair,
  { learned, at, corrects = false }: What,
): Promise<EventDraft[]> {
  if (learned.length === 0) return [];
  const { rows } = await tx.execute<Changed>(sql`
    with told as (
      select * from jsonb_to_recordset(${JSON.stringify(learned)}::jsonb)
        as told (name text, value boolean, source text)
    ), before as (
      select name, value from relation_facts where workspace_id = ${workspaceId}
        and channel_id = ${channelId} and identity_id = ${identityId}
    ), kept as (
      insert into relation_facts as fact
        (workspace_id, channel_id, identity_id, name, value, source, at)
      select ${workspaceId}, ${channelId}, ${identityId}, name, value, source,
        coalesce(${at?.toISOString() ?? null}::timestamptz, clock_timestamp())
      from told where not ${corrects} or name in (select name from before)
      on conflict (workspace_id, channel_id, identity_id, name) do update set
        value = excluded.value, source = excluded.source, at = excluded.at
      where fact.at <= excluded.at
      returning name, value, source
    )
    select kept.name, kept.value, kept.source, before.value as "valueBefore", conversations.id as "conversationId"
    from kept left join before using (name)
    left join conversations on conversations.workspace_id = ${workspaceId}
      and conversations.channel_id = ${channelId} and conversations.identity_id = ${identityId}
      and (conversations.kind = 'private' or conversations.status <> 'resolved')
    order by kept.name`);
  return rows.filter(isNews).map(({ name, value, conversationId }) => ({
    type: 'relation.changed',
    channelId,
    ...(conversationId !== null && { conversationId }),
    data: { fact: name, value },
  }));
}

type Changed = {
  name: Learned['name'];
  value: boolean;
  source: Learned['source'];
  valueBefore: boolean | null;
  conversationId: string | null;
};

/** What a look-up finds for the first time has been so for long: only whether we may write is news then. */
function isNews({ name, value, source, valueBefore }: Changed): boolean {
  if (valueBefore !== null) return value !== valueBefore;
  return name === 'answer' || (value && source !== 'look_up');
}
