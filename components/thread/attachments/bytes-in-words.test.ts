import { expect, test } from 'vitest';
import { bytesInWords } from './bytes-in-words';

test.each([
  [0, '0 bytes'],
  [999, '999 bytes'],
  [1_000, '1 KB'],
  [245_760, '240 KB'],
  [1_048_576, '1 MB'],
  [1_468_006, '1.4 MB'],
  [15_728_640, '15 MB'],
])('%i bytes are %s', (bytes, words) => {
  expect(bytesInWords(bytes)).toBe(words);
});
