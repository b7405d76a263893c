import { expect, test } from 'vitest';
import { problemSentence, quarantineSentence, silenceSentence, spanOf, standingOf } from './words';

const base = {
  id: '',
  network: 'x',
  handle: '',
  name: '',
  statusReason: null,
  healedUpTo: null,
  problem: null,
  isBeingHealed: false,
  nextLookAt: null,
  send: null,
  lookup: null,
  lastMessageAt: null,
  grant: null,
  silence: { chosen: null, usualQuiet: null, since: null },
  language: 'en',
};

const now = Date.parse('2026-11-22T12:30:00Z');

test('a channel is called connected only while the network shows that it is', () => {
  const silent = { ...base, status: 'connected', lastProofAt: null, subscribedAt: null } as const;
  const heardAt = (lastProofAt: string) => standingOf({ ...silent, lastProofAt }, now);
  expect(standingOf(silent, now)).toEqual({ word: 'Starting', tone: 'careful' });
  expect(heardAt('2026-11-22T12:00:00Z')).toEqual({ word: 'Connected', tone: 'well' });
  expect(heardAt('2026-11-22T11:00:00Z')).toEqual({ word: 'No sign of life', tone: 'careful' });
  expect(standingOf({ ...silent, status: 'reconnect' }, now).tone).toBe('grave');
});

test('every trouble has a sentence, also one that nobody foresaw', () => {
  expect(problemSentence('subscribe_network_refused')).toContain('push');
  expect(problemSentence('subscribe_access_lost')).toContain('Connect the channel again');
  expect(problemSentence('network_unreachable')).toContain('reached');
  expect(problemSentence('TypeError')).toContain('(TypeError)');
  expect(quarantineSentence('database_22001')).toContain('(22001)');
});

test('a channel that lives but is silent says so, and what to do depends on whether the network answers', () => {
  const silence = { chosen: null, usualQuiet: null, since: '2026-11-20T12:00:00Z' };
  const lives = { ...base, silence, status: 'connected', subscribedAt: null } as const;
  const answered = { ...lives, lastProofAt: '2026-11-22T12:20:00Z' };
  expect(standingOf(answered, now)).toEqual({ word: 'Silent', tone: 'careful' });
  expect(silenceSentence(answered, now)).toContain('nothing is lost');
  expect(silenceSentence({ ...lives, lastProofAt: null }, now)).toContain('Check now');
  expect(silenceSentence({ ...answered, problem: 'network_unreachable' }, now)).toContain(
    'Check now',
  );
});

test.each([
  [1, '1 minute'],
  [60, '1 hour'],
  [45, '45 minutes'],
  [18 * 60, '18 hours'],
  [72 * 60, '3 days'],
])('%d minutes are %s', (minutes, said) => {
  expect(spanOf(minutes)).toBe(said);
});
