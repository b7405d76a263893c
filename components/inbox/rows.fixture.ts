import type { ConversationPage, ConversationRow } from '@/lib/queries/inbox/views';

/** A line of the list of somebody who wrote at `at`, such as "14:05", on the day of the tests. */
export function aRow(id: string, at: string, more: Partial<ConversationRow> = {}): ConversationRow {
  return {
    id,
    kind: 'private',
    contactName: id,
    handle: null,
    network: 'x',
    channelId: 'c',
    status: 'open',
    ownerId: null,
    version: 1,
    preview: '',
    lastMessageAt: `2026-11-22T${at}:00.000000Z`,
    lastMessageKind: 'inbound',
    waitingSince: null,
    priority: 'normal',
    snoozedUntil: null,
    dueAt: null,
    riskAt: null,
    breachedAt: null,
    ring: null,
    teamId: null,
    labelIds: [],
    hasAttachment: false,
    vip: false,
    unread: false,
    ...more,
  };
}

export function aPage(rows: ConversationRow[], nextCursor: string | null = null): ConversationPage {
  return { rows, nextCursor, problems: [] };
}

/** "09:00" of 9. */
export function oClock(hour: number): string {
  return `${`${hour}`.padStart(2, '0')}:00`;
}
