import type { Priority } from '../conversation/conversation';
import { priorities } from '../conversation/conversation';
import type { Metric } from '../sla/policy';
import { metrics } from '../sla/policy';
import type { By, Given, Timed } from './address';
import { idOf, timeAsked, timeSearch } from './address';

/** What the promises of a report can be told apart by. */
export const splits = ['team', 'member', 'channel', 'priority', 'label'] as const;
export type Split = (typeof splits)[number];

/** An hour of the week on the wall: 1 is Monday, 23 the hour before midnight. */
export type WeekHour = { day: number; hour: number };

/** An id, or those that have none. */
export type Whose = string | 'none';

/** Which targets are meant; null is all. */
export type PromiseFilter = {
  channel: string | null;
  team: Whose | null;
  member: Whose | null;
  priority: Priority | null;
  label: Whose | null;
  hour: WeekHour | null;
};

/** What the address of the report asks for. */
export type PromisesAsked = Timed & {
  metric: Metric;
  by: Split;
  filter: PromiseFilter;
};

/**
 * Which of the targets a number counts. `counted` are the kept and the broken ones, `measured` those of them
 * that have ended, so that it is known how long they took.
 */
const targetKinds = ['counted', 'met', 'broken', 'measured', 'running', 'void'] as const;
export type TargetKind = (typeof targetKinds)[number];

/** Reads an address. Whatever it does not understand it leaves out. */
export function promisesAsked(given: Given, by: By): PromisesAsked {
  return {
    ...timeAsked(given, by),
    metric: metrics.find((each) => each === given['metric']) ?? 'first_response',
    by: splits.find((each) => each === given['by']) ?? 'team',
    filter: {
      channel: idOf(given['channel']),
      team: whoseOf(given['team']),
      member: whoseOf(given['member']),
      priority: priorities.find((each) => each === given['priority']) ?? null,
      label: whoseOf(given['label']),
      hour: hourOf(given['hour']),
    },
  };
}

/** Its address: what it was read from, and the zone, so that whoever gets it sees the same. */
export function promisesSearch(asked: PromisesAsked): URLSearchParams {
  const { metric, by, filter } = asked;
  const search = timeSearch(asked);
  if (metric !== 'first_response') search.set('metric', metric);
  if (by !== 'team') search.set('by', by);
  for (const name of ['channel', 'team', 'member', 'priority', 'label'] as const) {
    const value = filter[name];
    if (value !== null) search.set(name, value);
  }
  if (filter.hour) search.set('hour', `${filter.hour.day}-${filter.hour.hour}`);
  return search;
}

export function targetKindOf(value: unknown): TargetKind {
  return targetKinds.find((each) => each === value) ?? 'counted';
}

function whoseOf(value: unknown): Whose | null {
  return value === 'none' ? 'none' : idOf(value);
}

function hourOf(value: unknown): WeekHour | null {
  const parts = typeof value === 'string' ? /^([1-7])-(\d|1\d|2[0-3])$/.exec(value) : null;
  return parts && { day: Number(parts[1]), hour: Number(parts[2]) };
}
