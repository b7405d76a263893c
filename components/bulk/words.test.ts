import { expect, test } from 'vitest';
import type { BulkView } from '@/lib/queries/bulk/views';
import { progressWords } from './words';

const none = { waiting: 0, changed: 0, same: 0, refused: 0, back: 0, left: 0 };

function told(state: BulkView['state'], counts: Partial<BulkView['counts']>, why?: string): string {
  const all = { ...none, ...counts };
  const total = Object.values(all).reduce((sum, count) => sum + count, 0);
  return progressWords({ state, total, counts: all, stoppedBecause: why ?? null });
}

test('while it is under way it says how far it has come', () => {
  expect(told('running', { waiting: 40, changed: 50, refused: 10 })).toBe('60 of 100');
  expect(told('undoing', { changed: 40, back: 10, left: 5, refused: 45 })).toBe('15 of 55');
});

test('when it is over it says what came of it', () => {
  expect(told('done', { changed: 98, same: 1, refused: 1 })).toBe(
    '98 changed, 1 stood so already, 1 stayed as they were',
  );
  expect(told('cancelled', { changed: 50, waiting: 10 })).toBe(
    'Cancelled: 50 changed, 10 were not reached',
  );
  expect(told('stopped', { changed: 50, waiting: 10 }, 'Priya may not decide this any more.')).toBe(
    'Stopped: 50 changed, 10 were not reached. Priya may not decide this any more.',
  );
  expect(told('undone', { back: 97, left: 1 })).toBe('97 are back, 1 were left');
});
