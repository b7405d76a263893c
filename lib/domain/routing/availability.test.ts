import { describe, expect, test } from 'vitest';
import type { Stated } from './availability';
import {
  availabilityAt,
  loadInWords,
  standingAt,
  standingInWords,
  warningFor,
} from './availability';

const now = Date.parse('2026-11-25T12:00:00Z');
const at = (clock: string) => `2026-11-25T${clock}:00.000Z`;
const time = (iso: string) => iso.slice(11, 16);
const here = { shift: { on: true, until: null }, present: true };
const said = (more: Partial<Stated>): Stated => ({
  ...{ availability: 'available', reason: null, until: null },
  ...more,
});

describe('what somebody said', () => {
  test.each([
    ['away', at('12:01'), 'away'],
    ['away', at('12:00'), 'available'],
    ['busy', at('11:59'), 'available'],
    ['offline', null, 'offline'],
    ['available', null, 'available'],
  ] as const)('%s until %s is %s at noon', (availability, until, expected) => {
    expect(availabilityAt({ availability, until }, now)).toBe(expected);
  });
});

describe('how somebody stands', () => {
  test.each([
    ['available', {}, {}, 'available'],
    ['here without a window', {}, { present: false }, 'gone'],
    ['outside their hours', {}, { shift: { on: false, until: at('13:00') } }, 'off_shift'],
    [
      'outside their hours and gone',
      {},
      { shift: { on: false, until: null }, present: false },
      'off_shift',
    ],
    ['away, whatever else', { availability: 'away' }, { present: false }, 'away'],
    ['away no longer', { availability: 'away', until: at('11:00') }, {}, 'available'],
  ] as const)('%s', (_, stated, more, kind) => {
    expect(standingAt({ stated: said(stated), ...here, ...more }, now).kind).toBe(kind);
  });

  test('is told with its end, where there is one', () => {
    const standing = standingAt(
      { stated: said({ availability: 'away', reason: 'Lunch', until: at('12:45') }), ...here },
      now,
    );
    expect(standingInWords(standing, time)).toBe('away until 12:45');
    expect(standingInWords({ kind: 'gone', until: null, reason: null }, time)).toBe('not here');
    expect(standingInWords({ kind: 'off_shift', until: at('13:00'), reason: null }, time)).toBe(
      'off shift until 13:00',
    );
  });
});

describe('what whoever gives work is told', () => {
  const mo = { name: 'Mo', load: 2.25, capacity: 8 };
  const available = { kind: 'available', until: null, reason: null } as const;
  const away = { kind: 'away', until: at('14:00'), reason: 'Lunch' } as const;

  test('is nothing while there is room', () => {
    expect(warningFor({ ...mo, standing: available }, time)).toBeNull();
    expect(warningFor({ ...mo, load: 7, standing: available }, time)).toBeNull();
    expect(warningFor({ ...mo, standing: available, more: 5 }, time)).toBeNull();
  });

  test.each([
    [
      { load: 7.25, standing: available },
      'Mo has 7.25 of 8 already. You can give it to them all the same.',
    ],
    [
      { load: 1, standing: away },
      'Mo is away until 14:00 (Lunch). You can give it to them all the same.',
    ],
    [
      { load: 8, standing: away },
      'Mo is away until 14:00 (Lunch). Mo has 8 of 8 already. You can give it to them all the same.',
    ],
    [
      { standing: available, more: 12 },
      'Mo has 2.25 of 8 already and gets 12 more. You can do it all the same.',
    ],
  ])('%j', (more, sentence) => {
    expect(warningFor({ ...mo, ...more }, time)).toBe(sentence);
  });

  test('and a load is a number of a number', () => {
    expect(loadInWords(3, 8)).toBe('3 of 8');
    expect(loadInWords(0.1 + 0.2, 7.5)).toBe('0.3 of 7.5');
  });
});
