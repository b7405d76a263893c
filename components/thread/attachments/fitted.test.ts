import { expect, test } from 'vitest';
import { fitted } from './fitted';

test.each([
  [
    { width: 100, height: 60 },
    { width: 100, height: 60 },
  ],
  [
    { width: 4000, height: 3000 },
    { width: 320, height: 240 },
  ],
  [
    { width: 3000, height: 4000 },
    { width: 210, height: 280 },
  ],
  [
    { width: 10, height: 10 },
    { width: 40, height: 40 },
  ],
  [
    { width: 20_000, height: 10 },
    { width: 320, height: 40 },
  ],
  [{}, { width: 240, height: 180 }],
  [
    { width: 0, height: 0 },
    { width: 240, height: 180 },
  ],
])('a picture of %j takes %j', (size, room) => {
  expect(fitted(size)).toEqual(room);
});
