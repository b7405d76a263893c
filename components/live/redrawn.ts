import type { EventType, LiveEvent } from '@/lib/domain/conversation/events';

/** What is settled on a page of settings. */
const settled: ReadonlySet<EventType> = new Set<EventType>([
  'channel.connected',
  'channel.changed',
  'channel.disconnected',
  'channel.door',
  'label.changed',
  'link.changed',
  'member.invited',
  'member.joined',
  'member.changed',
  'member.removed',
  'policy.changed',
  'skill.changed',
  'sla.changed',
  'team.changed',
  'workspace.changed',
]);

/**
 * Whether the server has to draw the page anew: the rights of the person before it changed, or it is one of the
 * settings, which hold no reads of their own, and somebody settled something.
 */
export function isRedrawn(page: string, events: readonly LiveEvent[], me: string): boolean {
  const isSettings = page.startsWith('/settings');
  return events.some((event) => concerns(event, me) || (isSettings && settled.has(event.type)));
}

function concerns({ type, memberId }: LiveEvent, me: string): boolean {
  return memberId === me && (type === 'member.changed' || type === 'member.removed');
}
