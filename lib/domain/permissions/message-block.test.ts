import { describe, expect, it, test } from 'vitest';
import type { BlockStanding } from './message-block';
import { blockProblems, blockProblemWords, stateOf, stepFor } from './message-block';

const nothing: BlockStanding = {
  wanted: false,
  isBlocked: false,
  isUnderWay: false,
  hasFailed: false,
  isInDoubt: false,
};
const asked = { ...nothing, wanted: true, isUnderWay: true };
const tried = { ...asked, isInDoubt: true };
const blocked = { ...nothing, wanted: true, isBlocked: true };

describe('what a wish about a block takes', () => {
  test.each<[string, BlockStanding | null, boolean, ReturnType<typeof stepFor>]>([
    ['a first block', null, true, 'ask'],
    ['an unblock of nobody', null, false, 'none'],
    ['a block that is wanted already', asked, true, 'none'],
    ['taking back what was not begun', asked, false, 'let_go'],
    ['taking back what may have arrived', tried, false, 'ask'],
    ['blocking whom we block', blocked, true, 'none'],
    ['unblocking whom we block', blocked, false, 'ask'],
    ['unblocking again', { ...nothing, isBlocked: true, isUnderWay: true }, false, 'none'],
    ['keeping a block', { ...nothing, isBlocked: true, isUnderWay: true }, true, 'let_go'],
    ['another try', { ...nothing, wanted: true, hasFailed: true }, true, 'ask'],
    ['leaving a refused block', { ...nothing, wanted: true, hasFailed: true }, false, 'let_go'],
    [
      'leaving a block that may be there',
      { ...nothing, wanted: true, hasFailed: true, isInDoubt: true },
      false,
      'ask',
    ],
    ['blocking anew', nothing, true, 'ask'],
  ])('%s', (_, block, wanted, step) => {
    expect(stepFor(block, wanted)).toBe(step);
  });

  it('is never nothing while it is otherwise on the network and nobody works on it', () => {
    const booleans = [true, false];
    const all = booleans.flatMap((wanted) =>
      booleans.flatMap((isBlocked) =>
        booleans.flatMap((hasFailed) =>
          booleans.map((isInDoubt) => ({ ...nothing, wanted, isBlocked, hasFailed, isInDoubt })),
        ),
      ),
    );
    for (const block of all) {
      for (const wish of booleans) {
        if (block.isBlocked !== wish) expect(stepFor(block, wish)).toBe('ask');
      }
    }
  });
});

test.each<[string | null, BlockStanding]>([
  ['blocking', tried],
  ['blocked', blocked],
  ['unblocking', { ...blocked, wanted: false, isUnderWay: true }],
  ['not_blocked', { ...nothing, wanted: true, hasFailed: true }],
  ['not_unblocked', { ...blocked, wanted: false, hasFailed: true }],
  [null, nothing],
])('a block stands as %s', (state, block) => {
  expect(stateOf(block)).toBe(state);
});

test.each(blockProblems)('%s has words that end a sentence', (problem) => {
  expect(blockProblemWords(problem, 'X')).toMatch(/^[^.]+$/);
});
