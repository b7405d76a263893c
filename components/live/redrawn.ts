import type { LiveEvent } from '@/lib/domain/conversation/events';

/** What is settled on a page of settings. */
const settled =
  /^(attribute|channel|key|label|link|member|policy|skill|sla|team|triage|workspace)\.(changed|connected|disconnected|door|invited|joined|removed)$/;

/**
 * Whether the server has to draw the page anew: the rights of the person before it changed, or it is one of the
 * settings, which hold no reads of their own, and somebody settled something.
 */
export function isRedrawn(page: string, events: readonly LiveEvent[], me: string): boolean {
  const isSettings = page.startsWith('/settings');
  return events.some((event) => concerns(event, me) || (isSettings && settled.test(event.type)));
}

function concerns({ type, memberId }: LiveEvent, me: string): boolean {
  return memberId === me && (type === 'member.changed' || type === 'member.removed');
}
