import { priorities } from '@/lib/domain/conversation/conversation';

/** A timestamp column as a screen gets it: ISO 8601 in UTC with six digits, so that texts compare like times. */
export function iso(column: string): string {
  return `to_char(${column} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"')`;
}

/** What the person calls themself on the network of identity `i`; else what we know them as, looked up only then. */
export const contactName = `coalesce(i.name, (
  select p.name from contacts p where p.workspace_id = i.workspace_id and p.id = i.contact_id))`;

/**
 * The columns of a `ConversationRow` from a conversation `c` and its identity `i`. `asker` is the
 * parameter that holds the asking member's id.
 */
export function rowColumns(asker: string): string {
  return `
    c.id, c.kind, ${contactName} as "contactName", i.handle, i.network,
    c.channel_id as "channelId", c.status, c.owner_id as "ownerId", c.version, c.preview,
    ${iso('c.last_message_at')} as "lastMessageAt", c.last_message_kind as "lastMessageKind",
    ${iso('c.waiting_since')} as "waitingSince",
    (array['${priorities.join("','")}'])[c.priority + 1] as priority,
    ${iso('c.snoozed_until')} as "snoozedUntil", ${iso('c.due_at')} as "dueAt",
    ${iso('c.risk_at')} as "riskAt", ${iso('c.breached_at')} as "breachedAt", c.ring, c.team_id as "teamId",
    c.label_ids as "labelIds", c.has_attachment as "hasAttachment",
    (select p.vip from contacts p where p.workspace_id = i.workspace_id and p.id = i.contact_id) as vip,
    ${unreadBy(asker)} as unread`;
}

/** Whether the customer of conversation `c` wrote something that the asker has not read. */
export function unreadBy(asker: string): string {
  return `coalesce(c.last_inbound_at > coalesce(
      (select r.read_up_to from conversation_reads r where r.workspace_id = c.workspace_id
        and r.member_id = ${asker} and r.conversation_id = c.id),
      (select asker.created_at from members asker where asker.workspace_id = c.workspace_id
        and asker.id = ${asker})), false)`;
}

/** What a fact tells: without whom it was told, and with the name of what nobody on this screen can look up. */
export const factData = `e.data - 'told' || coalesce(case e.type when 'conversation.origin' then (
  select jsonb_build_object('linkName', link.name) from message_links link
  where link.workspace_id = e.workspace_id and link.id = (e.data->>'linkId')::uuid)
  when 'sla.policy' then (
  select jsonb_build_object('policyName', policy.name, 'policyNo', policy.no) from sla_policy_versions policy
  where policy.workspace_id = e.workspace_id and policy.id = (e.data->>'policyVersionId')::uuid)
  when 'contact.changed' then (
  select jsonb_object_agg('name:attribute:' || a.key, a.name) from attributes a
  where a.workspace_id = e.workspace_id
    and 'attribute:' || a.key = any(string_to_array(e.data->>'fields', ' ')))
  when 'sla.escalated' then jsonb_build_object('told', e.data ? 'told') end, '{}')`;
