import 'server-only';
import type { Tx } from '@/db/client';
import { planAnew, prepared, withWorkspace } from '@/db/client';
import type { Actor } from '@/lib/domain/access/can';
import { doorSettingOf } from '@/lib/domain/channel/door';
import type { DoorEffect, Kind } from '@/lib/domain/permissions/door-effect';
import { doorEffect } from '@/lib/domain/permissions/door-effect';
import { freshForMs } from '@/lib/domain/permissions/known';
import type { Door } from '@/lib/domain/permissions/x-rules';
import { Refusal } from '@/lib/domain/refusal';
import { requirePermission } from '../permission';

export type DoorEffectsView = { effects: { door: Door; effect: DoorEffect }[] };

/** What each door that the network knows would change for the people whom the workspace knows there. */
export async function doorEffects(actor: Actor, channelId: string): Promise<DoorEffectsView> {
  requirePermission(actor, 'door.read');
  return await withWorkspace(
    actor.workspaceId,
    async (tx) => {
      const channel = await channelOf(tx, actor, channelId);
      const kinds = await kindsOf(tx, actor, channel);
      const choices = doorSettingOf(channel.network)?.choices ?? [];
      return {
        effects: choices.map(({ door }) => ({
          door,
          effect: doorEffect('x.today', { from: channel.door, to: door }, kinds),
        })),
      };
    },
    'read',
  );
}

type Channel = { id: string; network: string; door: Door | null };

async function channelOf(tx: Tx, { workspaceId }: Actor, channelId: string): Promise<Channel> {
  const isId = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(channelId);
  const [channel] = isId
    ? await prepared<Channel>(tx, {
        name: 'door_channel',
        text: 'select id, network, door from channels where workspace_id = $1 and id = $2',
        values: [workspaceId, channelId],
      })
    : [];
  if (!channel) throw new Refusal('not_found', 'There is no such channel here.');
  return channel;
}

/** Everybody known on the network, by what decides about them: a few dozen kinds, however many people. */
async function kindsOf(tx: Tx, { workspaceId }: Actor, { id, network }: Channel): Promise<Kind[]> {
  await planAnew(tx);
  return await prepared<Kind>(tx, {
    text: kindsText,
    values: [workspaceId, id, network, freshForMs.relation],
  });
}

// A look-up that has grown old says nothing; an event or an answer does not age.
const kindsText = `
  with said as materialized (
    select identity_id,
      bool_or(value) filter (where name = 'senderFollowsRecipient') as we_follow,
      bool_or(value) filter (where name = 'recipientFollowsSender') as they_follow,
      coalesce(bool_or(value) filter (where name in ('blockedByUs', 'blockedByThem', 'messagesBlockedByUs')), false) as blocked,
      coalesce(bool_or(value) filter (where name = 'isGone'), false) as gone
    from relation_facts
    where workspace_id = $1 and channel_id = $2 and name in ('senderFollowsRecipient',
        'recipientFollowsSender', 'blockedByUs', 'blockedByThem', 'messagesBlockedByUs', 'isGone')
      and (source <> 'look_up' or at > now() - $4 * interval '1 millisecond')
    group by identity_id
  ), written as materialized (
    select thread.identity_id from conversations thread
    where thread.workspace_id = $1 and thread.channel_id = $2 and thread.kind = 'private'
      and exists (select from messages message where message.workspace_id = thread.workspace_id
        and message.conversation_id = thread.id and message.kind = 'outbound'
        and message.external_id is not null)
  )
  select said.we_follow as "weFollow", said.they_follow as "theyFollow",
    written.identity_id is not null as "weWrote", person.verified as "isVerified",
    coalesce(said.blocked, false) as "isBlocked", count(*)::int as count
  from identities person
  left join said on said.identity_id = person.id
  left join written on written.identity_id = person.id
  where person.workspace_id = $1 and person.network = $3 and not coalesce(said.gone, false)
  group by 1, 2, 3, 4, 5`;
