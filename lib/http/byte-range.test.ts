import { expect, test } from 'vitest';
import { byteRange } from './byte-range';

test.each([
  [null, undefined],
  ['', undefined],
  ['bytes=0-', { from: 0, to: 99 }],
  ['bytes=0-0', { from: 0, to: 0 }],
  ['bytes=10-19', { from: 10, to: 19 }],
  ['bytes=90-500', { from: 90, to: 99 }],
  ['bytes=-10', { from: 90, to: 99 }],
  ['bytes=-500', { from: 0, to: 99 }],
  ['bytes=100-', null],
  ['bytes=100-200', null],
  ['bytes=-0', null],
  ['bytes=20-10', undefined],
  ['bytes=0-1,5-6', undefined],
  ['bytes=-', undefined],
  ['items=0-1', undefined],
  ['bytes=0x1-', undefined],
  ['bytes=99999999999999999999-', undefined],
])('of 100 bytes %j asks for %j', (header, range) => {
  expect(byteRange(header, 100)).toEqual(range);
});
