import { describe, expect, it } from 'vitest';
import type { Ring } from './ring';
import { shareLeft } from './ring';

const at = (clock: string) => Date.parse(`2026-11-27T${clock}:00Z`);
const seconds = (clock: string) => at(clock) / 1000;

const ring: Ring = {
  metric: 'first_response',
  seconds: 7200,
  dueAt: '2026-11-27T14:00:00.000Z',
  left: null,
  open: [
    [seconds('10:00'), seconds('11:00')],
    [seconds('13:00'), seconds('14:00')],
  ],
  breached: false,
};

describe('what is left of a promise', () => {
  it('is whole at first and nothing when it is due', () => {
    expect(shareLeft(ring, at('09:00'))).toBe(1);
    expect(shareLeft(ring, at('14:00'))).toBe(0);
    expect(shareLeft(ring, at('18:00'))).toBe(0);
  });

  it('goes down in open hours only', () => {
    expect(shareLeft(ring, at('10:30'))).toBe(0.75);
    expect(shareLeft(ring, at('11:00'))).toBe(0.5);
    expect(shareLeft(ring, at('12:45'))).toBe(0.5);
    expect(shareLeft(ring, at('13:30'))).toBe(0.25);
  });

  it('stays while the clock stands', () => {
    const standing = { ...ring, dueAt: null, open: [], left: 1800 };
    expect(shareLeft(standing, at('10:00'))).toBe(0.25);
    expect(shareLeft(standing, at('18:00'))).toBe(0.25);
  });

  it('is nothing of what is broken, and never less', () => {
    expect(shareLeft({ ...ring, breached: true }, at('09:00'))).toBe(0);
    expect(shareLeft({ ...ring, dueAt: null, open: [], left: -60 }, at('09:00'))).toBe(0);
  });
});
