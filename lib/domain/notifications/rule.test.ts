import { describe, expect, test } from 'vitest';
import type { EventDraft } from '../conversation/events';
import { eventTypes } from '../conversation/events';
import type { Facts, Telling } from './rule';
import { gathered, mayTell, tellingsOf } from './rule';

const facts: Facts = {
  // Spam is not among them.
  standing: {
    held: { ownerId: 'priya', team: ['priya', 'mo'] },
    free: { ownerId: null, team: null },
    shared: { ownerId: null, team: ['priya', 'mo'] },
    deserted: { ownerId: null, team: [] },
    led: { ownerId: 'jack', team: null },
  },
  messages: {
    reply: { authorId: 'mo', mentionIds: [] },
    note: { authorId: 'jack', mentionIds: ['priya', 'jack', 'mo'] },
  },
  leads: ['jack', 'lena'],
  admins: ['ada', 'jack'],
  reviewers: ['lena', 'jack'],
};

const escalated = (conversationId: string, who: string): EventDraft => ({
  type: 'sla.escalated',
  conversationId,
  data: { step: 's', effect: 'notify', who },
});

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
      'of what is due soon: whose conversation it is',
      { type: 'sla.warned', conversationId: 'held' },
      null,
      ['priya: due_soon'],
    ],
    [
      'of what is due soon and nobody’s: its team',
      { type: 'sla.warned', conversationId: 'shared' },
      null,
      ['priya: due_soon', 'mo: due_soon'],
    ],
    [
      'of what is due soon and no team’s: the leads',
      { type: 'sla.warned', conversationId: 'free' },
      null,
      ['jack: due_soon', 'lena: due_soon'],
    ],
    [
      'of what is due soon in a team without anybody: the leads',
      { type: 'sla.warned', conversationId: 'deserted' },
      null,
      ['jack: due_soon', 'lena: due_soon'],
    ],
    [
      'of a breach: whose it is, and the leads',
      { type: 'sla.breached', conversationId: 'held' },
      null,
      ['priya: breached', 'jack: breached', 'lena: breached'],
    ],
    [
      'of a breach once, also a lead whose it is',
      { type: 'sla.breached', conversationId: 'led' },
      null,
      ['jack: breached', 'lena: breached'],
    ],
    ['nobody, of a breach in spam', { type: 'sla.breached', conversationId: 'spam' }, null, []],
    ['nobody, of spam that is due soon', { type: 'sla.warned', conversationId: 'spam' }, null, []],
    ['of a step, whose it is', escalated('held', 'owner'), null, ['priya: escalated']],
    ['of a step, nobody in the owner’s place', escalated('shared', 'owner'), null, []],
    ['of a step, the team', escalated('held', 'team'), null, ['priya: escalated', 'mo: escalated']],
    [
      'of a step, the leads',
      escalated('free', 'leads'),
      null,
      ['jack: escalated', 'lena: escalated'],
    ],
    ['nobody, of a step in spam', escalated('spam', 'leads'), null, []],
    [
      'of a step, the member whom it names',
      {
        type: 'sla.escalated',
        conversationId: 'held',
        memberId: 'mo',
        data: { step: 's', effect: 'notify' },
      },
      null,
      ['mo: escalated'],
    ],
    [
      'nobody, of a step that does something else',
      {
        type: 'sla.escalated',
        conversationId: 'held',
        memberId: 'mo',
        data: { step: 's', effect: 'unassign' },
      },
      null,
      [],
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
    metric: null,
    dueAt: null,
    ...more,
  });

  test('of a promise it says which, and when it is due', () => {
    const dueAt = '2026-11-24T16:30:00.000Z';
    const data = { metric: 'first_response', targetId: 't', dueAt };
    const warned: EventDraft = { type: 'sla.warned', conversationId: 'held', data };
    expect(tellingsOf(warned, null, facts)).toEqual([
      line({ kind: 'due_soon', actorMemberId: null, metric: 'first_response', dueAt }),
    ]);
    const unknown = { ...warned, data: { metric: 'speed', dueAt: null } };
    expect(tellingsOf(unknown, null, facts)).toMatchObject([{ metric: null, dueAt: null }]);
  });

  test('the same thing several times is one line that says how often', () => {
    expect(gathered([line(), line(), line({ memberId: 'mo' })])).toEqual([
      line({ times: 2 }),
      line({ memberId: 'mo' }),
    ]);
  });

  test('a warning that comes with the breach is not told beside it', () => {
    const due = { metric: 'first_response', dueAt: '2026-11-24T16:30:00.000Z' } as const;
    const warned = line({ kind: 'due_soon', ...due });
    const broken = line({ kind: 'breached', ...due });
    const other = line({ kind: 'due_soon', metric: 'resolution' });
    const colleague = line({ kind: 'due_soon', memberId: 'mo', ...due });
    expect(gathered([warned, broken, other, colleague])).toEqual([broken, other, colleague]);
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
