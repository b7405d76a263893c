import { expect, it } from 'vitest';
import { standsBefore } from './list-order';
import { aRow } from './rows.fixture';

const due = (clock: string) => `2026-11-22T${clock}:00.000000Z`;

it('puts what is due next first, then who waits longest, and what is not due last', () => {
  const rows = [
    aRow('never, older', '08:00'),
    aRow('later', '09:00', { dueAt: due('17:00') }),
    aRow('same, waits since ten', '11:00', { dueAt: due('16:00'), waitingSince: due('10:00') }),
    aRow('same, waits since nine', '12:00', { dueAt: due('16:00'), waitingSince: due('09:00') }),
    aRow('same, waits for nobody', '07:00', { dueAt: due('16:00') }),
    aRow('never, but waits', '13:00', { waitingSince: due('13:00') }),
  ];
  const sorted = rows.toSorted((a, b) => (standsBefore('due', a, b) ? -1 : 1));
  expect(sorted.map(({ id }) => id)).toEqual([
    'same, waits since nine',
    'same, waits since ten',
    'same, waits for nobody',
    'later',
    'never, but waits',
    'never, older',
  ]);
});
