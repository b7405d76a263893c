import { describe, expect, it } from 'vitest';
import type { CalendarVersion } from './policy';
import { workingOf } from './working';

const day = [{ start: '09:00', end: '17:00' }];
const office: CalendarVersion = {
  id: 'office',
  timeZone: 'UTC',
  weekly: [day, day, day, day, day, [], []],
  exceptions: [],
};

/** Friday the 27th of November 2026 is a Friday. */
const at = (text: string) => new Date(`2026-${text}:00Z`);

/** "ran 11-27T16:00 to 11-27T17:00, 3600 of 3600" */
function told(...[target, until, marks]: Parameters<typeof workingOf>): string[] {
  const short = (date: Date | null) => date?.toISOString().slice(5, 16) ?? 'now';
  return workingOf(target, until, marks).map((step) => {
    if (step.kind === 'clock') return `by ${step.calendarId} from ${short(step.at)}`;
    const span = `${step.kind} ${short(step.from)} to ${short(step.to)}`;
    if ('sum' in step) return `${span}, ${step.seconds} of ${step.sum}`;
    return step.kind === 'stood' ? `${span}, ${step.because}` : span;
  });
}

describe('the working of a due time', () => {
  it('skips what is closed, and sums what was open', () => {
    const spans = [{ from: at('11-27T16:30'), to: null, calendar: office }];
    expect(told({ spans, paused: [] }, at('11-30T09:30'))).toEqual([
      'by office from 11-27T16:30',
      'ran 11-27T16:30 to 11-27T17:00, 1800 of 1800',
      'closed 11-27T17:00 to 11-30T09:00',
      'ran 11-30T09:00 to 11-30T09:30, 1800 of 3600',
    ]);
  });

  it('is cut where it was due, so that what came after is told apart', () => {
    const spans = [{ from: at('11-27T10:00'), to: at('11-27T12:00'), calendar: null }];
    expect(told({ spans, paused: [] }, at('11-27T12:00'), [at('11-27T11:00')])).toEqual([
      'by null from 11-27T10:00',
      'ran 11-27T10:00 to 11-27T11:00, 3600 of 3600',
      'ran 11-27T11:00 to 11-27T12:00, 3600 of 7200',
    ]);
  });

  it('tells each pause in its place, also one that lasts', () => {
    const spans = [
      { from: at('11-27T10:00'), to: at('11-27T11:00'), calendar: office },
      { from: at('11-27T15:00'), to: at('11-27T16:00'), calendar: office },
    ];
    const paused = [
      { from: at('11-27T11:00'), to: at('11-27T15:00'), because: 'on_hold' as const },
      { from: at('11-27T16:00'), to: null, because: 'waiting' as const },
    ];
    expect(told({ spans, paused }, at('11-28T09:00'))).toEqual([
      'by office from 11-27T10:00',
      'ran 11-27T10:00 to 11-27T11:00, 3600 of 3600',
      'stood 11-27T11:00 to 11-27T15:00, on_hold',
      'ran 11-27T15:00 to 11-27T16:00, 3600 of 7200',
      'stood 11-27T16:00 to now, waiting',
    ]);
  });

  it('says when another calendar took over', () => {
    const spans = [
      { from: at('11-27T10:00'), to: at('11-27T11:00'), calendar: office },
      { from: at('11-27T11:00'), to: null, calendar: null },
    ];
    expect(
      told({ spans, paused: [] }, at('11-27T12:00')).filter((line) => /^by/.test(line)),
    ).toEqual(['by office from 11-27T10:00', 'by null from 11-27T11:00']);
  });

  it('begins closed where it began out of hours, and runs into nothing that is not there', () => {
    const spans = [{ from: at('11-28T10:00'), to: null, calendar: office }];
    expect(told({ spans, paused: [] }, at('11-28T12:00'))).toEqual([
      'by office from 11-28T10:00',
      'closed 11-28T10:00 to 11-28T12:00',
    ]);
    expect(told({ spans, paused: [] }, at('11-28T09:00'))).toEqual(['by office from 11-28T10:00']);
  });

  it('puts together what is too long ago to be read, and loses none of its time', () => {
    const spans = [{ from: at('06-01T09:00'), to: null, calendar: office }];
    const steps = workingOf({ spans, paused: [] }, at('11-27T17:00'));
    expect(steps[1]).toMatchObject({ kind: 'earlier', from: at('06-01T09:00') });
    const last = steps.at(-1);
    // Twenty-six weeks of five days of eight hours.
    expect(last).toMatchObject({ kind: 'ran', sum: 26 * 5 * 8 * 3600 });
    expect(steps.length).toBeLessThan(100);
  });

  it('tells each opening until it was due, however long ago that was', () => {
    const spans = [{ from: at('06-05T16:00'), to: null, calendar: office }];
    const due = at('06-08T10:00');
    const lines = told({ spans, paused: [] }, at('11-27T17:00'), [due]);
    expect(lines.slice(0, 5)).toEqual([
      'by office from 06-05T16:00',
      'ran 06-05T16:00 to 06-05T17:00, 3600 of 3600',
      'closed 06-05T17:00 to 06-08T09:00',
      'ran 06-08T09:00 to 06-08T10:00, 3600 of 7200',
      expect.stringMatching(/^earlier 06-08T10:00 to /),
    ]);
    expect(lines.at(-1)).toMatch(`of ${(24 * 5 * 8 + 5 * 8 + 1) * 3600}`);
  });
});
