import { describe, expect, it } from 'vitest';
import { dayName } from './days';
import { clockTime, exactTime, relativeTime, untilTime } from './time';

const now = Date.parse('2026-11-22T14:00:00Z');
const ago = (ms: number) => new Date(now - ms).toISOString();

describe('times as people read them', () => {
  it.each([
    [5_000, 'now'],
    [59_999, 'now'],
    [60_000, '1 min'],
    [59 * 60_000, '59 min'],
    [60 * 60_000, '1 h'],
    [23 * 3_600_000, '23 h'],
    [24 * 3_600_000, '1 d'],
    [6 * 86_400_000, '6 d'],
    [18 * 86_400_000, '4 Nov'],
  ])('tells %d ms ago as %s', (ms, said) => {
    expect(relativeTime(ago(ms), now, 'UTC')).toBe(said);
  });

  it('reads a clock ahead of ours as now', () => {
    expect(relativeTime(ago(-4_000), now, 'UTC')).toBe('now');
  });

  it.each([
    ['2026-11-22T17:00:00Z', '17:00'],
    ['2026-11-23T09:00:00Z', 'tomorrow 09:00'],
    ['2026-11-26T09:00:00Z', 'Thu 09:00'],
    ['2026-12-04T09:00:00Z', '4 Dec'],
  ])('tells %s, which is to come, as %s', (at, said) => {
    expect(untilTime(at, now, 'UTC')).toBe(said);
  });

  it('names the day in the zone of the viewer, not of the server', () => {
    const justAfterMidnightInTokyo = '2026-11-21T15:30:00.123456Z';
    expect(dayName(justAfterMidnightInTokyo, now, 'Asia/Tokyo')).toBe('Today');
    expect(dayName(justAfterMidnightInTokyo, now, 'UTC')).toBe('Yesterday');
  });

  it('names older days by weekday, then by date, then with the year', () => {
    expect(dayName('2026-11-18T12:00:00Z', now, 'UTC')).toBe('Wednesday');
    expect(dayName('2026-11-04T12:00:00Z', now, 'UTC')).toBe('4 November');
    expect(dayName('2024-11-04T12:00:00Z', now, 'UTC')).toBe('4 November 2024');
  });

  it('tells the clock and the exact time in the zone of the viewer', () => {
    expect(clockTime('2026-11-22T13:56:00Z', 'Europe/Berlin')).toBe('14:56');
    expect(exactTime('2026-11-22T13:56:07Z', 'Europe/Berlin')).toContain('14:56:07');
    expect(exactTime('2026-11-22T13:56:07Z', 'Europe/Berlin')).toContain('22 November 2026');
  });
});
