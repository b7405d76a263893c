import { expect, it } from 'vitest';
import { LatestAnswers } from './latest-answers';

const standing = (answers: LatestAnswers, question: number, ids: string) =>
  [...answers.standing(question, ids.split(' '))].join(' ');

it('lets every answer stand that comes in its turn', () => {
  const answers = new LatestAnswers();
  const [first, second] = [answers.ask(), answers.ask()];
  expect(standing(answers, first, 'ana ben')).toBe('ana ben');
  expect(standing(answers, second, 'ben cyd')).toBe('ben cyd');
});

it('drops of an older answer what a later one has told already, and keeps the rest', () => {
  const answers = new LatestAnswers();
  const [first, second] = [answers.ask(), answers.ask()];
  expect(standing(answers, second, 'ben cyd')).toBe('ben cyd');
  expect(standing(answers, first, 'ana ben')).toBe('ana');
});

it('is not held up by a later question that nobody has answered yet', () => {
  const answers = new LatestAnswers();
  const first = answers.ask();
  answers.ask();
  expect(standing(answers, first, 'ana')).toBe('ana');
});

it('says again what still stands of an answer, and no more', () => {
  const answers = new LatestAnswers();
  const [first, second] = [answers.ask(), answers.ask()];
  standing(answers, first, 'ana ben');
  standing(answers, second, 'ben');
  expect(standing(answers, first, 'ana ben')).toBe('ana');
});
