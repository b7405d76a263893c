import type { Standing } from '@/lib/domain/routing/availability';
import { standingAt } from '@/lib/domain/routing/availability';
import type { OpenHours } from '@/lib/domain/routing/shift';
import { hoursOfAll, shiftAt } from '@/lib/domain/routing/shift';
import type { AttendanceView, MemberAttendance } from '@/lib/queries/attendance/views';

/** A member with what is true of them now. */
export type Standee = MemberAttendance & { standing: Standing; hours: OpenHours };

/** How everybody stands at an instant, as far as what was read says. */
export function standingsAt({ members, teams }: AttendanceView, now: number): Standee[] {
  const hoursOf = new Map(teams.map(({ id, hours }) => [id, hours]));
  return members.map((member) => {
    const { availability, reason, until, present, teamIds } = member;
    const hours = hoursOfAll(teamIds.map((id) => hoursOf.get(id) ?? null));
    const stated = { availability, reason, until };
    const shift = shiftAt(hours, now);
    return { ...member, hours, standing: standingAt({ stated, shift, present }, now) };
  });
}

/** When the first of it changes by itself: somebody is back, a shift begins or ends. Null when nothing will. */
export function nextChange({ members, teams }: AttendanceView, now: number): string | null {
  const instants = [
    ...members.map(({ until }) => until),
    ...teams.flatMap(({ hours }) => hours ?? []).flat(),
  ].filter((at): at is string => at !== null && Date.parse(at) > now);
  return instants.toSorted((one, other) => Date.parse(one) - Date.parse(other))[0] ?? null;
}
