import type { QueryKey } from '@tanstack/react-query';
import type { EventType, LiveEvent } from '@/lib/domain/conversation/events';

type Staleness = (event: LiveEvent) => readonly QueryKey[];

const lists: readonly QueryKey[] = [
  ['conversations'],
  ['views'],
  ['guide'],
  ['board'],
  ['journey'],
];
const thread: Staleness = ({ conversationId }) =>
  conversationId ? [['thread', conversationId]] : [];
const conversation: Staleness = (event) => [...lists, ...thread(event)];
/** How much somebody holds may have changed. */
const held: Staleness = (event) => [...conversation(event), ['availability']];
/** The contact may have come back: a visit more. */
const reopened: Staleness = (event) => [...held(event), ['history', event.conversationId]];
const delivery: Staleness = (event) => (event.troubled ? conversation : thread)(event);
const channels: Staleness = () => [['channels'], ['thread'], ['door'], ['reply-side']];
const people: readonly QueryKey[] = [['availability'], ['board']];
const members: Staleness = () => [['members'], ...people];
const teams: Staleness = () => [['teams'], ['views'], ...people];
const labels: Staleness = () => [['labels']];
const contact: Staleness = ({ contactId }) => [
  ['contacts', contactId],
  ['journey', contactId],
];
/** What it fills into a reply, and by what one is chosen, may have changed. */
const side: Staleness = (event) => [...conversation(event), ['reply-side', event.conversationId]];
/** The library, and what agents may put into a reply. */
const library: Staleness = () => [['replies']];
const usable: Staleness = () => [['replies'], ['reply-picker'], ['drafts'], ['approvals']];
const written: Staleness = ({ conversationId }) => [['drafts', conversationId]];
const approval: Staleness = (event) => [['approvals'], ...written(event)];
const savedViews: Staleness = () => [['saved-views'], ['views']];

/** Which reads an event makes stale. A new type of event cannot be added without an answer. */
const table: Record<EventType, Staleness> = {
  'conversation.started': conversation,
  'conversation.claimed': held,
  'conversation.assigned': held,
  'conversation.unassigned': held,
  'conversation.closed': held,
  'conversation.reopened': reopened,
  'conversation.status': held,
  'conversation.snoozed': held,
  'conversation.woke': held,
  'conversation.prioritised': conversation,
  'conversation.labelled': conversation,
  'conversation.teamed': conversation,
  'conversation.origin': (event) => [...thread(event), ['links']],
  'conversation.handed_off': reopened,
  'sla.policy': conversation,
  'sla.warned': conversation,
  'sla.breached': conversation,
  'sla.escalated': conversation,
  'sla.changed': () => [['sla'], ['availability']],
  'message.received': side,
  'message.replied': conversation,
  'message.noted': conversation,
  'message.echoed': conversation,
  'message.deleted': conversation,
  'message.media': thread,
  'delivery.changed': delivery,
  'delivery.decided': conversation,
  'draft.taken': written,
  'channel.connected': channels,
  'channel.changed': channels,
  'channel.disconnected': channels,
  'channel.silent': channels,
  'channel.heard': channels,
  'channel.door': channels,
  'consent.changed': (event) => [...thread(event), ['offers'], ['journey']],
  'policy.changed': () => [['thread']],
  'offer.changed': () => [['offers']],
  'reply.changed': library,
  'reply.saved': () => [['replies', 'detail']],
  'reply.submitted': library,
  'reply.decided': library,
  'reply.published': usable,
  'reply.ended': usable,
  'reply.recalled': usable,
  'reply.due': library,
  'reply.inserted': written,
  'approval.asked': approval,
  'approval.decided': approval,
  'triage.corrected': side,
  'triage.changed': () => [['triage']],
  'conversation.ruled': conversation,
  'routing.changed': () => [['routing']],
  'skill.changed': () => people,
  'member.availability': ({ memberId }) => [['own-availability', memberId], ...people],
  'contact.changed': (event) => [...side(event), ...contact(event)],
  'attribute.changed': () => [['attributes']],
  'contact.event': contact,
  'key.changed': () => [['keys']],
  'bulk.changed': () => [['bulk']],
  'relation.changed': thread,
  'block.asked': thread,
  'block.settled': thread,
  'member.invited': members,
  'member.joined': members,
  'member.changed': members,
  'member.removed': members,
  'team.changed': teams,
  'label.changed': labels,
  'view.changed': savedViews,
  'link.changed': () => [['links']],
  'workspace.changed': () => [['me']],
};

/** The keys that a burst of events makes stale, each once. */
export function staleBy(events: readonly LiveEvent[]): QueryKey[] {
  const keys = new Map<string, QueryKey>();
  for (const event of events) {
    for (const key of table[event.type](event)) keys.set(JSON.stringify(key), key);
  }
  return [...keys.values()];
}
