import { expect, test } from 'vitest';
import { notificationKinds } from './kinds';
import type { Told } from './words';
import { pathOf, plain, sentenceOf } from './words';

const item: Told = {
  kind: 'customer_replied',
  times: 1,
  actorId: 'jack',
  conversationId: 'c',
  contactName: 'Ana Lima',
  channelHandle: 'saltedcaramel',
  metric: null,
  dueAt: null,
};

/** It is ten to five in Berlin. */
const reader = {
  nameOf: () => 'Jack',
  now: Date.parse('2026-11-24T15:50:00Z'),
  zone: 'Europe/Berlin',
};

function said(more: Partial<Told>): string {
  return plain(sentenceOf({ ...item, ...more }, reader));
}

const due = { metric: 'first_response', dueAt: '2026-11-24T16:30:00.000000Z' } as const;
const over = { metric: 'resolution', dueAt: '2026-11-24T15:30:00.000000Z' } as const;

test.each<[Partial<Told>, string]>([
  [{ kind: 'due_soon', ...due }, 'Ana Lima: first response is due at 17:30'],
  [{ kind: 'due_soon', ...over }, 'Ana Lima: resolution was due at 16:30'],
  [
    { kind: 'due_soon', metric: 'next_response', dueAt: '2026-11-25T08:05:00Z' },
    'Ana Lima: next response is due on Wed 25 Nov at 09:05',
  ],
  [
    { kind: 'breached', metric: 'ownership', dueAt: '2026-11-24T15:00:00Z' },
    'Ana Lima: the team’s answer was due at 16:00',
  ],
  [{ kind: 'breached' }, 'Ana Lima: an answer was due'],
  [{ kind: 'escalated' }, 'Ana Lima needs a look'],
  [{ kind: 'escalated', ...due }, 'Ana Lima needs a look: first response is due at 17:30'],
  [{ kind: 'breached', conversationId: null, times: 40 }, 'In 40 conversations something was due'],
  [{ kind: 'escalated', conversationId: null, times: 9 }, '9 conversations need a look'],
  [{ kind: 'customer_replied' }, 'Ana Lima wrote'],
  [{ kind: 'customer_replied', times: 3 }, 'Ana Lima wrote 3 messages'],
  [{ kind: 'assigned' }, 'Jack gave you Ana Lima'],
  [{ kind: 'assigned', conversationId: null, times: 40 }, 'Jack gave you 40 conversations'],
  [{ kind: 'mentioned' }, 'Jack named you in a note on Ana Lima'],
  [{ kind: 'delivery_in_trouble' }, 'A reply to Ana Lima needs a look'],
  [{ kind: 'woke', actorId: null }, 'Ana Lima is back from snooze'],
  [{ kind: 'draft_taken' }, 'Jack took over your draft to Ana Lima'],
  [{ kind: 'reply_to_review' }, 'Jack asks for a review of an approved reply'],
  [{ kind: 'reply_to_review', times: 3 }, '3 approved replies wait for a reviewer'],
  [{ kind: 'reply_decided' }, 'Jack reviewed an approved reply of yours'],
  [{ kind: 'approval_asked' }, 'Jack asks you to approve a reply to Ana Lima'],
  [{ kind: 'approval_decided' }, 'Jack decided about your reply to Ana Lima'],
  [{ kind: 'channel_in_trouble' }, 'Something is wrong with @saltedcaramel'],
  [{ kind: 'member_joined' }, 'Jack joined the workspace'],
])('%o reads "%s"', (more, sentence) => {
  expect(said(more)).toBe(sentence);
});

test.each(notificationKinds)('%s leads somewhere', (kind) => {
  const toQueue = kind === 'approval_asked';
  expect(pathOf({ ...item, kind })).toBe(toQueue ? '/replies/approvals' : '/inbox/all/c');
  expect(pathOf({ ...item, kind, conversationId: null })).toMatch(/^\/(inbox|settings|replies)\b/);
});
