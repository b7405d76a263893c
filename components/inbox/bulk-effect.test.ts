import { describe, expect, it } from 'vitest';
import type { Triaged } from '@/lib/domain/conversation/triage';
import { effectOf } from './bulk-effect';

const agent = { memberId: 'me', roles: ['agent'] as const };
const now = Date.parse('2026-11-24T12:00:00Z');
const one = (id: string, place: Partial<Triaged> = {}) => ({
  id,
  contactName: id,
  status: 'open' as const,
  snoozedUntil: null,
  priority: 'normal' as const,
  labelIds: [],
  teamId: null,
  ownerId: null,
  ...place,
});
const ids = (chosen: readonly { id: string }[]) => chosen.map(({ id }) => id).join(' ');

describe('what a decision about many would come to', () => {
  it('tells those that change from those that stand so already', () => {
    const effect = effectOf(
      [one('ana'), one('ben', { status: 'resolved' }), one('cyd', { status: 'waiting' })],
      { kind: 'status', status: 'resolved' },
      { actor: agent, now },
    );
    expect(ids(effect.changes)).toBe('ana cyd');
    expect(ids(effect.same)).toBe('ben');
    expect(effect.refused).toEqual([]);
  });

  it('says of each that cannot why not', () => {
    const effect = effectOf(
      [one('ana'), one('ben', { ownerId: 'priya' })],
      { kind: 'assign', memberId: 'me' },
      { actor: agent, now },
    );
    expect(ids(effect.changes)).toBe('ana');
    expect(effect.refused.map(({ chosen, why }) => `${chosen.id}: ${why}`)).toEqual([
      'ben: Only leads give away what a colleague has.',
    ]);
  });

  it('releases those in spam, and leaves the others where they are', () => {
    const effect = effectOf(
      [one('ana', { status: 'spam' }), one('ben', { status: 'resolved' })],
      { kind: 'release' },
      { actor: agent, now },
    );
    expect(ids(effect.changes)).toBe('ana');
    expect(ids(effect.same)).toBe('ben');
    expect(effect.refused).toEqual([]);
  });

  it('adds a label only where it is missing', () => {
    const effect = effectOf(
      [one('ana', { labelIds: ['refund'] }), one('ben')],
      { kind: 'label', add: ['refund'], remove: [] },
      { actor: agent, now },
    );
    expect(ids(effect.changes)).toBe('ben');
    expect(ids(effect.same)).toBe('ana');
  });
});
