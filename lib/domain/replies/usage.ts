import type { Given } from '../reports/address';
import { idOf } from '../reports/address';

/** Over how many days the use of replies is told. */
export const usageDays = [7, 30, 90] as const;
export type UsageDays = (typeof usageDays)[number];

const usageSorts = [
  'sent',
  'inserted',
  'changed',
  'again24',
  'again72',
  'reopened',
  'resolved',
] as const;
export type UsageSort = (typeof usageSorts)[number];

/** What the address asks of the report. */
export type UsageAsked = { days: UsageDays; channel: string | null; sort: UsageSort };

/** What of its use is listed: of a reply, or of one version of it. */
export type UsesAsked = UsageAsked & {
  replyId: string | null;
  versionId: string | null;
  after: string | null;
};

/** How often something was used, and what followed. Shares are of those that are old enough for it. */
export type Usage = {
  inserted: number;
  sent: number;
  /** How many of the sent were not as approved, and the middle share of the words that was taken out, in per cent. */
  changed: number;
  medianEdited: number | null;
  /** Sent at least 24 hours ago, and of them: the customer wrote again within 24 hours. */
  old24: number;
  again24: number;
  old72: number;
  again72: number;
  reopened: number;
  /** Closed within 72 hours, and still so at their end. */
  resolved: number;
};

/** Whatever it does not understand of an address it leaves out. */
export function usageAsked(given: Given): UsageAsked {
  return {
    days: daysOf(given['days']),
    channel: idOf(given['channel']),
    sort: usageSorts.find((each) => each === given['sort']) ?? 'sent',
  };
}

export function daysOf(given: unknown): UsageDays {
  return usageDays.find((each) => String(each) === given) ?? 30;
}

export function usesAsked(given: Given): UsesAsked {
  const after = given['after'];
  return {
    ...usageAsked(given),
    replyId: idOf(given['reply']),
    versionId: idOf(given['version']),
    after: typeof after === 'string' && after !== '' ? after : null,
  };
}

export function usageSearch({ days, channel, sort }: UsageAsked): URLSearchParams {
  const search = new URLSearchParams({ days: String(days) });
  if (channel !== null) search.set('channel', channel);
  if (sort !== 'sent') search.set('sort', sort);
  return search;
}

/** What a column is sorted by: shares by their share, of nothing last; the most first. */
const weights: Record<UsageSort, (usage: Usage) => number> = {
  sent: ({ sent }) => sent,
  inserted: ({ inserted }) => inserted,
  changed: ({ changed, sent }) => shareOf(changed, sent),
  again24: ({ again24, old24 }) => shareOf(again24, old24),
  again72: ({ again72, old72 }) => shareOf(again72, old72),
  reopened: ({ reopened, old72 }) => shareOf(reopened, old72),
  resolved: ({ resolved, old72 }) => shareOf(resolved, old72),
};

export function byUsage(sort: UsageSort): (a: Usage, b: Usage) => number {
  return (a, b) => weights[sort](b) - weights[sort](a) || b.sent - a.sent;
}

function shareOf(part: number, whole: number): number {
  return whole === 0 ? -1 : part / whole;
}
