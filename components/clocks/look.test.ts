import { describe, expect, it } from 'vitest';
import type { ConversationRow } from '@/lib/queries/inbox/views';
import { distance, lookOf, lookWords, momentOf } from './look';
import { momentAfter } from './moment-after';

const now = Date.parse('2026-11-27T15:00:00Z');
type Ring = NonNullable<ConversationRow['ring']>;

function ticking(ring: Partial<Ring> = {}, row: Partial<ConversationRow> = {}) {
  const whole: Ring = {
    metric: 'first_response',
    seconds: 3600,
    dueAt: '2026-11-27T15:12:30.000Z',
    left: null,
    open: [],
    breached: false,
    ...ring,
  };
  return { status: 'open', riskAt: null, breachedAt: null, ...row, ring: whole } as const;
}

describe('the ring of a row', () => {
  it('runs, is due soon once it is at risk, and is broken at the second that it is due', () => {
    expect(lookOf(ticking(), now)).toBe('running');
    expect(lookOf(ticking({}, { riskAt: '2026-11-27T14:59:00Z' }), now)).toBe('due');
    const due = Date.parse('2026-11-27T15:12:30.000Z');
    expect(lookOf(ticking(), due - 1)).toBe('running');
    expect(lookOf(ticking(), due)).toBe('broken');
  });

  it('is broken when a promise is, however the next one stands', () => {
    expect(lookOf(ticking({ breached: true }), now)).toBe('broken');
    expect(lookOf(ticking({ dueAt: null }, { breachedAt: '2026-11-27T09:00:00Z' }), now)).toBe(
      'broken',
    );
  });

  it('says which promise is due when, and in how long', () => {
    const words = (...of: Parameters<typeof ticking>) => lookWords(ticking(...of), now, 'UTC');
    expect(words()).toBe('First response due 15:12 (in 12 min)');
    expect(words({ dueAt: '2026-11-30T09:30:00Z' })).toBe(
      'First response due Mon 30 Nov, 09:30 (in 2 d)',
    );
    expect(words({ dueAt: '2026-11-27T14:30:00Z', breached: true })).toBe(
      'First response broken, was due 14:30 (30 min ago)',
    );
    expect(words({ metric: 'resolution', dueAt: null, left: 7500 }, { status: 'on_hold' })).toBe(
      'Resolution stands while it is on hold, 2 h left',
    );
  });

  it('tells times in the zone of the viewer', () => {
    expect(momentOf('2026-11-27T15:12:00Z', now, 'Europe/Berlin')).toBe('16:12');
    expect(momentOf('2026-11-27T15:12:00Z', now, 'Asia/Tokyo')).toBe('00:12');
    expect(momentOf('2026-11-26T15:12:00Z', now, 'UTC')).toBe('Thu 26 Nov, 15:12');
  });

  it('tells how far something is, either way', () => {
    expect(distance('2026-11-27T15:00:59Z', now)).toBe('in under a minute');
    expect(distance('2026-11-27T18:30:00Z', now)).toBe('in 3 h');
    expect(distance('2026-11-24T14:00:00Z', now)).toBe('3 d ago');
  });
});

it('the end of a span says its day where that is another, and "today" for this one', () => {
  const friday = (clock: string) => `2026-11-27T${clock}:00Z`;
  const end = (from: string, at: string) => momentAfter(from, at, now, 'UTC');
  expect(end(friday('09:00'), friday('10:00'))).toBe('10:00');
  expect(end('2026-11-26T16:00:00Z', friday('10:00'))).toBe('today 10:00');
  expect(end(friday('16:00'), '2026-11-30T09:00:00Z')).toBe('Mon 30 Nov, 09:00');
});
