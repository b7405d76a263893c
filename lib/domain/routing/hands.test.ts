import { describe, expect, test } from 'vitest';
import type { EventDraft } from '../conversation/events';
import { handsOf } from './hands';
import { wakesRouter } from './wakes';

const conversationId = 'c';
const fact = (type: EventDraft['type'], more: Partial<EventDraft> = {}): EventDraft => ({
  type,
  conversationId,
  ...more,
});
const hands = (events: EventDraft[], actor: string | null) => handsOf(events, actor)[0];

describe('hands', () => {
  test('what a person gives begins anew, what the router gives does not', () => {
    const given = fact('conversation.assigned', { memberId: 'b', data: { from: null } });
    expect(hands([given], 'lead')).toMatchObject({ held: 'given', fresh: true });
    expect(hands([given], null)).toMatchObject({ held: 'given', fresh: false });
    expect(hands([given], 'b')).toMatchObject({ held: 'taken', fresh: true });
    expect(hands([fact('conversation.claimed', { memberId: 'b' })], 'b')).toMatchObject({
      ...{ held: 'taken', fresh: true },
    });
  });

  test('who let it go is remembered; who was away is not, and only untouched is a hop', () => {
    const left = (because?: string) =>
      fact('conversation.unassigned', { memberId: 'b', ...(because && { data: { because } }) });
    expect(hands([left('untouched')], null)).toMatchObject({
      held: 'left',
      returned: 1,
      passedBy: ['b'],
    });
    expect(hands([left('absent')], null)).toMatchObject({ returned: 0, passedBy: [] });
    expect(hands([left()], null)).toMatchObject({ returned: 0, passedBy: ['b'], fresh: false });
    expect(hands([left()], 'b')).toMatchObject({ returned: 0, passedBy: ['b'], fresh: true });
  });

  test('a new visit begins anew, and so that it may be left at once', () => {
    const events = [
      fact('conversation.reopened'),
      fact('conversation.unassigned', { memberId: 'b', data: { because: 'absent' } }),
    ];
    expect(hands(events, null)).toMatchObject({ held: 'left', fresh: true, passedBy: [] });
  });

  test('what a person does touches it, what the house does touches nothing', () => {
    expect(hands([fact('message.replied')], 'b')).toMatchObject({ held: null, touched: true });
    expect(hands([fact('message.replied')], null)).toBeUndefined();
    expect(hands([fact('message.received')], null)).toBeUndefined();
    expect(hands([{ type: 'team.changed' }], 'b')).toBeUndefined();
  });
});

test('the router is woken by what frees somebody or leaves something, and not by what it does itself', () => {
  expect(wakesRouter(fact('message.received'))).toBe(true);
  expect(wakesRouter(fact('conversation.closed'))).toBe(true);
  expect(wakesRouter({ type: 'member.availability' })).toBe(true);
  expect(wakesRouter(fact('message.noted'))).toBe(false);
  expect(wakesRouter(fact('conversation.assigned', { data: { from: null } }))).toBe(false);
  expect(wakesRouter(fact('conversation.assigned', { data: { from: 'b' } }))).toBe(true);
});
