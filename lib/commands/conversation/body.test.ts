import { expect, test } from 'vitest';
import { Refusal } from '@/lib/domain/refusal';
import { bodyFor } from './body';

test('what is typed is kept, but for what no database and no network takes', () => {
  expect(bodyFor('reply', '  a\u0000b\r\ncafe\u0301 \ud83d 👩‍👩‍👧 \n')).toBe(
    'ab\ncafé \ufffd 👩‍👩‍👧',
  );
});

test.each(['', ' \n\t', '\u0000', '\u200b\u2060'])('%j says nothing and is refused', (typed) => {
  expect(() => bodyFor('note', typed)).toThrow(Refusal);
});

test('a reply is measured in characters, after composing them', () => {
  expect(bodyFor('reply', '🍦'.repeat(10_000))).toHaveLength(20_000);
  expect([...bodyFor('reply', 'e\u0301'.repeat(10_000))]).toHaveLength(10_000);
  expect(() => bodyFor('reply', '🍦'.repeat(10_001))).toThrow(
    'This reply has 10,001 characters; at most 10,000 fit.',
  );
});
