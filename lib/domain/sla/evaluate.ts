import type { Priority } from '../conversation/conversation';
import type { Cycle, PausedSpan, RunningSpan } from './cycle';
import { dueOf, elapsedSeconds } from './cycle';
import type { ConversationEvent } from './events';
import { beginning, follow, noticeBreaches } from './history';
import type { CalendarVersion, PolicyVersion } from './policy';
import { metrics } from './policy';

export type TargetOutcome = 'running' | 'met' | 'breached' | 'void';

/** One running instance of a promise, or how it ended. Seconds are those of its own clock. */
export type Target = Pick<Cycle, 'metric' | 'episode' | 'startedAt' | 'endedAt' | 'breachedAt'> & {
  /** Which wait, visit or stay of its episode; the first is 1. */
  cycle: number;
  policyId: string;
  /** Null is round the clock. */
  calendarId: string | null;
  priority: Priority;
  seconds: number;
  /** Null while its clock stands before it is due: nobody knows yet. */
  dueAt: Date | null;
  spans: readonly RunningSpan[];
  paused: readonly PausedSpan[];
  /** When it was kept, in time or late. */
  metAt: Date | null;
  outcome: TargetOutcome;
  elapsedSeconds: number;
  /** By how much it was longer than promised. */
  overrunSeconds: number;
};

/**
 * The targets of a conversation at an instant, from everything that happened to it: in the order of
 * time, whatever order it is told in. A policy change among the events holds from its own time on.
 * The same history always gives the same targets; `now` only lets the running ones age.
 */
export function evaluate(
  events: readonly ConversationEvent[],
  policy: PolicyVersion,
  calendar: CalendarVersion,
  now: Date,
): Target[] {
  const state = beginning(policy, calendar);
  for (const event of events.toSorted((one, other) => one.at.getTime() - other.at.getTime())) {
    if (event.at > now) break;
    follow(state, event);
  }
  noticeBreaches(state, now);
  const isVoid = state.status === 'spam' || state.blocked;
  return state.cycles
    .flatMap((cycle) => targetOf(cycle, isVoid, now) ?? [])
    .toSorted(
      (one, other) =>
        one.episode - other.episode ||
        metrics.indexOf(one.metric) - metrics.indexOf(other.metric) ||
        one.cycle - other.cycle,
    );
}

function targetOf(cycle: Cycle, isVoid: boolean, now: Date): Target | null {
  const { metric, episode, no, startedAt, endedAt, spans, paused, measure, breachedAt } = cycle;
  if (measure === null) return null;
  const { policyId, calendar, priority, seconds } = measure;
  const elapsed = elapsedSeconds(cycle, endedAt ?? now);
  const outcome = outcomeOf(cycle, isVoid);
  return {
    metric,
    episode,
    cycle: no,
    policyId,
    calendarId: calendar?.id ?? null,
    priority,
    seconds,
    startedAt,
    endedAt,
    breachedAt,
    dueAt: dueOf(cycle, seconds),
    spans,
    paused,
    metAt: cycle.end === 'done' && outcome !== 'void' ? endedAt : null,
    outcome,
    elapsedSeconds: elapsed,
    overrunSeconds: breachedAt === null ? 0 : Math.max(0, elapsed - seconds),
  };
}

/** `isVoid`: nobody is owed anything as the conversation stands. */
function outcomeOf({ end, withdrawn, breachedAt }: Cycle, isVoid: boolean): TargetOutcome {
  if (end === 'void' || withdrawn || (end === null && isVoid)) return 'void';
  if (breachedAt !== null) return 'breached';
  return end === null ? 'running' : 'met';
}
