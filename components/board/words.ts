import type { Availability } from '@/lib/domain/routing/work';
import type { Intent } from '@/lib/domain/triage/intent';
import type { BoardMember } from '@/lib/queries/board/views';
import { relativeTime, untilTime } from '../ui/time';

type Being = Pick<BoardMember, 'availability' | 'reason' | 'until' | 'present' | 'seenAt'>;

const says: Record<Availability, string> = {
  available: 'Available',
  busy: 'Busy',
  away: 'Away',
  offline: 'Offline',
};

/** How somebody's being here looks: a full light only for whoever can be given work. */
export function lightOf({ availability, present }: Being): 'on' | 'busy' | 'off' {
  if (!present || availability === 'away' || availability === 'offline') return 'off';
  return availability === 'available' ? 'on' : 'busy';
}

/** "Available", "Away until 14:00 · Lunch", "Available, but not here: seen 5 min ago". */
export function beingWords(being: Being, now: number, zone: string): string {
  const { availability, reason, until, present, seenAt } = being;
  const said =
    until === null
      ? says[availability]
      : `${says[availability]} until ${untilTime(until, now, zone)}`;
  const why = reason ? ` · ${reason}` : '';
  if (present || availability === 'away' || availability === 'offline') return `${said}${why}`;
  const seen = seenAt === null ? 'not seen yet' : `seen ${agoWords(seenAt, now, zone)}`;
  return `${said}, but not here: ${seen}${why}`;
}

function agoWords(at: string, now: number, zone: string): string {
  const told = relativeTime(at, now, zone);
  return /^\d+ (min|h|d)$/.test(told) ? `${told} ago` : told;
}

/** "5.25 of 8". */
export function loadWords({ load, capacity }: Pick<BoardMember, 'load' | 'capacity'>): string {
  return `${load} of ${capacity}`;
}

/** "3 open, 1 on hold, 2 waiting", or that there is nothing. */
export function heldWords(
  member: Pick<BoardMember, 'open' | 'onHold' | 'waiting' | 'snoozed'>,
): string {
  const counts: [number, string][] = [
    [member.open, 'open'],
    [member.onHold, 'on hold'],
    [member.waiting, 'waiting'],
    [member.snoozed, 'snoozed'],
  ];
  const told = counts.filter(([count]) => count > 0).map(([count, name]) => `${count} ${name}`);
  return told.length === 0 ? 'Nothing' : told.join(', ');
}

/** A warning where somebody now holds more than they can; people may do what the router may not. */
export function overWords(name: string, load: number, capacity: number): string | null {
  return load > capacity
    ? `${name} now has ${load} of ${capacity}, more than their capacity.`
    : null;
}

export const intentNames: Record<Intent, string> = {
  complaint: 'Complaint',
  question: 'Question',
  request: 'Request',
  praise: 'Praise',
  press: 'Press',
  business: 'Business',
  spam: 'Spam',
  other: 'Other',
};
