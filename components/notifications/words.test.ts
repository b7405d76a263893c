import { expect, test } from 'vitest';
import { notificationKinds } from '@/lib/domain/notifications/kinds';
import type { NotificationItem } from '@/lib/queries/notifications/notification-list';
import { pathOf, plain, sentenceOf } from './words';

const item: NotificationItem = {
  id: 'n',
  kind: 'customer_replied',
  at: '2026-11-24T12:00:00.000000Z',
  read: false,
  times: 1,
  actorId: 'jack',
  conversationId: 'c',
  contactName: 'Ana Lima',
  excerpt: null,
  channelHandle: 'saltedcaramel',
};

function said(more: Partial<NotificationItem>): string {
  return plain(sentenceOf({ ...item, ...more }, () => 'Jack'));
}

test.each<[Partial<NotificationItem>, string]>([
  [{ kind: 'customer_replied' }, 'Ana Lima wrote'],
  [{ kind: 'customer_replied', times: 3 }, 'Ana Lima wrote 3 messages'],
  [{ kind: 'assigned' }, 'Jack gave you Ana Lima'],
  [{ kind: 'assigned', conversationId: null, times: 40 }, 'Jack gave you 40 conversations'],
  [{ kind: 'mentioned' }, 'Jack named you in a note on Ana Lima'],
  [{ kind: 'delivery_in_trouble' }, 'A reply to Ana Lima needs a look'],
  [{ kind: 'woke', actorId: null }, 'Ana Lima is back from snooze'],
  [{ kind: 'draft_taken' }, 'Jack took over your draft to Ana Lima'],
  [{ kind: 'channel_in_trouble' }, 'Something is wrong with @saltedcaramel'],
  [{ kind: 'member_joined' }, 'Jack joined the workspace'],
])('%o reads "%s"', (more, sentence) => {
  expect(said(more)).toBe(sentence);
});

test.each(notificationKinds)('%s leads somewhere', (kind) => {
  expect(pathOf({ ...item, kind })).toBe('/inbox/all/c');
  expect(pathOf({ ...item, kind, conversationId: null })).toMatch(/^\/(inbox|settings)\//);
});
