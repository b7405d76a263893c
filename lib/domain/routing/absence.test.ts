import { describe, expect, test } from 'vitest';
import type { Holder } from './absence';
import { isAbsent, leavesAt } from './absence';

const MINUTE = 60_000;
const now = 1_000 * MINUTE;

function holder(more: Partial<Holder> = {}): Holder {
  return { removed: false, availability: 'available', availabilityAt: 0, seenAt: now, ...more };
}

describe('whether nobody is there to read it', () => {
  test.each<[boolean, string, Partial<Holder>, boolean?]>([
    [false, 'here', {}],
    [false, 'busy', { availability: 'busy' }],
    [true, 'away', { availability: 'away' }],
    [true, 'offline', { availability: 'offline' }],
    [true, 'not of the workspace any more', { removed: true }],
    [true, 'off shift', {}, false],
    [false, 'not heard within the grace', { seenAt: now - 60 * MINUTE }],
    [true, 'not heard for longer', { seenAt: now - 60 * MINUTE - 1 }],
    [true, 'never heard', { seenAt: null }],
  ])('%s: %s', (absent, _, facts, onShift = true) => {
    expect(isAbsent(holder(facts), { now, onShift, absenceMinutes: 60 })).toBe(absent);
  });

  test('a window that flaps is none, however short the absence', () => {
    const at = { now, onShift: true, absenceMinutes: 0 };
    expect(isAbsent(holder({ seenAt: now - MINUTE }), at)).toBe(false);
    expect(isAbsent(holder({ seenAt: now - MINUTE - 1 }), at)).toBe(true);
  });
});

describe('when it leaves', () => {
  const add = (from: number, minutes: number) => from + minutes * MINUTE;
  const at = { heldSince: now - 30 * MINUTE, add };
  const away = holder({ availability: 'away', availabilityAt: now - 10 * MINUTE });

  test.each(['keep', 'on_message'] as const)('%s: never without a message', (absence) => {
    expect(leavesAt(away, { absence, absenceMinutes: 5 }, at)).toBeNull();
  });

  test('after so many minutes since they went, since they got it, or since they were heard', () => {
    const rule = { absence: 'after', absenceMinutes: 5 } as const;
    expect(leavesAt(away, rule, at)).toBe(now - 5 * MINUTE);
    expect(leavesAt(away, rule, { ...at, heldSince: now })).toBe(now + 5 * MINUTE);
    expect(leavesAt(holder({ seenAt: now - 8 * MINUTE }), rule, at)).toBe(now - 3 * MINUTE);
    expect(leavesAt(holder({ seenAt: null }), rule, at)).toBe(now - 25 * MINUTE);
  });

  test('to the cover at once, but not when only a window is gone', () => {
    const rule = { absence: 'cover', absenceMinutes: 0 } as const;
    expect(leavesAt(away, rule, at)).toBe(now - 10 * MINUTE);
    expect(leavesAt(holder({ seenAt: now }), rule, at)).toBe(now + MINUTE);
  });

  test('at once from who is gone for good', () => {
    const gone = holder({ removed: true });
    expect(leavesAt(gone, { absence: 'keep', absenceMinutes: 5 }, at)).toBe(at.heldSince);
  });
});
