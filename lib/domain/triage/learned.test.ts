import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Intent } from './intent';
import { intents } from './intent';
import { judge, readingOf } from './judge';
import type { Lesson } from './learned';
import { keptLesson, learnedFrom, learnedIn, lessonOf, MOST_LESSONS } from './learned';

const seed = Number(process.env['SEED'] ?? process.hrtime.bigint() % 2_147_483_647n);
const random = { seed, numRuns: 25 };
process.stdout.write(`SEED=${seed} lib/domain/triage/learned.test.ts\n`);

function lesson(text: string, intent: Lesson['intent']): Lesson {
  return { ...readingOf(text), intent };
}

const words = fc.constantFrom('parcel', 'grainy', 'caramel', 'late', 'love', 'how', 'refund', 'x');
const text = fc.array(words, { minLength: 1, maxLength: 8 }).map((each) => each.join(' '));
const lessons = fc.array(fc.tuple(text, fc.constantFrom(...intents)), { maxLength: 20 });

test('a few corrections of one kind turn what the lexicon says of the next', () => {
  const plain = judge('the caramel went grainy');
  expect(plain.intent).not.toBe('complaint');
  const learned = learnedFrom(
    [
      'caramel went grainy on me',
      'why so grainy this caramel',
      'grainy caramel, hm',
      'the caramel is all grainy',
      'so grainy',
      'grainy jar of caramel',
    ].map((each) => lesson(each, 'complaint')),
  );
  const taught = judge('the caramel went grainy', learned);
  expect(taught).toMatchObject({ intent: 'complaint', isLearned: true });
  // What has nothing to do with it stays what it was.
  const other = 'Thank you so much, wonderful team!';
  expect(judge(other, learned).intent).toBe(judge(other).intent);
});

test('nothing learned changes nothing', () => {
  fc.assert(
    fc.property(text, (each) => {
      expect(judge(each, learnedFrom([]))).toEqual(judge(each));
    }),
    random,
  );
});

test('the same lessons teach the same, and no weight grows without bound', () => {
  fc.assert(
    fc.property(lessons, (each) => {
      const taught = each.map(([words_, intent]) => lesson(words_, intent));
      const weights = learnedFrom(taught);
      expect(learnedFrom(taught)).toEqual(weights);
      expect(weights.every((weight) => Number.isFinite(weight) && Math.abs(weight) < 20)).toBe(
        true,
      );
    }),
    random,
  );
});

test('a lesson is kept without words and comes back as it was', () => {
  const kept = keptLesson(readingOf('My caramel is broken, call 555 0199'));
  expect(JSON.stringify(kept)).not.toMatch(/[a-z]{4,}(?<!buckets|amounts|odds)"/);
  const back = lessonOf(JSON.parse(JSON.stringify(kept)), 'complaint');
  expect(keptLesson(back)).toEqual(kept);
});

test('only the newest lessons count, and bytes that are none are nothing', () => {
  const old = Array.from({ length: 5 }, () => lesson('grainy', 'press' as Intent));
  const newer = Array.from({ length: MOST_LESSONS }, () => lesson('hello there', 'other'));
  expect(learnedFrom([...old, ...newer])).toEqual(learnedFrom(newer));
  expect(learnedIn(new Uint8Array(0))).toBeNull();
  const weights = learnedFrom(newer.slice(0, 3));
  expect(learnedIn(new Uint8Array(weights.buffer))).toEqual(weights);
});
