import { describe, expect, it } from 'vitest';
import type { LiveEvent } from '@/lib/domain/conversation/events';
import { eventTypes } from '@/lib/domain/conversation/events';
import { staleBy } from './stale';

const event = (more: Partial<LiveEvent>): LiveEvent => ({
  seq: 1,
  type: 'message.received',
  conversationId: 'ana',
  messageId: null,
  channelId: null,
  memberId: null,
  actorMemberId: null,
  ...more,
});

describe('what an event makes stale', () => {
  it.each(eventTypes)('%s makes something stale', (type) => {
    expect(staleBy([event({ type })])).not.toEqual([]);
  });

  it('is the conversation, the lists and the counts when a message arrives', () => {
    expect(staleBy([event({})])).toEqual([
      ['conversations'],
      ['views'],
      ['guide'],
      ['board'],
      ['journey'],
      ['thread', 'ana'],
      ['reply-side', 'ana'],
    ]);
  });

  it('leaves the lists alone when only a delivery moved on', () => {
    expect(staleBy([event({ type: 'delivery.changed' })])).toEqual([['thread', 'ana']]);
  });

  it.each([
    event({ type: 'delivery.changed', troubled: true }),
    event({ type: 'delivery.decided' }),
  ])(
    'is also the lists and the counts when an answer asks for somebody, or is decided about',
    (one) => {
      const moved = staleBy([event({ type: 'conversation.prioritised' })]);
      expect(staleBy([one])).toEqual(moved);
      expect(moved).toContainEqual(['conversations']);
    },
  );

  it('is what is known of earlier visits when a conversation opens again', () => {
    expect(staleBy([event({ type: 'conversation.reopened' })])).toContainEqual(['history', 'ana']);
  });

  it('names each read once in a burst', () => {
    const burst = [event({}), event({ seq: 2 }), event({ seq: 3, conversationId: 'ben' })];
    expect(staleBy(burst)).toEqual([
      ['conversations'],
      ['views'],
      ['guide'],
      ['board'],
      ['journey'],
      ['thread', 'ana'],
      ['reply-side', 'ana'],
      ['thread', 'ben'],
      ['reply-side', 'ben'],
    ]);
  });
});
