import type { Priority } from '@/lib/domain/conversation/conversation';
import { priorities } from '@/lib/domain/conversation/conversation';
import { parseDuration, whyNotDuration } from '@/lib/domain/sla/duration';
import type { Conditions, Metric, PausingStatus, Promised } from '@/lib/domain/sla/policy';
import { metrics } from '@/lib/domain/sla/policy';
import type { HoursView, SlaPolicyView } from '@/lib/queries/sla/settings';
import type { StepDraft } from './step-draft';
import { stepDraft, stepIn, stepProblems } from './step-draft';
import { howLong } from './words';

/** What is promised for one metric, as it is typed; kept in the form also while it is off. */
export type PromiseDraft = {
  on: boolean;
  clock: Promised['clock'];
  pausedBy: readonly PausingStatus[];
  texts: Readonly<Record<Priority, string>>;
};

/** A policy as it is typed: times may be anything yet. */
export type PolicyDraft = {
  name: string;
  calendarId: string;
  conditions: Required<Conditions>;
  promises: Readonly<Record<Metric, PromiseDraft>>;
  steps: readonly StepDraft[];
  risk: string;
  automaticCounts: boolean;
  publicCounts: boolean;
};

const fresh: PolicyDraft['promises'] = {
  first_response: draftOf(true, [], ['4 h', '2 h', '1 h', '15 m']),
  next_response: draftOf(true, [], ['8 h', '4 h', '2 h', '30 m']),
  resolution: draftOf(false, ['waiting', 'on_hold'], ['80 h', '40 h', '16 h', '8 h']),
  ownership: draftOf(false, [], ['4 h', '2 h', '1 h', '15 m']),
};

function draftOf(on: boolean, pausedBy: readonly PausingStatus[], times: string[]): PromiseDraft {
  const [low = '', normal = '', high = '', urgent = ''] = times;
  return { on, clock: 'business', pausedBy, texts: { low, normal, high, urgent } };
}

/** What a form begins with: what is kept, or answers within hours. */
export function policyDraft(view: SlaPolicyView | null, hours: readonly HoursView[]): PolicyDraft {
  if (!view) {
    return {
      name: '',
      calendarId: mostUsed(hours)?.calendarId ?? '',
      conditions: { channelIds: [], teamIds: [], priorities: [], labelIds: [] },
      promises: fresh,
      steps: [],
      risk: '75',
      automaticCounts: false,
      publicCounts: true,
    };
  }
  const { channelIds = [], teamIds = [], labelIds = [], priorities: some = [] } = view.conditions;
  return {
    name: view.name,
    calendarId: view.calendarId,
    conditions: { channelIds, teamIds, priorities: some, labelIds },
    promises: promisesOf(view.promises),
    steps: view.steps.map(stepDraft),
    risk: String(view.riskPercent),
    automaticCounts: view.automaticCounts,
    publicCounts: view.publicCounts,
  };
}

function mostUsed(hours: readonly HoursView[]): HoursView | undefined {
  return hours.toSorted((one, other) => other.policies.length - one.policies.length)[0];
}

function promisesOf(kept: SlaPolicyView['promises']): PolicyDraft['promises'] {
  return eachMetric((metric) => {
    const promised = kept[metric];
    if (!promised) return { ...fresh[metric], on: false };
    const { seconds, clock, pausedBy } = promised;
    return {
      on: true,
      clock,
      pausedBy,
      texts: eachPriority((one) => howLong(seconds[one], clock)),
    };
  });
}

/** What the server is asked to keep. */
export function policyIn(draft: PolicyDraft) {
  const { name, calendarId, promises, steps, risk, automaticCounts, publicCounts } = draft;
  const kept: Partial<Record<Metric, Promised>> = {};
  for (const metric of metrics) {
    const { on, clock, pausedBy } = promises[metric];
    if (on) kept[metric] = { seconds: secondsIn(promises[metric]), clock, pausedBy };
  }
  return {
    name,
    calendarId,
    conditions: conditionsIn(draft),
    promises: kept,
    steps: steps.filter(({ metric }) => promises[metric].on).map(stepIn),
    riskPercent: Number(risk),
    automaticCounts,
    publicCounts,
  };
}

export function conditionsIn({ conditions }: PolicyDraft): Conditions {
  return Object.fromEntries(Object.entries(conditions).filter(([, list]) => list.length > 0));
}

export function secondsIn({ texts }: PromiseDraft): Promised['seconds'] {
  return eachPriority((priority) => parseDuration(texts[priority]) ?? 0);
}

/** What is wrong, by the place that the server would say it of. */
export function policyProblems({ promises, steps, risk, calendarId }: PolicyDraft) {
  const found: Record<string, string> = {};
  for (const metric of metrics) {
    if (!promises[metric].on) continue;
    for (const priority of priorities) {
      const why = whyNotDuration(promises[metric].texts[priority]);
      if (why) found[`promises.${metric}.seconds.${priority}`] = why;
    }
  }
  if (!/^[1-9]\d?$/.test(risk.trim())) found['riskPercent'] = 'From 1 to 99.';
  if (calendarId === '') found['calendarId'] = 'Choose the hours it counts by.';
  const inUse = steps.filter(({ metric }) => promises[metric].on);
  for (const [no, step] of inUse.entries()) Object.assign(found, stepProblems(step, no));
  return found;
}

function eachPriority<T>(make: (priority: Priority) => T): Record<Priority, T> {
  const [low, normal, high, urgent] = priorities;
  return { low: make(low), normal: make(normal), high: make(high), urgent: make(urgent) };
}

function eachMetric<T>(make: (metric: Metric) => T): Record<Metric, T> {
  return {
    first_response: make('first_response'),
    next_response: make('next_response'),
    resolution: make('resolution'),
    ownership: make('ownership'),
  };
}
