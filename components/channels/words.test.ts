import { expect, test } from 'vitest';
import { problemSentence, quarantineSentence, standingOf } from './words';

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
