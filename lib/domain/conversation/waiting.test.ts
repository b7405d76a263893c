import { describe, expect, it } from 'vitest';
import type { DeliveryState } from '../delivery/states';
import { deliveryStates } from '../delivery/states';
import type { Turn } from './waiting';
import { waitingSince } from './waiting';

const asked = (at: string): Turn => ({ kind: 'inbound', at, delivery: null });
const answered = (delivery: DeliveryState | null): Turn => ({
  kind: 'outbound',
  at: 'x',
  delivery,
});
const note: Turn = { kind: 'note', at: 'x', delivery: null };

describe('a customer', () => {
  it.each([
    ['nobody wrote', [], null],
    ['nobody answered', [asked('1'), asked('2')], '1'],
    ['only a colleague was told', [asked('1'), note], '1'],
    ['an answer went out elsewhere', [asked('1'), answered(null)], null],
    ['they wrote again', [asked('1'), answered('sent'), asked('2'), asked('3')], '2'],
    ['the only answer failed', [asked('1'), answered('failed')], '1'],
    ['an earlier answer stands', [asked('1'), answered('sent'), answered('failed')], null],
    [
      'the last answer was taken back',
      [asked('1'), answered('sent'), asked('2'), answered('cancelled')],
      '2',
    ],
  ] as const)('when %s', (_, turns, since) => {
    expect(waitingSince(turns)).toBe(since);
  });

  it.each([...deliveryStates])('behind an answer that is %s', (state) => {
    const waits = state === 'failed' || state === 'cancelled';
    expect(waitingSince([asked('1'), answered(state)])).toBe(waits ? '1' : null);
  });
});
