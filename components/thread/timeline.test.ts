import { describe, expect, it } from 'vitest';
import type { MessageItem, ThreadFact } from '@/lib/queries/inbox/thread-views';
import { keyOf, timelineOf } from './timeline';

const said = (id: string, at: string, more: Partial<MessageItem> = {}): MessageItem => ({
  id,
  kind: 'inbound',
  authorId: null,
  body: id,
  automatic: null,
  unreadable: null,
  attachments: [],
  at: `2026-11-${at}:00.000000Z`,
  clientKey: null,
  post: null,
  mentionIds: [],
  delivery: null,
  ...more,
});
const fact = (seq: number, at: string): ThreadFact => ({
  seq,
  type: 'conversation.claimed',
  actorId: 'mo',
  memberId: 'mo',
  data: {},
  at: `2026-11-${at}:00.000000Z`,
});
const dayOf = (at: string) => at.slice(0, 10);
function shape(messages: MessageItem[], facts: ThreadFact[] = [], complete = true): string[] {
  const lines: string[] = [];
  for (const entry of timelineOf(messages, facts, dayOf, complete)) {
    if (entry.kind === 'day') lines.push(entry.key.slice(8));
    else if (entry.kind === 'fact') lines.push(`#${entry.fact.seq}`);
    else if (entry.kind === 'new') lines.push('new');
    else if (entry.first) lines.push(entry.message.id);
    else lines.push(`${lines.pop()}+${entry.message.id}`);
  }
  return lines;
}

describe('a conversation from top to bottom', () => {
  it('puts what one side wrote within minutes together', () => {
    expect(shape([said('a', '22T14:00'), said('b', '22T14:05'), said('c', '22T14:20')])).toEqual([
      '22',
      'a+b',
      'c',
    ]);
  });

  it('never puts a note together with a reply of the same colleague', () => {
    const reply = said('reply', '22T14:00', { kind: 'outbound', authorId: 'mo' });
    const note = said('note', '22T14:01', { kind: 'note', authorId: 'mo' });
    expect(shape([reply, note])).toEqual(['22', 'reply', 'note']);
  });

  it('keeps two colleagues apart', () => {
    const mo = said('mo', '22T14:00', { kind: 'outbound', authorId: 'mo' });
    const priya = said('priya', '22T14:01', { kind: 'outbound', authorId: 'priya' });
    expect(shape([mo, priya])).toEqual(['22', 'mo', 'priya']);
  });

  it('tells each day once, also inside a run', () => {
    expect(shape([said('a', '21T23:58'), said('b', '22T00:01')])).toEqual(['21', 'a', '22', 'b']);
  });

  it('puts what happened between the messages where it happened', () => {
    const messages = [said('a', '22T14:00'), said('b', '22T14:02')];
    expect(shape(messages, [fact(7, '22T14:01'), fact(9, '22T15:00')])).toEqual([
      '22',
      'a',
      '#7',
      'b',
      '#9',
    ]);
  });

  it('keeps facts from before the oldest loaded message for their page', () => {
    const facts = [fact(1, '20T10:00'), fact(7, '22T14:01')];
    expect(shape([said('a', '22T14:00')], facts, false)).toEqual(['22', 'a', '#7']);
    expect(shape([said('a', '22T14:00')], facts, true)).toEqual(['20', '#1', '22', 'a', '#7']);
  });

  it('keeps the key of every line when older messages join its run', () => {
    const newer = [said('b', '22T14:05'), said('c', '22T14:06')];
    const keys = (messages: MessageItem[]) =>
      timelineOf(messages, [], dayOf, false).map(({ key }) => key);
    expect(keys([said('a', '22T14:01'), ...newer])).toEqual(expect.arrayContaining(keys(newer)));
  });

  it('draws a sent message under the key it had while it was being sent', () => {
    const clientKey = 'made-by-the-browser';
    expect(keyOf(said('server-id', '22T14:00', { clientKey }))).toBe(clientKey);
    expect(keyOf(said('server-id', '22T14:00'))).toBe('server-id');
  });
});
