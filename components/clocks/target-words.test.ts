import { describe, expect, it } from 'vitest';
import type { TargetView } from '@/lib/queries/sla/target-view';
import { placeOf, standingOf, startWords } from './target-words';

const now = Date.parse('2026-11-27T15:00:00Z');

function aTarget(values: Partial<TargetView> = {}): TargetView {
  return {
    id: 't',
    metric: 'first_response',
    cycle: 1,
    running: true,
    outcome: 'running',
    policy: { name: 'Standard', no: 1 },
    priority: 'normal',
    seconds: 3600,
    calendarId: 'office',
    startedAt: '2026-11-27T14:30:00Z',
    fromPublic: false,
    heardAt: null,
    teamId: null,
    dueAt: '2026-11-27T15:30:00Z',
    riskAt: '2026-11-27T15:15:00Z',
    breachedAt: null,
    metAt: null,
    endedAt: null,
    elapsedSeconds: 1800,
    overrunSeconds: 0,
    stands: null,
    ring: null,
    working: [],
    ...values,
  };
}

const standing = (values: Partial<TargetView>, at = now) =>
  standingOf(aTarget(values), { now: at, zone: 'UTC' });

describe('how a promise stands', () => {
  it('runs until it is at risk, and until it is due', () => {
    expect(standing({})).toEqual({ look: 'running', short: '30 min', more: 'due 15:30' });
    expect(standing({}, now + 16 * 60_000).look).toBe('due');
    expect(standing({}, now + 30 * 60_000).look).toBe('broken');
  });

  it('is broken by how much open time it is over', () => {
    const broken = { breachedAt: '2026-11-27T14:00:00Z', overrunSeconds: 2700 };
    expect(standing(broken)).toEqual({
      look: 'broken',
      short: 'late 45 m in open time',
      more: 'broken since 14:00',
    });
    expect(standing({ ...broken, calendarId: null }).short).toBe('late 45 m');
    expect(standing({ ...broken, overrunSeconds: 0.4 }).short).toBe('late');
  });

  it('says why it stands, and what is left', () => {
    const stands = { since: '2026-11-27T14:40:00Z', because: 'on_hold' } as const;
    expect(standing({ stands, dueAt: null })).toEqual({
      look: 'stands',
      short: '30 m left',
      more: 'stands since 14:40: on hold',
    });
  });

  it('tells how it ended', () => {
    const ended = { running: false, endedAt: '2026-11-27T14:50:00Z', elapsedSeconds: 840 };
    const metAt = ended.endedAt;
    expect(standing({ ...ended, metAt, outcome: 'met' })).toEqual({
      look: 'met',
      short: 'met, 14 m',
      more: 'answered 14:50',
    });
    const breachedAt = '2026-11-27T14:40:00Z';
    expect(
      standing({ ...ended, metAt, breachedAt, outcome: 'breached', overrunSeconds: 600 }),
    ).toEqual({
      look: 'broken',
      short: 'broken, 10 m over',
      more: 'was due 14:40, answered 14:50',
    });
    expect(standing({ ...ended, breachedAt, outcome: 'breached' }).more).toBe(
      'was due 14:40, never done',
    );
    expect(standing({ ...ended, outcome: 'void' }).short).toBe('not owed');
  });
});

it('says what a clock began with', () => {
  const names = { contact: 'Ana', team: 'Orders' };
  expect(startWords(aTarget(), names)).toBe('the first message of Ana in this visit');
  expect(startWords(aTarget({ fromPublic: true }), names)).toBe('what Ana said in public');
  expect(startWords(aTarget({ metric: 'ownership' }), names)).toBe('it was given to Orders');
});

it('names a zone by its place', () => {
  expect(placeOf('America/New_York')).toBe('New York');
  expect(placeOf('UTC')).toBe('UTC');
});
