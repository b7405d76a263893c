import { describe, expect, it } from 'vitest';
import { metaWindows, windowRule } from './windows';

const hour = 3_600_000;
const day = 24 * hour;
const wrote = Date.UTC(2026, 2, 1, 9, 30);

function answering(elapsedMs: number, more: Partial<Parameters<typeof windowRule>[1]> = {}) {
  return windowRule(metaWindows, {
    lastInboundAt: wrote,
    now: wrote + elapsedMs,
    marginMs: 0,
    by: 'person',
    purpose: 'reply',
    ...more,
  });
}

describe('Messenger’s windows', () => {
  it.each([
    ['at once', 0, 'reply'],
    ['a millisecond before the day is over', day - 1, 'reply'],
    ['at a day exactly', day, 'human_agent'],
    ['a millisecond before the week is over', 7 * day - 1, 'human_agent'],
  ])('lets a person answer %s', (_, elapsedMs, mode) => {
    expect(answering(elapsedMs)).toMatchObject({ allow: true, mode });
  });

  it.each([
    ['at a week exactly', 7 * day],
    ['a month later', 30 * day],
  ])('is closed %s', (_, elapsedMs) => {
    expect(answering(elapsedMs)).toEqual({ allow: false, reason: 'WINDOW_CLOSED' });
  });

  it('never lets a brand begin', () => {
    expect(answering(0, { lastInboundAt: null })).toEqual({ allow: false, reason: 'NEVER_WROTE' });
  });

  it('keeps the second window for people and for service', () => {
    expect(answering(2 * day, { by: 'automation' })).toMatchObject({
      reason: 'WINDOW_FOR_PEOPLE_ONLY',
    });
    expect(answering(2 * day, { purpose: 'offer' })).toMatchObject({
      reason: 'WINDOW_FOR_SERVICE_ONLY',
    });
    expect(answering(2 * hour, { by: 'automation', purpose: 'offer' })).toMatchObject({
      allow: true,
    });
  });

  it('counts what sending takes: with a margin the window ends so much sooner', () => {
    const marginMs = 30_000;
    expect(answering(day - marginMs, { marginMs })).toMatchObject({ mode: 'human_agent' });
    expect(answering(day - marginMs - 1, { marginMs })).toEqual({
      allow: true,
      mode: 'reply',
      until: wrote + day - marginMs,
    });
  });

  it('takes a message from the future as written just now', () => {
    expect(answering(-5 * hour)).toMatchObject({ allow: true, mode: 'reply' });
  });
});
