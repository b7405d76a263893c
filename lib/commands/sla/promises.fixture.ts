import type { Promised } from '@/lib/domain/sla/policy';

const office = [{ start: '09:00', end: '17:00' }];

/** Monday to Friday, nine to five, in Berlin: as a form sends new hours. */
export const hours = {
  calendarId: null,
  basedOn: null,
  name: 'Office',
  timeZone: 'Europe/Berlin',
  weekly: [office, office, office, office, office, [], []],
  exceptions: [{ date: '2026-12-25', spans: [], name: 'Christmas Day' }],
  applyTo: 'new',
} as const;

/** The same time for every priority, in open hours. */
export function within(seconds: number, more: Partial<Promised> = {}): Promised {
  const each = { low: seconds, normal: seconds, high: seconds, urgent: seconds };
  return { seconds: each, clock: 'business', pausedBy: [], ...more };
}

/** What a new policy promises when nothing else is said: an answer within an hour. */
export function promise(calendarId: string, more: object = {}) {
  return {
    name: 'Everything else',
    calendarId,
    conditions: {},
    promises: { first_response: within(3600) },
    steps: [],
    riskPercent: 75,
    automaticCounts: false,
    publicCounts: true,
    ...more,
  };
}
