import { expect, test } from 'vitest';
import type { BoardCard, BoardMember, BoardView } from '@/lib/queries/board/views';
import { movedIn, movedOn } from './moved';
import { beginMove, withMoves } from './under-way';
import { beingWords, heldWords, lightOf, overWords } from './words';

function member(id: string, values: Partial<BoardMember> = {}): BoardMember {
  return {
    id,
    name: id,
    availability: 'available',
    reason: null,
    until: null,
    present: true,
    seenAt: '2025-11-22T08:59:00.000000Z',
    capacity: 8,
    load: 0,
    open: 0,
    onHold: 0,
    waiting: 0,
    snoozed: 0,
    oldestWaiting: null,
    next: null,
    ...values,
  };
}

function card(id: string, values: Partial<BoardCard> = {}): BoardCard {
  return {
    id,
    kind: 'private',
    contactName: 'Ana Lima',
    handle: 'ana',
    network: 'x',
    channelId: 'channel',
    status: 'open',
    ownerId: null,
    version: 1,
    preview: 'Where is my order?',
    lastMessageAt: '2025-11-22T08:00:00.000000Z',
    lastMessageKind: 'inbound',
    waitingSince: null,
    priority: 'normal',
    snoozedUntil: null,
    teamId: null,
    dueAt: null,
    riskAt: null,
    breachedAt: null,
    ring: null,
    labelIds: [],
    hasAttachment: false,
    unread: false,
    intent: null,
    vip: false,
    routed: false,
    ...values,
  };
}

const view: BoardView = {
  members: [member('ada', { open: 1, load: 1 }), member('ben')],
  queue: { cards: [card('first'), card('second')], total: 2 },
};

test('a card that is given leaves the queue, and counts for whoever has it', () => {
  const { members, queue } = movedOn(view, card('first'), 'ben');
  expect(queue).toEqual({ cards: [card('second')], total: 1 });
  expect(members.map(({ load }) => load)).toEqual([1, 1]);
});

test('between members the load goes along, a quarter for what waits', () => {
  const held = card('held', { ownerId: 'ada' });
  expect(movedOn(view, held, 'ben').members.map(({ load }) => load)).toEqual([0, 1]);
  const waiting = card('held', { ownerId: 'elsewhere', status: 'waiting' });
  expect(movedOn(view, waiting, 'ben').members[1]).toMatchObject({ waiting: 1, load: 0.25 });
});

test('back to nobody it stands in the queue again, unless it is not open', () => {
  const held = card('held', { ownerId: 'ada' });
  expect(movedOn(view, held, null).queue).toMatchObject({
    total: 3,
    cards: [{ ownerId: null }, {}, {}],
  });
  const waiting = card('held', { ownerId: 'ada', status: 'waiting' });
  expect(movedOn(view, waiting, null).queue.total).toBe(2);
});

test('in the lists of both it changes sides', () => {
  const held = card('held', { ownerId: 'ada', routed: true });
  expect(movedIn([held, card('more')], held, { to: 'ben', holder: 'ada' })).toEqual([card('more')]);
  expect(movedIn([], held, { to: 'ben', holder: 'ben' })).toMatchObject([
    { id: 'held', ownerId: 'ben', routed: false },
  ]);
});

test('only who is here and says so has a light on', () => {
  expect(lightOf(member('ada'))).toBe('on');
  expect(lightOf(member('ada', { availability: 'busy' }))).toBe('busy');
  expect(lightOf(member('ada', { present: false }))).toBe('off');
});

test('why somebody is not to be had stands in words', () => {
  const now = Date.parse('2025-11-22T09:04:00Z');
  const words = (values: Partial<BoardMember>) => beingWords(member('ada', values), now, 'UTC');
  expect(words({})).toBe('Available');
  expect(words({ availability: 'away', until: '2025-11-22T14:00:00Z', reason: 'Lunch' })).toBe(
    'Away until 14:00 · Lunch',
  );
  expect(words({ present: false })).toBe('Available, but not here: seen 5 min ago');
  expect(words({ present: false, seenAt: null })).toBe('Available, but not here: not seen yet');
});

test('counts name only what there is, and a load over the capacity is said', () => {
  expect(heldWords(member('ada', { open: 2, waiting: 1 }))).toBe('2 open, 1 waiting');
  expect(heldWords(member('ada'))).toBe('Nothing');
  expect(overWords('Ada', 8, 8)).toBeNull();
  expect(overWords('Ada', 9, 8)).toBe('Ada now has 9 of 8, more than their capacity.');
});

test('what is read while a card is being given shows it where it goes, unless it stands otherwise by now', () => {
  const given = card('given');
  const waiting = { ...view, queue: { cards: [given, card('other')], total: 2 } };
  const end = beginMove(given, 'ben');
  const shown = withMoves(waiting);
  expect(shown.queue).toEqual({ cards: [card('other')], total: 1 });
  expect(shown.members.find(({ id }) => id === 'ben')).toMatchObject({ open: 1, load: 1 });
  const newer = { ...waiting, queue: { cards: [card('given', { version: 2 })], total: 1 } };
  expect(withMoves(newer)).toBe(newer);
  const taken = { ...waiting, queue: { cards: [card('other')], total: 1 } };
  expect(withMoves(taken)).toBe(taken);
  end();
  expect(withMoves(waiting)).toBe(waiting);
});
