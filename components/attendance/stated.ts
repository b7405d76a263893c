import type { Stated } from '@/lib/domain/routing/availability';
import type { Availability } from '@/lib/domain/routing/work';

export const availabilityNames: Record<Availability, string> = {
  available: 'Available',
  busy: 'Busy',
  away: 'Away',
  offline: 'Offline',
};

export const availabilityMeanings: Record<Availability, string> = {
  available: 'Takes new work.',
  busy: 'Here, and takes no new work.',
  away: 'Back in a while. What becomes of their work, the team’s settings say.',
  offline: 'Done for now. What becomes of their work, the team’s settings say.',
};

/** "Away until 13:45: Lunch". */
export function statedInWords(
  { availability, reason, until }: Stated,
  time: (at: string) => string,
) {
  const end = until === null ? '' : ` until ${time(until)}`;
  return `${availabilityNames[availability]}${end}${reason === null ? '' : `: ${reason}`}`;
}
