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
      ['thread', 'ana'],
    ]);
  });

  it('leaves the lists alone when only a delivery moved on', () => {
    expect(staleBy([event({ type: 'delivery.changed' })])).toEqual([['thread', 'ana']]);
  });

  it('names each read once in a burst', () => {
    const burst = [event({}), event({ seq: 2 }), event({ seq: 3, conversationId: 'ben' })];
    expect(staleBy(burst)).toEqual([
      ['conversations'],
      ['views'],
      ['guide'],
      ['thread', 'ana'],
      ['thread', 'ben'],
    ]);
  });
});
