import { expect, it } from 'vitest';
import { selectAllIn, totalIn } from './found-words';

it.each([
  [{ total: 37, capped: false }, '37', 'Select all 37'],
  [{ total: 200, capped: true }, '200+', 'Select the first 200'],
  [{ total: 700, capped: false }, '700', 'Select the first 500 of 700'],
  [{ total: 10_000, capped: true }, '10000+', 'Select the first 500 of 10000+'],
])('%j is told as %s, and as "%s"', (found, told, way) => {
  expect(totalIn(found)).toBe(told);
  expect(selectAllIn(found, 500)).toBe(way);
});
