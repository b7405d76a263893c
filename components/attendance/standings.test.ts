import { expect, test } from 'vitest';
import type { AttendanceView, MemberAttendance } from '@/lib/queries/attendance/views';
import { nextChange, standingsAt } from './standings';

const at = (clock: string) => `2026-11-25T${clock}:00.000Z`;
const now = Date.parse(at('12:00'));

const member = (id: string, more: Partial<MemberAttendance> = {}): MemberAttendance => ({
  ...{ id, availability: 'available', reason: null, until: null, since: at('08:00'), by: null },
  ...{ seenAt: at('12:00'), present: true, load: 0, capacity: 8, skillIds: [], coverId: null },
  ...{ teamIds: [], ...more },
});

const view: AttendanceView = {
  at: at('12:00'),
  members: [
    member('lunch', { availability: 'away', until: at('12:45'), teamIds: ['desk'] }),
    member('desk', { teamIds: ['desk'] }),
    member('night', { teamIds: ['night'] }),
    member('both', { teamIds: ['desk', 'night'] }),
    member('free', { present: false }),
  ],
  teams: [
    { id: 'desk', name: 'Desk', hours: [[at('08:00'), at('12:30')]] },
    { id: 'night', name: 'Night', hours: [[at('20:00'), at('23:00')]] },
  ],
};

const kinds = (clock: string) =>
  standingsAt(view, Date.parse(at(clock))).map(({ id, standing }) => `${id} ${standing.kind}`);

test('one reading tells how everybody stands, now and as time passes', () => {
  expect(kinds('12:00')).toEqual([
    ...['lunch away', 'desk available', 'night off_shift', 'both available', 'free gone'],
  ]);
  expect(kinds('12:30')).toContain('desk off_shift');
  expect(kinds('12:45')).toContain('lunch off_shift');
  expect(kinds('20:00')).toEqual(expect.arrayContaining(['night available', 'both available']));
});

test('the next change is the soonest end of a word or edge of a shift that is to come', () => {
  expect(nextChange(view, now)).toBe(at('12:30'));
  expect(nextChange(view, Date.parse(at('12:30')))).toBe(at('12:45'));
  expect(nextChange(view, Date.parse(at('23:00')))).toBeNull();
});
