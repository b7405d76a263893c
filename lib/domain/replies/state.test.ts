import { describe, expect, test } from 'vitest';
import type { VersionState, VersionStep } from './state';
import { afterStep, isOver, led, versionStates, versionSteps } from './state';

/** Every step that leads somewhere; whatever is not here leads nowhere. */
const allowed: Partial<Record<VersionState, Partial<Record<VersionStep, VersionState | 'gone'>>>> =
  {
    draft: { submit: 'in_review', discard: 'gone' },
    in_review: { withdraw: 'draft', approve: 'approved', request_changes: 'changes_requested' },
    approved: { publish: 'published' },
    published: {
      retire: 'retired',
      recall: 'recalled',
      supersede: 'superseded',
      expire: 'expired',
    },
  };

describe('every step from every state', () => {
  const table = versionStates.flatMap((state) =>
    versionSteps.map((step) => ({ state, step, to: allowed[state]?.[step] ?? null })),
  );

  test('there are ninety of them, and ten lead somewhere', () => {
    expect(table).toHaveLength(90);
    expect(table.filter(({ to }) => to !== null)).toHaveLength(10);
  });

  test.each(table)('$state, $step: $to', ({ state, step, to }) => {
    expect(afterStep(state, step)).toBe(to);
  });
});

test('where the state is known, so is where it leads', () => {
  expect(led('published', 'supersede')).toBe('superseded');
  expect(led('draft', 'submit')).toBe('in_review');
});

test('nothing is published but what was approved, and nothing is approved but what was in review', () => {
  const into = (wanted: VersionState) =>
    versionStates.filter((state) => versionSteps.some((step) => afterStep(state, step) === wanted));
  expect(into('published')).toEqual(['approved']);
  expect(into('approved')).toEqual(['in_review']);
  expect(into('in_review')).toEqual(['draft']);
});

test('what is over is not used any more, and nothing leads out of it', () => {
  expect(versionStates.filter(isOver)).toEqual([
    'changes_requested',
    'superseded',
    'expired',
    'retired',
    'recalled',
  ]);
});
