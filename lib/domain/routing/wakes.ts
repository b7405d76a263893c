import type { EventDraft, EventType } from '../conversation/events';

type Wakes = boolean | ((event: EventDraft) => boolean);

/** Who had it before has room now. */
const frees: Wakes = ({ data }) => typeof data?.['from'] === 'string';

/** Whether an event may leave something to be given out, or somebody who can be given more. */
const table: Record<EventType, Wakes> = {
  'conversation.started': true,
  'conversation.claimed': false,
  'conversation.assigned': frees,
  'conversation.unassigned': true,
  'conversation.closed': true,
  'conversation.reopened': true,
  'conversation.status': true,
  'conversation.snoozed': true,
  'conversation.woke': true,
  'conversation.prioritised': true,
  'conversation.labelled': false,
  'conversation.teamed': true,
  'conversation.origin': false,
  'conversation.handed_off': true,
  'sla.policy': false,
  'sla.warned': false,
  'sla.breached': false,
  'sla.escalated': false,
  'sla.changed': true,
  'message.received': true,
  // It is the customer's turn then, which weighs less.
  'message.replied': true,
  'message.noted': false,
  'message.echoed': true,
  'message.deleted': false,
  'message.media': false,
  'delivery.changed': false,
  'delivery.decided': false,
  'draft.taken': false,
  'channel.connected': false,
  'channel.changed': false,
  'channel.disconnected': false,
  'channel.silent': false,
  'channel.heard': false,
  'channel.door': false,
  'relation.changed': false,
  'block.asked': false,
  'block.settled': false,
  'consent.changed': false,
  'policy.changed': false,
  'offer.changed': false,
  'reply.changed': false,
  'reply.saved': false,
  'reply.submitted': false,
  'reply.decided': false,
  'reply.published': false,
  'reply.ended': false,
  'reply.recalled': false,
  'reply.due': false,
  'reply.inserted': false,
  'approval.asked': false,
  'approval.decided': false,
  'triage.corrected': true,
  'triage.changed': false,
  'conversation.ruled': true,
  'routing.changed': true,
  'skill.changed': true,
  'member.availability': true,
  'contact.changed': false,
  'attribute.changed': false,
  'contact.event': false,
  'key.changed': false,
  'bulk.changed': false,
  'member.invited': false,
  'member.joined': true,
  'member.changed': true,
  'member.removed': true,
  'team.changed': true,
  'label.changed': false,
  'view.changed': false,
  'link.changed': false,
  'workspace.changed': false,
};

/** Whether the router looks again after an event. */
export function wakesRouter(event: EventDraft): boolean {
  const wakes = table[event.type];
  return typeof wakes === 'boolean' ? wakes : wakes(event);
}
