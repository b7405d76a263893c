/** Over how many days a report goes. */
export const reportDays = [7, 30] as const;
export type ReportDays = (typeof reportDays)[number];

/** What of the complaints that were invited or taken into private is counted. */
export const handoffCounts = [
  'all',
  'invited',
  'written',
  'arrived',
  'byLink',
  'byAuthor',
] as const;
export type HandoffCount = (typeof handoffCounts)[number];
