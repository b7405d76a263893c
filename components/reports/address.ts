import type { HandoffCount, ReportDays } from '@/lib/domain/reports/handoff';
import { handoffCounts, reportDays } from '@/lib/domain/reports/handoff';

/** What the address asks of the report: over which time, and which conversations it lists. */
export type ReportAsked = { days: ReportDays; count: HandoffCount; channelId: string | null };

const uuid = /^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/i;

/** Whatever it does not understand of an address it leaves out. */
export function reportAsked(given: Readonly<Record<string, unknown>>): ReportAsked {
  const { days, show, channel } = given;
  return {
    days: reportDays.find((each) => String(each) === days) ?? 7,
    count: handoffCounts.find((each) => each === show) ?? 'all',
    channelId: typeof channel === 'string' && uuid.test(channel) ? channel : null,
  };
}

export function reportPath({ days, count, channelId }: ReportAsked): string {
  const search = new URLSearchParams({ days: String(days) });
  if (count !== 'all') search.set('show', count);
  if (channelId !== null) search.set('channel', channelId);
  return `/reports/handoffs?${search}`;
}
