import { expect, it } from 'vitest';
import type { EventType } from '@/lib/domain/conversation/events';
import type { ThreadFact } from '@/lib/queries/inbox/thread-views';
import { names } from './fact-names.fixture';
import { factWords } from './fact-words';

const told = (type: EventType, data: ThreadFact['data'] = {}, actorId: string | null = 'priya') =>
  factWords({ seq: 1, type, actorId, memberId: 'mo', data, at: '' }, names);

it.each<[EventType, ThreadFact['data'], string | null, string | undefined]>([
  ['conversation.assigned', { from: null }, 'priya', 'You gave it to Mo'],
  ['conversation.assigned', { from: 'priya' }, 'mo', 'Mo took it over from you'],
  ['conversation.assigned', { from: null, by: 'router' }, null, 'Porchlight gave it to Mo'],
  ['conversation.unassigned', {}, 'priya', 'You left it to nobody'],
  [
    'conversation.unassigned',
    { because: 'untouched' },
    null,
    'It came back from Mo, not begun in time',
  ],
  [
    'conversation.unassigned',
    { because: 'absent' },
    null,
    'It came back from Mo, not there to answer',
  ],
  ['conversation.closed', { from: 'open' }, 'priya', 'You closed it'],
  [
    'conversation.closed',
    { from: 'resolved', noAnswerNeeded: true },
    'priya',
    'You said that no answer was needed',
  ],
  [
    'sla.breached',
    { metric: 'first_response', dueAt: '2026-11-25T09:00:00Z' },
    null,
    'First response was due Wed 25 Nov, 09:00 and was not kept',
  ],
  [
    'sla.policy',
    { policyName: 'Standard', policyNo: 2 },
    null,
    'What holds is “Standard”, version 2',
  ],
  [
    'sla.escalated',
    { effect: 'notify', who: 'leads', told: true },
    null,
    'For a promise, the leads were told',
  ],
  [
    'sla.escalated',
    { effect: 'notify', who: 'owner' },
    null,
    'For a promise, nobody was told, as nobody had it',
  ],
  ['sla.escalated', { effect: 'notify' }, null, 'For a promise, Mo was told'],
  [
    'sla.escalated',
    { effect: 'raise', to: 'high' },
    null,
    'For a promise, the priority was raised to high',
  ],
  [
    'sla.escalated',
    { effect: 'team', teamId: 'shops' },
    null,
    'For a promise, it was given to Orders',
  ],
  ['conversation.reopened', {}, null, 'Ana Lima wrote again, so it opened'],
  ['conversation.reopened', { newEpisode: true }, null, 'Ana Lima came back'],
  [
    'conversation.reopened',
    { because: 'failed' },
    null,
    'It opened again: an answer did not arrive',
  ],
  [
    'conversation.status',
    { from: 'waiting', to: 'open', because: 'cancelled' },
    'priya',
    'It opened again: the answer was taken back',
  ],
  ['conversation.status', { from: 'spam', to: 'open' }, 'priya', 'You took it out of spam'],
  ['conversation.status', { from: 'open', to: 'on_hold' }, 'priya', 'You put it on hold'],
  ['conversation.snoozed', { until: 'x' }, 'priya', 'You snoozed it until Wed 25 Nov, 09:00'],
  ['conversation.woke', { because: 'time' }, null, 'Its snooze is over'],
  [
    'conversation.origin',
    { linkId: 'x', linkName: 'Contact page' },
    null,
    'Ana Lima came by the link “Contact page”',
  ],
  ['conversation.woke', { because: 'message' }, null, 'Ana Lima wrote, so it woke'],
  [
    'conversation.labelled',
    { labelId: 'refund', on: true },
    'priya',
    'You put on the label “refund”',
  ],
  ['conversation.teamed', { to: null }, 'priya', 'You took it from its team'],
  ['block.asked', { on: true }, 'priya', 'You asked the network to block Ana Lima'],
  ['block.asked', { on: false, letGo: true }, 'priya', 'You took that back before it was done'],
  ['block.settled', { on: true }, null, 'Ana Lima was blocked on the network for Mo'],
  [
    'block.settled',
    { on: false, problem: 'gone' },
    null,
    'Ana Lima could not be unblocked on the network',
  ],
  ['delivery.changed', { to: 'failed' }, null, 'An answer failed'],
  ['delivery.changed', { to: 'sending' }, null, undefined],
  ['delivery.changed', { from: 'sending', to: 'sent' }, null, 'An answer was sent'],
  ['delivery.changed', { from: 'sent', to: 'sent' }, null, undefined],
  ['delivery.decided', { decision: 'called_back' }, 'priya', 'You called an answer back'],
  ['delivery.decided', { decision: 'discard' }, 'priya', 'You gave an answer up'],
  ['label.changed', {}, 'priya', undefined],
])('%s with %j is told in a sentence', (type, data, actorId, sentence) => {
  expect(told(type, data, actorId)).toBe(sentence);
});
