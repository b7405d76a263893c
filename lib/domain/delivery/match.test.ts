import { expect, test } from 'vitest';
import type { Shown, Sought } from './match';
import { matchSent } from './match';

const LOOK_BACK = 120_000;
const T = 1_000_000;

function sought(messageId: string, values: Partial<Sought> = {}): Sought {
  return {
    messageId,
    personExternalId: 'p1',
    text: 'Yes',
    attachmentCount: 0,
    since: T,
    ...values,
  };
}

function shown(externalId: string, values: Partial<Shown> = {}): Shown {
  return {
    externalId,
    personExternalId: 'p1',
    text: 'Yes',
    attachmentCount: 0,
    at: T + 500,
    ...values,
  };
}

test('identical texts are given out oldest to oldest, each once', () => {
  const matches = matchSent(
    [sought('second', { since: T + 1_000 }), sought('first')],
    [shown('e2', { at: T + 1_500 }), shown('e1')],
    LOOK_BACK,
  );
  expect(matches.map(({ messageId, externalId }) => [messageId, externalId])).toEqual([
    ['first', 'e1'],
    ['second', 'e2'],
  ]);
});

test('two messages never share what the network shows once', () => {
  expect(matchSent([sought('a'), sought('b')], [shown('e1')], LOOK_BACK)).toHaveLength(1);
});

test.each([
  ['to somebody else', { personExternalId: 'p2' }],
  ['with other words', { text: 'Yes!' }],
  ['with a picture', { attachmentCount: 1 }],
  ['from long before the attempt', { at: T - LOOK_BACK - 1 }],
])('a message %s is not ours', (_, values) => {
  expect(matchSent([sought('a')], [shown('e1', values)], LOOK_BACK)).toEqual([]);
});

test('a clock that is a little behind does not hide the message', () => {
  expect(matchSent([sought('a')], [shown('e1', { at: T - LOOK_BACK })], LOOK_BACK)).toHaveLength(1);
});
