import { describe, expect, it } from 'vitest';
import type { RelationFact } from '../network';
import { activity, brand, customer, other } from './deliveries.fixture';
import { read } from './read';

const readAll = (body: unknown) => read(Buffer.from(JSON.stringify(body)));
const ada = { id: customer, username: 'ada_scoops', name: 'Ada Sorrel' };
const us = { id: brand, username: 'saltedcaramel' };

const cases: [string, 'theirs' | 'ours', RelationFact, boolean][] = [
  ['follow.follow', 'theirs', 'recipientFollowsSender', true],
  ['follow.unfollow', 'theirs', 'recipientFollowsSender', false],
  ['follow.follow', 'ours', 'senderFollowsRecipient', true],
  ['follow.unfollow', 'ours', 'senderFollowsRecipient', false],
  ['block.block', 'ours', 'blockedByUs', true],
  ['block.unblock', 'ours', 'blockedByUs', false],
  ['block.block', 'theirs', 'blockedByThem', true],
];

function ends(whose: 'theirs' | 'ours') {
  return whose === 'theirs' ? { source: ada, target: us } : { source: us, target: ada };
}

describe('who follows and blocks whom', () => {
  it.each(cases)('%s of %s, in the newer envelope', (type, whose, fact, value) => {
    const { source, target } = ends(whose);
    const payload = { source: { data: source }, target: { data: target } };
    expect(readAll({ data: activity(type, payload) })).toEqual([
      {
        kind: 'relation',
        channelExternalId: brand,
        participant: { externalId: customer, handle: 'ada_scoops', name: 'Ada Sorrel' },
        fact,
        value,
      },
    ]);
  });

  it.each(cases)('%s of %s, in the older envelope, which says when', (type, whose, fact, value) => {
    const [list, what] = type.split('.');
    const entry = { type: what, created_timestamp: '1784841183370', ...ends(whose) };
    expect(readAll({ for_user_id: brand, [`${list}_events`]: [entry] })).toMatchObject([
      { kind: 'relation', fact, value, at: new Date(1_784_841_183_370) },
    ]);
  });

  it('is nothing of ours between two others, or without an account', () => {
    const payload = { source: { id: other }, target: { id: customer } };
    for (const account of [brand, null]) {
      expect(readAll({ data: activity('follow.follow', payload, account) })).toMatchObject([
        { kind: 'ignored', type: 'follow' },
      ]);
    }
  });
});
