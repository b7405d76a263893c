import { expect, it } from 'vitest';
import type { EventType, LiveEvent } from '@/lib/domain/conversation/events';
import { isRedrawn } from './redrawn';

const event = (type: EventType, memberId: string | null = null): LiveEvent => ({
  seq: 1,
  type,
  conversationId: null,
  messageId: null,
  channelId: null,
  memberId,
  actorMemberId: null,
});

it('a page of settings is drawn anew when somebody settles something, and no other page is', () => {
  const settled = [event('message.received'), event('sla.changed')];
  expect(isRedrawn('/settings/hours', settled, 'me')).toBe(true);
  expect(isRedrawn('/inbox/mine', settled, 'me')).toBe(false);
  expect(isRedrawn('/settings/hours', [event('message.received')], 'me')).toBe(false);
});

it.each([
  'skill.changed',
  'triage.changed',
  'attribute.changed',
  'key.changed',
  'channel.door',
] as const)('settings are drawn anew for %s', (type) =>
  expect(isRedrawn('/settings/labels', [event(type)], 'me')).toBe(true),
);

it.each(['sla.warned', 'member.availability', 'bulk.changed', 'channel.heard'] as const)(
  'settings are left alone by %s',
  (type) => expect(isRedrawn('/settings/labels', [event(type)], 'me')).toBe(false),
);

it('every page is when the rights of the person before it change, and not when a colleague’s do', () => {
  expect(isRedrawn('/inbox/mine', [event('member.changed', 'me')], 'me')).toBe(true);
  expect(isRedrawn('/inbox/mine', [event('member.changed', 'mo')], 'me')).toBe(false);
});
