import { describe, expect, it, test } from 'vitest';
import type { Arrival } from './arrival';
import { effectOf, tieOf } from './arrival';

const WEEK = 7 * 86_400;

describe("a customer's message", () => {
  it.each<[string, Arrival, ReturnType<typeof effectOf>]>([
    [
      'leaves an open conversation open',
      { status: 'open', newest: true, secondsAfterResolution: null },
      'stays',
    ],
    [
      'reopens a resolved one',
      { status: 'resolved', newest: true, secondsAfterResolution: 1 },
      'reopens',
    ],
    [
      'reopens it also when a colleague noted something since',
      { status: 'resolved', newest: false, secondsAfterResolution: 1 },
      'reopens',
    ],
    [
      'still belongs to the episode after exactly a week',
      { status: 'resolved', newest: true, secondsAfterResolution: WEEK },
      'reopens',
    ],
    [
      'begins a new episode after more than a week',
      { status: 'resolved', newest: true, secondsAfterResolution: WEEK + 1 },
      'returns',
    ],
    [
      'reopens when it was under way while someone resolved',
      { status: 'resolved', newest: true, secondsAfterResolution: -3 },
      'reopens',
    ],
    [
      'reopens nothing when it is older than what was read',
      { status: 'resolved', newest: false, secondsAfterResolution: -3 },
      'stays',
    ],
    [
      'reopens nothing when it is late and old',
      { status: 'resolved', newest: true, secondsAfterResolution: -600 },
      'stays',
    ],
    [
      'opens what waited for it',
      { status: 'waiting', newest: true, secondsAfterResolution: null },
      'opens',
    ],
    [
      'wakes what was snoozed',
      { status: 'snoozed', newest: true, secondsAfterResolution: null },
      'wakes',
    ],
    [
      'moves nothing that waits when it is older than what they wrote since',
      { status: 'waiting', newest: false, secondsAfterResolution: null },
      'stays',
    ],
    [
      'wakes nothing when it is older than what they wrote since',
      { status: 'snoozed', newest: false, secondsAfterResolution: null },
      'stays',
    ],
    [
      'leaves on hold what is on hold',
      { status: 'on_hold', newest: true, secondsAfterResolution: null },
      'stays',
    ],
    [
      'does not take a conversation out of spam',
      { status: 'spam', newest: true, secondsAfterResolution: null },
      'stays',
    ],
  ])('%s', (_, arrival, effect) => {
    expect(effectOf(arrival)).toBe(effect);
  });
});

test.each([
  ['2080765901528535096', '2080765901528535096'],
  ['18446744073709551615', '18446744073709551615'],
  ['123456789012345678901', '0'],
  ['-5', '0'],
  ['a1b2', '0'],
  ['', '0'],
])('the id %j sorts as %s', (externalId, tie) => {
  expect(tieOf(externalId)).toBe(tie);
});
