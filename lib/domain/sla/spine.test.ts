import { describe, expect, test } from 'vitest';
import type { EventDraft } from '../conversation/events';
import type { SpineEvent } from './spine';
import { historyOf, movesClocks, newSince } from './spine';

const versions = { policies: new Map(), calendars: new Map() };
const aside = { isPublic: false, blockedAt: null, handoff: null };

const event = (type: SpineEvent['type'], more: Partial<SpineEvent> = {}): SpineEvent => ({
  ...{ type, at: 10_000, data: {}, isNew: false, message: null },
  ...more,
});
const message = { at: 9_000, counts: true, automatic: null };

describe('what moves the clocks', () => {
  test.each<[EventDraft['type'], NonNullable<EventDraft['data']>, boolean]>([
    ['message.received', {}, true],
    ['delivery.changed', { from: 'queued', to: 'sending' }, false],
    ['delivery.changed', { from: 'sending', to: 'failed' }, false],
    ['delivery.changed', { from: 'sending', to: 'sent' }, true],
    ['delivery.changed', { to: 'sent' }, true],
    ['delivery.changed', { from: 'sent', to: 'needs_review' }, true],
    ['delivery.decided', {}, true],
    ['message.noted', {}, false],
    ['draft.taken', {}, false],
  ])('%s %j: %s', (type, data, moves) => {
    expect(movesClocks({ type, data })).toBe(moves);
  });
});

describe('the history of the clocks', () => {
  test('goes by the network’s time of a message, and by ours of all else', () => {
    expect(
      historyOf(
        [
          event('message.received', { message, data: { to: 'open' } }),
          event('conversation.prioritised', { data: { from: 'normal', to: 'high' } }),
        ],
        aside,
        versions,
      ),
    ).toEqual([
      { type: 'message', at: new Date(9_000), newEpisode: false },
      { type: 'status', at: new Date(10_000), status: 'open' },
      { type: 'priority', at: new Date(10_000), priority: 'high' },
    ]);
  });

  test('knows a return by the event before its message, once', () => {
    const told = historyOf(
      [
        event('conversation.reopened', { data: { newEpisode: true } }),
        event('message.received', { message }),
        event('message.received', { message: { ...message, at: 9_500 } }),
      ],
      aside,
      versions,
    );
    expect(told.filter(({ type }) => type === 'message')).toMatchObject([
      { newEpisode: true },
      { newEpisode: false },
    ]);
  });

  test('does not count what did not arrive, what was taken back, and offers', () => {
    const lost = { ...message, counts: false };
    const offer = { ...message, automatic: 'offer' } as const;
    expect(
      historyOf(
        [
          event('message.received', { message: lost }),
          event('message.replied', { message: lost }),
          event('message.replied', { message: offer }),
        ],
        aside,
        versions,
      ),
    ).toEqual([]);
  });

  test('begins a handed off conversation with the complaint, answered there or not', () => {
    const handoff = { startedAt: 1_000, answeredAt: 2_000, arrivedAt: 9_000 };
    expect(
      historyOf([event('message.received', { message })], { ...aside, handoff }, versions),
    ).toMatchObject([{ at: new Date(9_000), since: new Date(1_000), answered: true }]);
  });

  test('says how far back the news reaches', () => {
    const now = new Date(20_000);
    const old = event('message.received', { message: { ...message, at: 100 } });
    expect(newSince([old], now)).toEqual(now);
    expect(newSince([old, event('message.received', { message, isNew: true })], now)).toEqual(
      new Date(9_000),
    );
  });
});
