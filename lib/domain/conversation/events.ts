/**
 * Everything that can happen, in one closed list. Timeline, live updates, notifications, SLA, reports
 * and the audit view read the same rows.
 */
export const eventTypes = [
  'conversation.started',
  'conversation.claimed',
  'conversation.assigned',
  'conversation.unassigned',
  'conversation.closed',
  'conversation.reopened',
  'message.received',
  'message.replied',
  'message.noted',
  'message.echoed',
  'delivery.changed',
  'delivery.decided',
  'channel.connected',
  'channel.changed',
  'channel.disconnected',
  'member.invited',
  'member.joined',
  'member.changed',
  'member.removed',
] as const;

export type EventType = (typeof eventTypes)[number];

/** One fact about to be recorded. `data` holds ids and codes only, never a message's text. */
export type EventDraft = {
  type: EventType;
  conversationId?: string;
  messageId?: string;
  channelId?: string;
  memberId?: string;
  data?: Readonly<Record<string, string | number | boolean | null>>;
};

/** What the live stream carries: a hint that something changed, read again through permission-checked queries. */
export type LiveEvent = {
  seq: number;
  type: EventType;
  conversationId: string | null;
  messageId: string | null;
  channelId: string | null;
  memberId: string | null;
  actorMemberId: string | null;
};
