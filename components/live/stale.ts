import type { QueryKey } from '@tanstack/react-query';
import type { EventType, LiveEvent } from '@/lib/domain/conversation/events';

type Staleness = (event: LiveEvent) => readonly QueryKey[];

const lists: readonly QueryKey[] = [['conversations'], ['views']];
const thread: Staleness = ({ conversationId }) =>
  conversationId ? [['thread', conversationId]] : [];
const conversation: Staleness = (event) => [...lists, ...thread(event)];
const channels: Staleness = () => [['channels'], ['thread']];
const members: Staleness = () => [['members']];

/** Which reads an event makes stale. A new type of event cannot be added without an answer. */
const table: Record<EventType, Staleness> = {
  'conversation.started': conversation,
  'conversation.claimed': conversation,
  'conversation.assigned': conversation,
  'conversation.unassigned': conversation,
  'conversation.closed': conversation,
  'conversation.reopened': conversation,
  'message.received': conversation,
  'message.replied': conversation,
  'message.noted': conversation,
  'message.echoed': conversation,
  'delivery.changed': thread,
  'delivery.decided': thread,
  'channel.connected': channels,
  'channel.changed': channels,
  'channel.disconnected': channels,
  'member.invited': members,
  'member.joined': members,
  'member.changed': members,
  'member.removed': members,
};

/** The keys that a burst of events makes stale, each once. */
export function staleBy(events: readonly LiveEvent[]): QueryKey[] {
  const keys = new Map<string, QueryKey>();
  for (const event of events) {
    for (const key of table[event.type](event)) keys.set(JSON.stringify(key), key);
  }
  return [...keys.values()];
}
