import 'server-only';
import { sql } from 'drizzle-orm';
import { withWorkspace } from '@/db/client';
import type { Actor } from '@/lib/domain/access/can';
import type { GuideStep } from '@/lib/domain/member/guide';
import { stepsFor } from '@/lib/domain/member/guide';
import type { MemberSettings } from '@/lib/domain/member/settings';
import { env } from '@/lib/env';
import { guideCustomer } from './guide-customer';

/** How far somebody is in their first minute. */
export type GuideView = {
  dismissed: boolean;
  steps: { id: GuideStep; done: boolean }[];
  /** Where one writes as a customer, who that is, and to whom; null without a sandbox. */
  play: { url: string; name: string; channel: string } | null;
  /** The conversation that began with it. */
  conversationId: string | null;
};

type Facts = {
  kept: MemberSettings['guide'] | null;
  channelHandle: string | null;
  channelAccount: string | null;
  conversationId: string | null;
  message: boolean;
  claim: boolean;
  answer: boolean;
  note: boolean;
  channel: boolean;
  invite: boolean;
};

export async function guideView(actor: Actor): Promise<GuideView> {
  const sandbox = env().SANDBOX_URL;
  const customer = guideCustomer(actor.memberId);
  const facts = await withWorkspace(
    actor.workspaceId,
    async (tx) => {
      const query = sandbox ? inSandbox(actor, customer.id) : outside(actor);
      const { rows } = await tx.execute<Facts>(query);
      return rows[0];
    },
    'read',
  );
  if (!facts) throw new Error('A membership has its row.');
  const told = facts.kept?.done ?? [];
  const seen: Partial<Record<GuideStep, boolean>> = facts;
  const steps = stepsFor(actor, sandbox !== undefined).map((id) => ({
    id,
    done: seen[id] ?? told.includes(id),
  }));
  return {
    dismissed: facts.kept?.dismissed ?? false,
    steps,
    play: playOf(sandbox, customer, facts),
    conversationId: facts.conversationId,
  };
}

const firstWords = 'Hello. Is the salted caramel back, and may I have two?';

function playOf(
  sandbox: string | undefined,
  { id, username, name }: ReturnType<typeof guideCustomer>,
  { channelAccount, channelHandle }: Facts,
): GuideView['play'] {
  if (!sandbox || !channelAccount || !channelHandle) return null;
  const place = { play: id, username, name, account: channelAccount, pane: 'private' };
  const query = new URLSearchParams({ ...place, text: firstWords });
  return { url: `${sandbox}/?${query}`, name, channel: channelHandle };
}

/** What became of the message that one wrote to oneself. */
function inSandbox({ workspaceId, memberId }: Actor, customerId: string) {
  return sql`
    with written as (
      select c.id, c.owner_id from identities i
      join conversations c on c.workspace_id = i.workspace_id and c.identity_id = i.id
        and c.kind = 'private'
      where i.workspace_id = ${workspaceId} and i.network = 'x' and i.external_id = ${customerId}
      order by c.created_at limit 1
    ), said as (
      select m.kind from messages m, written
      where m.workspace_id = ${workspaceId} and m.conversation_id = written.id and m.author_id = ${memberId}
    ), taken as (
      select from events e, written
      where e.workspace_id = ${workspaceId} and e.conversation_id = written.id and e.member_id = ${memberId}
        and e.type in ('conversation.claimed', 'conversation.assigned')
    )
    select me.settings -> 'guide' as kept, channel.handle as "channelHandle",
      channel.external_id as "channelAccount", written.id as "conversationId",
      written.id is not null as message,
      coalesce(written.owner_id = ${memberId}, false) or exists (select from taken) as claim,
      exists (select from said where kind = 'outbound') as answer,
      exists (select from said where kind = 'note') as note
    from members me
    left join written on true
    left join lateral (
      select handle, external_id from channels where workspace_id = ${workspaceId} and status = 'connected'
      order by created_at, handle desc limit 1) channel on true
    where me.workspace_id = ${workspaceId} and me.id = ${memberId}`;
}

/** Where the network is real, anybody's first conversation counts. */
function outside({ workspaceId, memberId }: Actor) {
  return sql`
    select me.settings -> 'guide' as kept, null as "conversationId",
      exists (select from channels where workspace_id = ${workspaceId} and status = 'connected') as channel,
      exists (select from invitations where workspace_id = ${workspaceId})
        or (select count(*) > 1 from members where workspace_id = ${workspaceId}) as invite,
      exists (select from conversations where workspace_id = ${workspaceId} and owner_id = ${memberId}) as claim,
      exists (select from messages where workspace_id = ${workspaceId} and author_id = ${memberId}
        and client_key is not null and kind = 'outbound') as answer
    from members me
    where me.workspace_id = ${workspaceId} and me.id = ${memberId}`;
}
