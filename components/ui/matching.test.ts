import { expect, it } from 'vitest';
import { matching } from './matching';

const named = (...labels: string[]) => labels.map((label) => ({ label }));
const found = (typed: string, ...labels: string[]) =>
  matching(named(...labels), typed).map(({ label }) => label);

it.each([
  ['', ['Refund', 'Late delivery']],
  ['  ', ['Refund', 'Late delivery']],
  ['de', ['Late delivery']],
  ['late del', ['Late delivery']],
  ['xyz', []],
])('what is left after typing %j', (typed, left) => {
  expect(found(typed, 'Refund', 'Late delivery')).toEqual(left);
});

it('puts what begins with the letters before what only holds them', () => {
  expect(found('an', 'Urban', 'Mo Anders', 'Ana Lima')).toEqual(['Ana Lima', 'Mo Anders', 'Urban']);
});

it('asks for neither accents nor case', () => {
  expect(found('zoe', 'Zoë Müller')).toEqual(['Zoë Müller']);
  expect(found('日本', '日本語')).toEqual(['日本語']);
});
