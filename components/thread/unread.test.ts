import { expect, it } from 'vitest';
import type { MessageItem } from '@/lib/queries/inbox/thread-views';
import type { Entry } from './timeline';
import { justBefore, readUpToAtEnd, withNewLine } from './unread';

const at = (minute: number) => `2026-11-24T10:${String(minute).padStart(2, '0')}:00.000000Z`;

function lines(...kinds: MessageItem['kind'][]): Entry[] {
  return kinds.map((kind, minute) => ({
    kind: 'said',
    key: String(minute),
    message: { id: String(minute), kind, at: at(minute) } as MessageItem,
    first: true,
    next: null,
  }));
}

const keys = (entries: readonly Entry[]) => entries.map(({ key }) => key);

const all = lines('inbound', 'outbound', 'inbound', 'inbound');

it.each([
  ['one message', { after: at(1), until: at(3) }, ['0', '1', 'new', '2', '3']],
  ['nothing', { after: at(3), until: at(3) }, ['0', '1', '2', '3']],
  ['everything', { after: null, until: at(3) }, ['0', '1', '2', '3']],
  ['what came in while it was open', { after: at(2), until: at(2) }, ['0', '1', '2', '3']],
  ['no range at all', null, ['0', '1', '2', '3']],
])('what is new begins where it should, when it is %s', (_, range, told) => {
  expect(keys(withNewLine(all, range))).toEqual(told);
});

it('tells nothing of what we wrote ourselves', () => {
  const ours = lines('inbound', 'outbound', 'note');
  expect(keys(withNewLine(ours, { after: at(0), until: at(2) }))).toEqual(['0', '1', '2']);
});

it.each([
  ['2026-11-24T10:00:00.123456Z', '2026-11-24T10:00:00.123455Z'],
  ['2026-11-24T10:00:00.000000Z', '2026-11-24T09:59:59.999999Z'],
  ['2026-01-01T00:00:00.000000Z', '2025-12-31T23:59:59.999999Z'],
])('just before %s is %s', (instant, before) => {
  expect(justBefore(instant)).toBe(before);
});

it.each([
  ['their newest', ['inbound', 'inbound', 'note'], at(1)],
  ['before all of it, where only we spoke', ['note', 'outbound', 'note'], at(0)],
  ['nowhere, where nothing was said', [], undefined],
] as const)('whoever sees the end has read up to %s', (_, kinds, upTo) => {
  const messages = kinds.map((kind, minute) => ({ kind, at: at(minute) }) as MessageItem);
  expect(readUpToAtEnd(messages)).toBe(upTo);
});
