import { expect, it } from 'vitest';
import type { WorkingLine } from '@/lib/queries/sla/target-view';
import { toldWorking } from './told-working';

const at = (clock: string) => `2026-11-27T${clock}:00.000Z`;

const ran = (from: string, to: string, sum: number): WorkingLine => ({
  kind: 'ran',
  from: at(from),
  to: at(to),
  seconds: sum,
  sum,
});

function told(...[target, asOf]: Parameters<typeof toldWorking>): string[] {
  return toldWorking(target, asOf).map((one) => {
    if (one.kind !== 'line') return `${one.kind} ${one.at.slice(11, 16)} at ${one.sum}`;
    const { line, ahead } = one;
    const from = (line.kind === 'clock' ? line.at : line.from).slice(11, 16);
    return `${line.kind} ${from}${ahead ? ' ahead' : ''}`;
  });
}

it('what runs is cut by now, and ends where it is due', () => {
  const working = [ran('09:00', '10:00', 3600), ran('10:00', '11:00', 7200)];
  expect(told({ working, running: true, dueAt: at('11:00') }, at('10:00'))).toEqual([
    'ran 09:00',
    'now 10:00 at 3600',
    'ran 10:00 ahead',
    'due 11:00 at 7200',
  ]);
});

it('what is broken was due before now', () => {
  const working = [ran('09:00', '10:00', 3600), ran('10:00', '11:00', 7200)];
  expect(told({ working, running: true, dueAt: at('10:00') }, at('11:00'))).toEqual([
    'ran 09:00',
    'due 10:00 at 3600',
    'ran 10:00',
    'now 11:00 at 7200',
  ]);
});

it('what ended has no now, and what stands is not due', () => {
  const stood: WorkingLine = { kind: 'stood', from: at('10:00'), to: null, because: 'on_hold' };
  expect(
    told(
      { working: [ran('09:00', '09:30', 1800)], running: false, dueAt: at('10:00') },
      at('12:00'),
    ),
  ).toEqual(['ran 09:00', 'due 10:00 at 1800']);
  expect(
    told(
      { working: [ran('09:00', '10:00', 3600), stood], running: true, dueAt: null },
      at('12:00'),
    ),
  ).toEqual(['ran 09:00', 'stood 10:00', 'now 12:00 at 3600']);
});
