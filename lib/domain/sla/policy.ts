import type { Priority, Status } from '../conversation/conversation';
import type { Calendar } from './calendar';

/** What can be promised about a conversation, in the order in which it is shown. */
export const metrics = ['first_response', 'next_response', 'resolution', 'ownership'] as const;
export type Metric = (typeof metrics)[number];

/** The statuses that can pause a clock. */
export const pausingStatuses = ['waiting', 'on_hold', 'snoozed'] as const satisfies Status[];
export type PausingStatus = (typeof pausingStatuses)[number];

/** What a policy promises for one metric. */
export type Promised = {
  /** How long it may take for each priority, in seconds of its clock. */
  seconds: Readonly<Record<Priority, number>>;
  /** Counted in the calendar's open time, or round the clock. */
  clock: 'business' | 'always';
  /** While the conversation has one of these, the clock stands. */
  pausedBy: readonly PausingStatus[];
};

/** One version of a policy as the clocks know it; never changed once it was used. */
export type PolicyVersion = {
  id: string;
  promises: Readonly<Partial<Record<Metric, Promised>>>;
  /** Whether an automatic acknowledgement counts as an answer. */
  automaticCounts: boolean;
  /** Whether an answer in public counts. */
  publicCounts: boolean;
};

/** Which conversations a policy is for: each list that is there must hold what the conversation has. */
export type Conditions = {
  channelIds?: readonly string[];
  teamIds?: readonly string[];
  priorities?: readonly Priority[];
  /** One of them is enough. */
  labelIds?: readonly string[];
};

/** What a policy is chosen by. */
export type Traits = {
  channelId: string;
  teamId: string | null;
  priority: Priority;
  labelIds: readonly string[];
};

/** The first of the policies, in their order, that a conversation falls under; undefined when there is none for it. */
export function choosePolicy<P extends { conditions: Conditions }>(
  policies: readonly P[],
  traits: Traits,
): P | undefined {
  return policies.find(({ conditions }) => falls(conditions, traits));
}

function falls(
  { channelIds, teamIds, priorities, labelIds }: Conditions,
  { channelId, teamId, priority, labelIds: has }: Traits,
): boolean {
  if (channelIds && !channelIds.includes(channelId)) return false;
  if (teamIds && (teamId === null || !teamIds.includes(teamId))) return false;
  if (priorities && !priorities.includes(priority)) return false;
  return !labelIds || labelIds.some((id) => has.includes(id));
}

/** Whom a step tells. */
export const audiences = ['owner', 'team', 'leads'] as const;
export type Audience = (typeof audiences)[number];

/** What a step does to a conversation, or whom it tells. */
export type Effect =
  | { kind: 'notify'; who: Audience }
  | { kind: 'notify_member'; memberId: string }
  | { kind: 'raise' }
  /** Takes it from its owner, so that it is given out anew. */
  | { kind: 'unassign' }
  /** Gives it to a team; whoever has it keeps it. */
  | { kind: 'team'; teamId: string }
  | { kind: 'label'; labelId: string };

/** Something that happens once for each target of a metric, before it is due or after. */
export type Step = {
  /** Its name within the policy. */
  id: string;
  metric: Metric;
  /** After this share of the time, or so many seconds of its clock before it is due or after. */
  at: { percent: number } | { before: number } | { after: number };
  effects: readonly Effect[];
};

/** One version of a calendar; never changed once it was used. */
export type CalendarVersion = Calendar & { id: string };
