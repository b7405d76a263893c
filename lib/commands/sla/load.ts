import 'server-only';
import type { Tx } from '@/db/client';
import { prepared } from '@/db/client';
import type { ContactKind } from '@/lib/domain/contact/contact';
import type { ConversationKind, Priority } from '@/lib/domain/conversation/conversation';
import { priorities } from '@/lib/domain/conversation/conversation';
import type { EventDraft } from '@/lib/domain/conversation/events';
import type { Conditions } from '@/lib/domain/sla/policy';
import type { Aside, SpineEvent } from '@/lib/domain/sla/spine';
import { clockEvents, movesClocks } from '@/lib/domain/sla/spine';

/** A policy that holds for what begins now, with the calendar version that it would be counted by. */
export type CurrentPolicy = {
  policyId: string;
  policyVersionId: string;
  calendarVersionId: string;
  conditions: Conditions;
};

/** A conversation with everything that its clocks are made of, what is being recorded included. */
export type Clocked = Omit<Aside, 'isPublic'> & {
  id: string;
  kind: ConversationKind;
  channelId: string;
  teamId: string | null;
  ownerId: string | null;
  priority: Priority;
  labelIds: string[];
  contactKind: ContactKind;
  vip: boolean;
  ruledPolicyId: string | null;
  spine: SpineEvent[];
};

export type Loaded = {
  /** The database's clock, in epoch milliseconds. */
  now: number;
  policies: CurrentPolicy[];
  conversations: Clocked[];
};

/** What is read of the spine. What became of a delivery stands in its row. */
const told = ['sla.policy', ...clockEvents].filter((type) => !type.startsWith('delivery.'));

/** Reads and locks the conversations. Nothing when the workspace promises nothing. */
export async function loadClocked(
  tx: Tx,
  workspaceId: string,
  conversationIds: readonly string[],
  drafts: readonly EventDraft[],
): Promise<Loaded | undefined> {
  const [row] = await prepared<Omit<Loaded, 'conversations'> & { conversations: Clocked[] | null }>(
    tx,
    { name: 'sla-load', text: loadText, values: [workspaceId, conversationIds] },
  );
  if (!(row?.policies && row.conversations)) return undefined;
  const spines = await spinesOf(tx, workspaceId, { conversationIds, drafts });
  const conversations = row.conversations.map((conversation) => ({
    ...conversation,
    spine: spines.get(conversation.id) ?? [],
  }));
  return { ...row, conversations };
}

type SpineRow = Omit<SpineEvent, 'message'> & {
  conversationId: string;
  messageAt: number | null;
  counts: boolean;
  automatic: NonNullable<SpineEvent['message']>['automatic'];
};

/** Row by row, not as one document: a conversation may have thousands. */
async function spinesOf(
  tx: Tx,
  workspaceId: string,
  what: { conversationIds: readonly string[]; drafts: readonly EventDraft[] },
): Promise<Map<string, SpineEvent[]>> {
  const about = what.drafts.map((draft, index) => ({ ...draft, index })).filter(movesClocks);
  const rows = await prepared<SpineRow>(tx, {
    name: 'sla-spines',
    text: spinesText,
    values: [workspaceId, what.conversationIds, JSON.stringify(about), told],
  });
  const spines = new Map<string, SpineEvent[]>();
  for (const { conversationId, type, at, data, isNew, messageAt, counts, automatic } of rows) {
    const message = messageAt === null ? null : { at: messageAt, counts, automatic };
    const spine = spines.get(conversationId);
    if (spine) spine.push({ type, at, data, isNew, message });
    else spines.set(conversationId, [{ type, at, data, isNew, message }]);
  }
  return spines;
}

function ms(column: string): string {
  return `floor(extract(epoch from ${column}) * 1000)::float8`;
}

const handoffText = `
  select jsonb_build_object('startedAt', ${ms('h.started_at')}, 'arrivedAt', ${ms('h.arrived_at')},
    'answeredAt', (select ${ms('min(r.at)')} from messages r
      left join deliveries rd on rd.workspace_id = r.workspace_id and rd.message_id = r.id
      where r.workspace_id = h.workspace_id and r.conversation_id = h.public_id
        and r.kind = 'outbound' and r.automatic is null and r.at >= h.started_at
        and r.at < h.arrived_at and coalesce(rd.state, 'sent') = 'sent'))
  from handoffs h where h.workspace_id = $1 and h.private_id = c.id and h.arrived_at is not null
  order by h.arrived_at desc limit 1`;

const loadText = `
  with chosen as materialized (
    select c.* from conversations c
    where c.workspace_id = $1 and c.id = any($2::uuid[])
      and exists (select from sla_policies p where p.workspace_id = $1)
    order by c.id for no key update of c
  )
  select ${ms('clock_timestamp()')} as now,
    (select jsonb_agg(jsonb_build_object('id', c.id, 'kind', c.kind, 'channelId', c.channel_id,
        'teamId', c.team_id, 'ownerId', c.owner_id, 'labelIds', c.label_ids,
        'contactKind', (select contact.kind from identities i join contacts contact
          on contact.workspace_id = $1 and contact.id = i.contact_id
          where i.workspace_id = $1 and i.id = c.identity_id),
        'vip', (select contact.vip from identities i join contacts contact
          on contact.workspace_id = $1 and contact.id = i.contact_id
          where i.workspace_id = $1 and i.id = c.identity_id),
        'ruledPolicyId', case when c.ruled_episode = c.episode then c.ruled_policy_id end,
        'priority', (array['${priorities.join("','")}'])[c.priority + 1],
        'blockedAt', (select ${ms('min(f.at)')} from relation_facts f where f.workspace_id = $1
          and f.channel_id = c.channel_id and f.identity_id = c.identity_id
          and f.name in ('blockedByUs', 'blockedByThem', 'messagesBlockedByUs') and f.value),
        'handoff', (${handoffText})))
      from chosen c) as conversations,
    (select jsonb_agg(jsonb_build_object('policyId', p.id, 'policyVersionId', v.id,
        'calendarVersionId', cv.id, 'conditions', v.conditions) order by p.takes_all, p.position, p.id)
      from sla_policies p
      join sla_policy_versions v on v.workspace_id = $1 and v.policy_id = p.id and v.replaced_at is null
      join calendar_versions cv on cv.workspace_id = $1 and cv.calendar_id = v.calendar_id
        and cv.replaced_at is null
      where p.workspace_id = $1 and p.archived_at is null) as policies
  where exists (select from chosen)`;

// What the network has not accepted answers nobody; what a customer took back asks for nothing.
const spinesText = `
  with told as (
    select e.conversation_id, e.seq as place, e.type, e.at, e.data, e.message_id, false as new
    from events e where e.workspace_id = $1 and e.conversation_id = any($2::uuid[])
      and e.type = any($4::text[])
    union all
    select draft."conversationId", 9000000000000000 + draft.index, draft.type, now(),
      coalesce(draft.data, '{}'), draft."messageId", true
    from jsonb_to_recordset($3::jsonb) as draft(
      index int, type text, "conversationId" uuid, "messageId" uuid, data jsonb)
  )
  select told.conversation_id as "conversationId", told.type, ${ms('told.at')} as at, told.data,
    told.new as "isNew", ${ms('m.at')} as "messageAt", m.automatic,
    case m.kind when 'inbound' then m.unreadable is distinct from 'deleted'
      else coalesce(d.state, 'sent') = 'sent' end as counts
  from told
  left join messages m on m.workspace_id = $1 and m.id = told.message_id
  left join deliveries d on d.workspace_id = $1 and d.message_id = told.message_id
  order by told.place`;
