import { describe, expect, it } from 'vitest';
import { fieldTime, instantOfField, snoozeTimes } from './snooze-times';

function times(now: string, zone: string) {
  return Object.fromEntries(snoozeTimes(Date.parse(now), zone).map(({ id, at }) => [id, at]));
}

describe('the times to put something off to', () => {
  it('are those that people in the zone mean, on a Tuesday morning', () => {
    expect(times('2026-11-24T09:12:30Z', 'Europe/Berlin')).toEqual({
      hour: '2026-11-24T10:13:00.000Z',
      afternoon: '2026-11-24T14:00:00.000Z',
      evening: '2026-11-24T18:00:00.000Z',
      tomorrow: '2026-11-25T08:00:00.000Z',
      monday: '2026-11-30T08:00:00.000Z',
      week: '2026-12-01T08:00:00.000Z',
    });
  });

  it('are of the person’s day, not of the server’s', () => {
    // In Tokyo it is Wednesday already.
    expect(times('2026-11-24T16:00:00Z', 'Asia/Tokyo')).toMatchObject({
      tomorrow: '2026-11-26T00:00:00.000Z',
      afternoon: '2026-11-25T06:00:00.000Z',
    });
  });

  it('leave out what is past, and Monday when that is tomorrow', () => {
    expect(Object.keys(times('2026-11-29T22:00:00Z', 'UTC'))).toEqual(['hour', 'tomorrow', 'week']);
    expect(times('2026-11-30T08:00:00Z', 'UTC')).toMatchObject({
      monday: '2026-12-07T09:00:00.000Z',
    });
  });

  it('come the soonest first', () => {
    for (const now of ['2026-11-24T00:30:00Z', '2026-11-24T13:59:00Z', '2026-11-27T17:59:00Z']) {
      const all = snoozeTimes(Date.parse(now), 'Europe/London').map(({ at }) => at);
      expect(all).toEqual(all.toSorted());
    }
  });

  it('keep nine o’clock when the clocks change in between', () => {
    // Summer time ends on 25 October 2026 in Berlin, begins on 28 March 2027.
    expect(times('2026-10-24T20:00:00Z', 'Europe/Berlin')['tomorrow']).toBe(
      '2026-10-25T08:00:00.000Z',
    );
    expect(times('2027-03-27T20:00:00Z', 'Europe/Berlin')['tomorrow']).toBe(
      '2027-03-28T07:00:00.000Z',
    );
  });
});

describe('a date and time that somebody fills in', () => {
  it.each([
    ['2026-11-25T09:00', 'Europe/Berlin', '2026-11-25T08:00:00.000Z'],
    ['2026-07-01T09:30', 'Europe/Berlin', '2026-07-01T07:30:00.000Z'],
    ['2026-11-25T09:00', 'Asia/Kolkata', '2026-11-25T03:30:00.000Z'],
    ['2026-11-25T00:15', 'Pacific/Auckland', '2026-11-24T11:15:00.000Z'],
    // Half past two does not exist on that night.
    ['2027-03-28T02:30', 'Europe/Berlin', '2027-03-28T01:30:00.000Z'],
    ['', 'UTC', null],
  ])('%s in %s is %s', (field, zone, at) => {
    expect(instantOfField(field, zone)).toBe(at);
  });

  it('begins as what it shows', () => {
    for (const zone of ['UTC', 'Asia/Kathmandu', 'America/St_Johns']) {
      const at = Date.parse('2026-11-24T10:07:00Z');
      expect(instantOfField(fieldTime(at, zone), zone)).toBe(new Date(at).toISOString());
    }
  });
});
