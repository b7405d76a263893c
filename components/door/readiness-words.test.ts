import { describe, expect, it } from 'vitest';
import type { ReadinessView } from '@/lib/queries/door/readiness';
import { evidence, gapWords } from './readiness-words';

const view: ReadinessView = {
  measured: { hours: [], weeks: 0, routing: null, targets: null, replies: null, spam: null },
  desks: { members: 0, held: 0, fullest: 0, unowned: 0 },
  answers: { waits: 0, answered: 0, medianSeconds: null },
  subjects: [],
  spam: 0,
};

const hours = [
  { hour: 9, messages: 1_170, weeksWorked: 4 },
  { hour: 166, messages: 20, weeksWorked: 0 },
  { hour: 167, messages: 10, weeksWorked: 1 },
];

describe('what an answer rests on', () => {
  it('is honest about parts that do not exist, and says what can be said', () => {
    expect(evidence.routing(view)).toEqual([
      'Porchlight does not give out work or know a capacity yet.',
      'Nobody holds an open conversation now.',
      'In 0 conversations somebody waits and nobody has claimed it.',
    ]);
    expect(evidence.replies(view)).toEqual(['Nobody has counted it yet.']);
    expect(evidence.targets(view)).toEqual(['Nothing is promised yet: there is no SLA policy.']);
  });

  it('says for how much of what is common an approved reply is used', () => {
    const told = (intents: number, withReply: number) =>
      evidence.replies({
        ...view,
        measured: { ...view.measured, replies: { intents, withReply } },
      })[0];
    expect(told(7, 5)).toBe(
      'For 5 of the 7 common problems of the last 30 days an approved reply was used.',
    );
    expect(told(7, 0)).toContain('For none of the 7');
    expect(told(1, 1)).toContain('For the one common problem');
    expect(told(0, 0)).toBe('Too little was written in the last 30 days to call it common.');
  });

  it('says how fast waits end', () => {
    const answers = { waits: 1_204, answered: 1_100, medianSeconds: 41 * 60 };
    expect(evidence.targets({ ...view, answers })[1]).toBe(
      'In the last 28 days customers waited for an answer 1,204 times; 1,100 were answered, half of these within 41 minutes.',
    );
  });

  it('names the gaps by the share of messages in them', () => {
    const measured = { ...view.measured, hours, weeks: 4 };
    expect(evidence.people({ ...view, measured })[0]).toMatch(/^98 % of 1,200 messages/);
    expect(gapWords(measured, 5)).toEqual(['Sun 22:00 to 24:00, 30 messages (3 %)']);
    expect(gapWords(measured, 0)).toEqual(['other hours, 30 messages (3 %)']);
    const few = { ...measured, hours: hours.slice(2) };
    expect(gapWords(few, 5)).toEqual([]);
    expect(evidence.people({ ...view, measured: few })[0]).toMatch(/too few/);
  });
});
