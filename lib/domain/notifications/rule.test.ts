import { describe, expect, test } from 'vitest';
import type { EventDraft } from '../conversation/events';
import { eventTypes } from '../conversation/events';
import type { Facts, Telling } from './rule';
import { gathered, mayTell, tellingsOf } from './rule';

const facts: Facts = {
  owners: { held: 'priya' },
  messages: {
    reply: { authorId: 'mo', mentionIds: [] },
    note: { authorId: 'jack', mentionIds: ['priya', 'jack', 'mo'] },
  },
  admins: ['ada', 'jack'],
};

function told(event: EventDraft, actor: string | null = null): string[] {
  return tellingsOf(event, actor, facts).map(({ memberId, kind }) => `${memberId}: ${kind}`);
}

describe('who is told', () => {
  test.each<[string, EventDraft, string | null, string[]]>([
    [
      'of a conversation that a lead gave them',
      { type: 'conversation.assigned', conversationId: 'held', memberId: 'priya' },
      'jack',
      ['priya: assigned'],
    ],
    [
      'not of what they gave themselves',
      { type: 'conversation.assigned', conversationId: 'held', memberId: 'jack' },
      'jack',
      [],
    ],
    [
      'of a note that names them, but for its writer',
      { type: 'message.noted', conversationId: 'held', messageId: 'note' },
      'jack',
      ['priya: mentioned', 'mo: mentioned'],
    ],
    [
      'of what a customer writes in a conversation of theirs',
      { type: 'message.received', conversationId: 'held' },
      null,
      ['priya: customer_replied'],
    ],
    [
      'nobody, of what a customer writes in a conversation that nobody has',
      { type: 'message.received', conversationId: 'free' },
      null,
      [],
    ],
    [
      'of a reply that failed: who wrote it and whose conversation it is',
      {
        type: 'delivery.changed',
        conversationId: 'held',
        messageId: 'reply',
        data: { to: 'failed' },
      },
      null,
      ['mo: delivery_in_trouble', 'priya: delivery_in_trouble'],
    ],
    [
      'of a reply that waits for a decision',
      {
        type: 'delivery.changed',
        conversationId: 'free',
        messageId: 'reply',
        data: { to: 'needs_review' },
      },
      null,
      ['mo: delivery_in_trouble'],
    ],
    [
      'nobody, of a reply that arrived',
      {
        type: 'delivery.changed',
        conversationId: 'held',
        messageId: 'reply',
        data: { to: 'sent' },
      },
      null,
      [],
    ],
    [
      'of a snooze that is over: whose conversation it is',
      {
        type: 'conversation.woke',
        conversationId: 'held',
        memberId: 'mo',
        data: { because: 'time' },
      },
      null,
      ['priya: woke'],
    ],
    [
      'of a snooze that is over in nobody’s conversation: who put it off',
      {
        type: 'conversation.woke',
        conversationId: 'free',
        memberId: 'mo',
        data: { because: 'time' },
      },
      null,
      ['mo: woke'],
    ],
    [
      'nobody, of what a person woke',
      { type: 'conversation.woke', conversationId: 'held', data: { because: 'person' } },
      'jack',
      [],
    ],
    [
      'of a draft that was taken over',
      { type: 'draft.taken', conversationId: 'held', memberId: 'priya' },
      'jack',
      ['priya: draft_taken'],
    ],
    [
      'admins, of a channel that fell silent',
      { type: 'channel.silent', channelId: 'brand' },
      null,
      ['ada: channel_in_trouble', 'jack: channel_in_trouble'],
    ],
    [
      'admins, of a channel that lost its access',
      { type: 'channel.changed', channelId: 'brand', data: { status: 'reconnect' } },
      null,
      ['ada: channel_in_trouble', 'jack: channel_in_trouble'],
    ],
    [
      'nobody, of a channel that came back',
      { type: 'channel.changed', channelId: 'brand', data: { status: 'connected' } },
      null,
      [],
    ],
    [
      'admins, of somebody who joined, but not the newcomer',
      { type: 'member.joined', memberId: 'jack' },
      null,
      ['ada: member_joined'],
    ],
  ])('%s', (_, event, actor, expected) => {
    expect(told(event, actor)).toEqual(expected);
  });

  test.each(eventTypes)('%s tells nobody who did it', (type) => {
    const event = { type, conversationId: 'held', messageId: 'note', memberId: 'priya' } as const;
    for (const who of ['priya', 'jack', 'ada', 'mo']) {
      expect(told(event, who).filter((line) => line.startsWith(`${who}:`))).toEqual([]);
    }
  });

  test('what tells nobody needs no look at the facts', () => {
    expect(mayTell({ type: 'message.replied' })).toBe(false);
    expect(mayTell({ type: 'message.received' })).toBe(true);
  });
});

describe('what one command tells', () => {
  const line = (more: Partial<Telling> = {}): Telling => ({
    memberId: 'priya',
    kind: 'assigned',
    conversationId: 'held',
    messageId: null,
    channelId: null,
    actorMemberId: 'jack',
    times: 1,
    ...more,
  });

  test('the same thing several times is one line that says how often', () => {
    expect(gathered([line(), line(), line({ memberId: 'mo' })])).toEqual([
      line({ times: 2 }),
      line({ memberId: 'mo' }),
    ]);
  });

  test('a hundred conversations given at once are one line', () => {
    const many = Array.from({ length: 100 }, (_, at) => line({ conversationId: `c${at}` }));
    expect(gathered([...many, line({ memberId: 'mo' })])).toEqual([
      line({ memberId: 'mo' }),
      line({ conversationId: null, times: 100 }),
    ]);
  });

  test('a handful of them are told one by one', () => {
    const few = Array.from({ length: 5 }, (_, at) => line({ conversationId: `c${at}` }));
    expect(gathered(few)).toEqual(few);
  });
});
