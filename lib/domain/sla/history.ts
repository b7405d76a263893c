import type { Priority, Status } from '../conversation/conversation';
import type { Cycle, Measure } from './cycle';
import { endCycle, instantAfter, setClock } from './cycle';
import type { ConversationEvent } from './events';
import type { CalendarVersion, Metric, PausingStatus, PolicyVersion } from './policy';

/** A conversation's clocks as far as its history has been followed. */
export type State = {
  policy: PolicyVersion;
  calendar: CalendarVersion;
  status: Status;
  priority: Priority;
  teamId: string | null;
  blocked: boolean;
  episode: number;
  /** A first response of this episode exists, or none was needed. */
  responded: boolean;
  /** The customer wrote since the status was set: nothing stands until it is set again. */
  wroteSince: boolean;
  cycles: Cycle[];
  /** Those of them that have not ended; some of them just have. */
  open: Cycle[];
  /** How many there were of a metric in a visit. */
  counts: Map<string, number>;
};

/** Before anything happened. */
export function beginning(policy: PolicyVersion, calendar: CalendarVersion): State {
  return {
    policy,
    calendar,
    status: 'open',
    priority: 'normal',
    teamId: null,
    blocked: false,
    episode: 0,
    responded: false,
    wroteSince: false,
    cycles: [],
    open: [],
    counts: new Map(),
  };
}

/** Takes in what happened next. */
export function follow(state: State, event: ConversationEvent): void {
  noticeBreaches(state, event.at, event.type === 'reply' || event.type === 'status');
  apply(state, event);
  reclock(state, event.at);
}

function apply(state: State, event: ConversationEvent): void {
  switch (event.type) {
    case 'message':
      received(state, event);
      break;
    case 'reply':
      replied(state, event);
      break;
    case 'status':
      moved(state, event);
      break;
    case 'team':
      given(state, event.teamId, event.at);
      break;
    case 'handed_off':
      for (const cycle of running(state)) endCycle(cycle, event.at, 'void');
      break;
    case 'priority':
      state.priority = event.priority;
      break;
    case 'blocked':
      state.blocked = event.on;
      break;
    case 'policy':
      state.policy = event.policy;
      state.calendar = event.calendar;
  }
}

type Kind<T extends ConversationEvent['type']> = Extract<ConversationEvent, { type: T }>;

function received(state: State, event: Kind<'message'>): void {
  const { at, since = at } = event;
  state.wroteSince = true;
  if (state.episode === 0 || event.newEpisode) {
    beginEpisode(state, at);
    begin(state, 'resolution', since);
    state.responded = event.answered === true && state.policy.publicCounts;
    if (!state.responded) begin(state, 'first_response', since);
  }
  const waits = running(state, 'first_response', 'next_response').length > 0;
  if (state.responded && !waits) begin(state, 'next_response', at);
}

/** What the last visit left unkept ends with it: broken if it was, else without a verdict. */
function beginEpisode(state: State, at: Date): void {
  const returns = state.episode > 0;
  if (returns) {
    for (const cycle of running(state)) endCycle(cycle, at, cycle.breachedAt ? 'left' : 'void');
  }
  state.episode += 1;
  state.status = 'open';
  if (returns && state.teamId !== null) begin(state, 'ownership', at);
}

function replied(state: State, { at, automatic, isPublic, teamIds }: Kind<'reply'>): void {
  if (automatic && !state.policy.automaticCounts) return;
  if (isPublic && !state.policy.publicCounts) return;
  const stops = running(state, 'first_response', 'next_response');
  for (const cycle of stops) endCycle(cycle, at, 'done');
  if (state.episode > 0) state.responded = true;
  if (automatic || state.teamId === null || !teamIds?.includes(state.teamId)) return;
  for (const cycle of running(state, 'ownership')) endCycle(cycle, at, 'done');
}

function moved(state: State, { at, status, noAnswerNeeded }: Kind<'status'>): void {
  const wasResolved = state.status === 'resolved';
  state.status = status;
  state.wroteSince = false;
  if (status === 'resolved') {
    for (const cycle of running(state, 'resolution')) endCycle(cycle, at, 'done');
    if (!noAnswerNeeded) return;
    const unanswered = running(state, 'first_response', 'next_response', 'ownership');
    for (const cycle of unanswered) endCycle(cycle, at, 'void');
    state.responded = true;
  } else if (wasResolved) {
    goOn(state, at);
  }
}

/** Reopened within its episode: the time in between was no time of ours. */
function goOn(state: State, at: Date): void {
  const cycle = state.cycles.findLast(({ metric }) => metric === 'resolution');
  if (cycle?.episode !== state.episode || cycle.end !== 'done') return;
  const { endedAt } = cycle;
  if (endedAt !== null) cycle.paused.push({ from: endedAt, to: at, because: 'resolved' });
  cycle.endedAt = null;
  cycle.end = null;
  state.open.push(cycle);
}

function given(state: State, teamId: string | null, at: Date): void {
  if (teamId === state.teamId) return;
  for (const cycle of running(state, 'ownership')) endCycle(cycle, at, 'done');
  state.teamId = teamId;
  if (teamId !== null) begin(state, 'ownership', at);
}

function begin(state: State, metric: Metric, startedAt: Date): void {
  // What comes before the first visit belongs to it.
  const episode = Math.max(1, state.episode);
  const key = `${metric} ${episode}`;
  const no = (state.counts.get(key) ?? 0) + 1;
  state.counts.set(key, no);
  const cycle: Cycle = {
    metric,
    episode,
    no,
    startedAt,
    spans: [],
    paused: [],
    measure: null,
    withdrawn: false,
    endedAt: null,
    end: null,
    breachedAt: null,
  };
  state.cycles.push(cycle);
  state.open.push(cycle);
  // A complaint in public may have begun long before anything was heard of it here.
  reclockOne(state, cycle, startedAt);
}

function running(state: State, ...which: Metric[]): Cycle[] {
  state.open = state.open.filter(({ endedAt }) => endedAt === null);
  return which.length === 0
    ? state.open
    : state.open.filter(({ metric }) => which.includes(metric));
}

/** Lets every clock run or stand, against the promise that now holds. */
function reclock(state: State, at: Date): void {
  for (const cycle of running(state)) reclockOne(state, cycle, at);
}

function reclockOne(state: State, cycle: Cycle, at: Date): void {
  const promised = state.policy.promises[cycle.metric];
  const { policy, priority } = state;
  const calendar = promised?.clock === 'always' ? null : state.calendar;
  cycle.withdrawn = cycle.measure !== null && promised === undefined;
  if (promised) {
    const seconds = promised.seconds[priority];
    cycle.measure = { policyId: policy.id, priority, seconds, calendar } satisfies Measure;
  }
  const pausing: readonly Status[] = promised?.pausedBy ?? [];
  const stands = pausing.includes(state.status) && !state.wroteSince;
  setClock(cycle, at, stands ? { stands: state.status as PausingStatus } : { runs: calendar });
}

/** A promise is broken at the instant it was due, whenever that is noticed. What ends it in that very instant keeps it. */
export function noticeBreaches(state: State, at: Date, mayEnd = false): void {
  for (const cycle of running(state)) {
    if (cycle.breachedAt !== null || cycle.measure === null || cycle.withdrawn) continue;
    const due = instantAfter(cycle, cycle.measure.seconds);
    if (due !== null && (due < at || (!mayEnd && due <= at))) cycle.breachedAt = due;
  }
}
