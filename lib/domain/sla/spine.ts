import type { Priority, Status } from '../conversation/conversation';
import { statuses } from '../conversation/conversation';
import type { EventDraft, EventType } from '../conversation/events';
import type { ConversationEvent } from './events';
import type { CalendarVersion, PolicyVersion } from './policy';

/** One event of a conversation with what the clocks ask of it beside. Instants in epoch milliseconds. */
export type SpineEvent = {
  type: EventType;
  at: number;
  data: Readonly<Record<string, unknown>>;
  /** It is being recorded. */
  isNew: boolean;
  /** Of the message that it is about. */
  message: {
    at: number;
    /** It counts: the network took what we sent, or the customer has not taken it back. */
    counts: boolean;
    automatic: 'opt_out' | 'offer' | null;
  } | null;
};

/** What is known of a conversation beside its events. */
export type Aside = {
  isPublic: boolean;
  /** Since when one of the two blocks the other. */
  blockedAt: number | null;
  /** The complaint in public that it was handed off from. */
  handoff: { startedAt: number; answeredAt: number | null; arrivedAt: number } | null;
};

type Versions = {
  policies: ReadonlyMap<string, PolicyVersion>;
  calendars: ReadonlyMap<string, CalendarVersion>;
};

/** The earliest instant about which what is being recorded says something. */
export function newSince(spine: readonly SpineEvent[], now: Date): Date {
  const times = spine.flatMap(({ isNew, at, message }) => (isNew ? [at, message?.at ?? at] : []));
  return new Date(Math.min(now.getTime(), ...times));
}

/** The types of events after which a conversation's clocks may stand otherwise. */
export const clockEvents: ReadonlySet<EventType> = new Set<EventType>([
  'conversation.claimed',
  'conversation.assigned',
  'conversation.unassigned',
  'conversation.closed',
  'conversation.reopened',
  'conversation.status',
  'conversation.snoozed',
  'conversation.woke',
  'conversation.prioritised',
  'conversation.labelled',
  'conversation.teamed',
  'conversation.handed_off',
  'sla.warned',
  'sla.breached',
  'message.received',
  'message.replied',
  'message.echoed',
  'message.deleted',
  'delivery.changed',
  'delivery.decided',
  'relation.changed',
  'contact.changed',
]);

/**
 * Whether a conversation's clocks may stand otherwise after an event. What becomes of a delivery moves
 * them only where it came to be accepted, or turns out not to have been.
 */
export function movesClocks({ type, data }: Pick<EventDraft, 'type' | 'data'>): boolean {
  if (type !== 'delivery.changed') return clockEvents.has(type);
  return data?.['to'] === 'sent' || data?.['from'] === 'sent';
}

/** What happened to a conversation as its clocks see it, from its events in the order of the spine. */
export function historyOf(
  spine: readonly SpineEvent[],
  aside: Aside,
  versions: Versions,
): ConversationEvent[] {
  let returns = false;
  const events: ConversationEvent[] = [];
  for (const event of spine) {
    if (event.type === 'conversation.reopened' && event.data['newEpisode'] === true) returns = true;
    const told = eventsOf(event, { aside, versions, returns });
    if (told.some(({ type }) => type === 'message')) returns = false;
    events.push(...told);
  }
  const { blockedAt } = aside;
  if (blockedAt !== null) events.push({ type: 'blocked', at: new Date(blockedAt), on: true });
  return events;
}

type Around = { aside: Aside; versions: Versions; returns: boolean };

function eventsOf(event: SpineEvent, around: Around): ConversationEvent[] {
  const at = new Date(event.at);
  const { data } = event;
  switch (event.type) {
    case 'message.received':
      return [...messageOf(event, around), ...statusOf(at, data['to'])];
    case 'message.replied':
    case 'message.echoed':
      return [...replyOf(event, around), ...statusOf(at, data['to'])];
    case 'conversation.prioritised':
      return [{ type: 'priority', at, priority: data['to'] as Priority }];
    case 'conversation.teamed':
      return [{ type: 'team', at, teamId: (data['to'] ?? null) as string | null }];
    case 'conversation.handed_off':
      return typeof data['to'] === 'string' ? [{ type: 'handed_off', at }] : [];
    case 'sla.policy':
      return policyOf(event, around);
    default:
      return statusEvents(event, at);
  }
}

function statusEvents({ type, data }: SpineEvent, at: Date): ConversationEvent[] {
  switch (type) {
    case 'conversation.closed': {
      const noAnswerNeeded = data['noAnswerNeeded'] === true;
      return [{ type: 'status', at, status: 'resolved', noAnswerNeeded }];
    }
    case 'conversation.reopened':
    case 'conversation.woke':
      return statusOf(at, 'open');
    case 'conversation.snoozed':
      return statusOf(at, 'snoozed');
    case 'conversation.status':
      return statusOf(at, data['to']);
    default:
      return [];
  }
}

function statusOf(at: Date, to: unknown): ConversationEvent[] {
  const status: Status | undefined = statuses.find((known) => known === to);
  return status ? [{ type: 'status', at, status }] : [];
}

/** A complaint that was handed off began before, with the first message that came of it. */
function messageOf({ message }: SpineEvent, { aside, returns }: Around): ConversationEvent[] {
  if (!message?.counts) return [];
  const told = { type: 'message', at: new Date(message.at), newEpisode: returns } as const;
  const { handoff } = aside;
  if (handoff?.arrivedAt !== message.at) return [told];
  const answered = handoff.answeredAt !== null;
  return [{ ...told, since: new Date(handoff.startedAt), answered }];
}

/** An offer answers nobody. */
function replyOf({ message, data }: SpineEvent, { aside }: Around): ConversationEvent[] {
  if (!message?.counts || message.automatic === 'offer') return [];
  const team = data['teamId'];
  return [
    {
      type: 'reply',
      at: new Date(message.at),
      automatic: message.automatic !== null,
      isPublic: aside.isPublic,
      teamIds: typeof team === 'string' ? [team] : [],
    },
  ];
}

function policyOf({ data }: SpineEvent, { versions }: Around): ConversationEvent[] {
  const policy = versions.policies.get(String(data['policyVersionId']));
  const calendar = versions.calendars.get(String(data['calendarVersionId']));
  if (!(policy && calendar)) return [];
  return [{ type: 'policy', at: new Date(String(data['at'])), policy, calendar }];
}
