import { describe, expect, it } from 'vitest';
import { quietUntil } from './quiet-hours';

const night = { from: '20:00', to: '08:00' };
const at = (iso: string) => Date.parse(iso);

describe('quiet hours by somebody’s own clock', () => {
  it.each([
    ['before midnight', '2026-01-15T21:30:20Z', '2026-01-16T08:00:00Z'],
    ['after midnight', '2026-01-15T03:00:00Z', '2026-01-15T08:00:00Z'],
    ['the first minute', '2026-01-15T20:00:00Z', '2026-01-16T08:00:00Z'],
    ['the last minute', '2026-01-15T07:59:59Z', '2026-01-15T08:00:00Z'],
  ])('%s they last until morning', (_, now, until) => {
    expect(quietUntil(night, 'Europe/London', at(now))).toBe(at(until));
  });

  it.each(['2026-01-15T08:00:00Z', '2026-01-15T19:59:59Z'])('at %s it is day', (now) => {
    expect(quietUntil(night, 'Europe/London', at(now))).toBeNull();
  });

  it('go by the zone, also by one with a quarter of an hour', () => {
    // 14:30 UTC is 20:15 in Kathmandu.
    expect(quietUntil(night, 'Asia/Kathmandu', at('2026-01-15T14:30:00Z'))).toBe(
      at('2026-01-16T02:15:00Z'),
    );
    expect(quietUntil(night, 'Asia/Kathmandu', at('2026-01-15T14:14:00Z'))).toBeNull();
  });

  it('from an hour to itself never end', () => {
    const always = { from: '09:00', to: '09:00' };
    expect(quietUntil(always, 'UTC', at('2026-01-15T09:00:00Z'))).toBe(at('2026-01-16T09:00:00Z'));
    expect(quietUntil(always, 'UTC', at('2026-01-15T12:00:00Z'))).toBe(at('2026-01-16T09:00:00Z'));
  });
});
