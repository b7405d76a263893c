import { formatCounted } from '@/lib/domain/sla/duration';
import type { Audience, Metric, PausingStatus, Promised } from '@/lib/domain/sla/policy';
import { metricNames } from '../clocks/metric-names';

export const metricWords = {
  first_response: {
    label: metricNames.first_response,
    about: 'From their first message until somebody’s reply arrived.',
  },
  next_response: {
    label: metricNames.next_response,
    about: 'Each time they write again and wait, from the oldest message nobody answered.',
  },
  resolution: {
    label: metricNames.resolution,
    about: 'From their first message until it is resolved; goes on if it is reopened.',
  },
  ownership: {
    label: metricNames.ownership,
    about: 'From the time a team gets it until one of the team replies.',
  },
} as const satisfies Record<Metric, { label: string; about: string }>;

export const pauseWords = {
  waiting: 'Waiting',
  on_hold: 'On hold',
  snoozed: 'Snoozed',
} as const satisfies Record<PausingStatus, string>;

export const audienceWords = {
  owner: 'Tell its owner',
  team: 'Tell its team',
  leads: 'Tell the leads',
} as const satisfies Record<Audience, string>;

/** How long, as it is said of what that clock counts. */
export function howLong(seconds: number, clock: Promised['clock']): string {
  return formatCounted(seconds, clock === 'always');
}

/** "15 m urgent, 1 h high, 2 h normal, 4 h low": the most pressing first. One time for all is said once. */
export function timesInWords({ seconds, clock }: Promised): string {
  const { urgent, high, normal, low } = seconds;
  const how = clock === 'always' ? ', round the clock' : '';
  if (new Set([urgent, high, normal, low]).size === 1)
    return `${unbroken(howLong(normal, clock))}${how}`;
  const said = (['urgent', 'high', 'normal', 'low'] as const).map((priority) =>
    unbroken(`${howLong(seconds[priority], clock)} ${priority}`),
  );
  return `${said.join(', ')}${how}`;
}

/** A number is never on another line than what it counts. */
function unbroken(words: string): string {
  return words.replaceAll(' ', '\u00a0');
}
