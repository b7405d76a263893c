import 'server-only';
import type { Tx } from '@/db/client';
import { prepared } from '@/db/client';
import type { AttributeValues, ContactKind } from './domain/contact/contact';
import type { ConversationKind, Priority } from './domain/conversation/conversation';
import { priorities } from './domain/conversation/conversation';
import type { Facts } from './domain/rules/facts';
import { cameOf } from './domain/rules/facts';
import type { Visit } from './domain/rules/rule';
import type { Standing } from './domain/rules/settle';
import type { Intent, Urgency } from './domain/triage/intent';

/** A message and what rules can ask about it, and where its conversation stands. */
export type RuleCase = {
  conversationId: string;
  messageId: string;
  facts: Facts;
  standing: Standing;
};

type Row = {
  conversationId: string;
  messageId: string;
  channel: string;
  kind: ConversationKind;
  intent: Intent | null;
  urgency: Urgency | null;
  language: string | null;
  labelIds: string[];
  teamId: string | null;
  ownerId: string | null;
  priority: Priority;
  requiredSkillIds: string[];
  preferredSkillIds: string[];
  policyId: string | null;
  contactKind: ContactKind;
  vip: boolean;
  contactLabelIds: string[];
  attributes: AttributeValues;
  followers: number | null;
  verified: boolean;
  text: string;
  at: number;
  byLink: boolean;
  before: string | null;
  isKnown: boolean;
  begins: boolean;
  team: boolean | null;
  owner: boolean | null;
  prioritised: boolean | null;
  labelled: string[] | null;
};

/**
 * What rules can ask about messages, in one statement. `visit` says of a message that is just coming in whether its
 * visit begins with it: the events that would tell are not written yet.
 */
export async function ruleCases(
  tx: Tx,
  workspaceId: string,
  asked: readonly { conversationId: string; messageId: string }[],
  visit?: Visit,
): Promise<RuleCase[]> {
  const rows = await prepared<Row>(tx, {
    name: 'rule-cases',
    text: casesText,
    values: [
      workspaceId,
      asked.map(({ conversationId }) => conversationId),
      asked.map(({ messageId }) => messageId),
    ],
  });
  return rows.map((row) => caseOf(row, visit ?? (row.begins ? 'new' : 'continuing')));
}

function caseOf(row: Row, visit: Visit): RuleCase {
  const { conversationId, messageId } = row;
  return {
    conversationId,
    messageId,
    facts: factsOf(row, visit),
    standing: standingOf(row, visit),
  };
}

function factsOf(row: Row, visit: Visit): Facts {
  const { channel, intent, urgency, language, contactKind, vip, verified, attributes } = row;
  const stranger = row.isKnown ? { kind: 'inbound' } : null;
  const before = row.before === null ? stranger : { kind: row.before };
  return {
    ...{ channel, intent, urgency, language, contactKind, vip, verified, attributes, visit },
    place: row.kind === 'public' ? 'mention' : 'private',
    came: cameOf({ byLink: row.byLink, before }),
    contactLabel: row.contactLabelIds,
    label: row.labelIds,
    teamed: row.teamId !== null,
    followers: row.followers,
    text: row.text,
    at: row.at,
  };
}

/** In a visit that has just begun nobody has decided anything, and what was chosen for the one before is over. */
function standingOf(row: Row, visit: Visit): Standing {
  const { teamId, ownerId, priority, labelIds, requiredSkillIds, preferredSkillIds } = row;
  const isOver = visit === 'new';
  return {
    ...{ teamId, ownerId, priority, labelIds, requiredSkillIds, preferredSkillIds, visit },
    policyId: isOver ? null : row.policyId,
    decided: {
      team: !isOver && row.team === true,
      owner: !isOver && row.owner === true,
      priority: !isOver && row.prioritised === true,
      labelIds: isOver ? [] : (row.labelled ?? []),
    },
  };
}

const decisions = ['teamed', 'claimed', 'assigned', 'unassigned', 'prioritised', 'labelled'];

const casesText = `
  select c.id as "conversationId", m.id as "messageId", c.channel_id as channel, c.kind, c.intent,
    c.urgency, c.language, c.label_ids as "labelIds", c.team_id as "teamId", c.owner_id as "ownerId",
    (array['${priorities.join("','")}'])[c.priority + 1] as priority,
    c.required_skill_ids as "requiredSkillIds", c.preferred_skill_ids as "preferredSkillIds",
    case when c.ruled_episode = c.episode then c.ruled_policy_id end as "policyId",
    contact.kind as "contactKind", contact.vip, contact.label_ids as "contactLabelIds",
    contact.attributes, person.follower_count as followers, coalesce(person.verified, false) as verified,
    m.body as text, floor(extract(epoch from m.at) * 1000)::float8 as at,
    exists (select from conversation_origins o where o.workspace_id = $1 and o.conversation_id = c.id
      and o.episode = c.episode) as "byLink",
    before.kind as before,
    before.kind is null and exists (select from conversations other where other.workspace_id = $1
      and other.identity_id = c.identity_id and other.id <> c.id and other.created_at < m.created_at) as "isKnown",
    before.kind is null or before.created_at < visit.at as begins,
    decided.team, decided.owner, decided.prioritised, decided.labelled
  from unnest($2::uuid[], $3::uuid[]) as asked(conversation_id, message_id)
  -- Each by its key, one for one: of a workspace that has just filled, the planner knows no numbers yet.
  cross join lateral (
    select * from conversations c where c.workspace_id = $1 and c.id = asked.conversation_id limit 1) c
  cross join lateral (
    select * from messages m where m.workspace_id = $1 and m.id = asked.message_id limit 1) m
  cross join lateral (
    select * from identities i where i.workspace_id = $1 and i.id = c.identity_id limit 1) person
  cross join lateral (
    select * from contacts p where p.workspace_id = $1 and p.id = person.contact_id limit 1) contact
  left join lateral (
    select b.kind, b.created_at from messages b
    where b.workspace_id = $1 and b.conversation_id = c.id and b.kind in ('inbound', 'outbound')
      and (b.at, b.tie, b.id) < (m.at, m.tie, m.id)
    order by b.at desc, b.tie desc, b.id desc limit 1
  ) before on true
  cross join lateral (
    select max(e.seq) as seq, max(e.at) as at from events e
    where e.workspace_id = $1 and e.conversation_id = c.id
      and e.type = 'conversation.reopened' and e.data ->> 'newEpisode' = 'true'
  ) visit
  cross join lateral (
    select bool_or(e.type = 'conversation.teamed') as team,
      bool_or(e.type in ('conversation.claimed', 'conversation.assigned', 'conversation.unassigned')) as owner,
      bool_or(e.type = 'conversation.prioritised') as prioritised,
      array_agg(distinct e.data ->> 'labelId') filter (where e.type = 'conversation.labelled') as labelled
    from events e
    where e.workspace_id = $1 and e.conversation_id = c.id and e.seq > coalesce(visit.seq, 0)
      and e.actor_member_id is not null
      and e.type in (${decisions.map((type) => `'conversation.${type}'`).join(', ')})
  ) decided`;
