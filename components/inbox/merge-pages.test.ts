import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { priorities } from '@/lib/domain/conversation/conversation';
import type { ConversationPage, ConversationRow as Row } from '@/lib/queries/inbox/views';
import { standsBefore } from './list-order';
import { mergePages } from './merge-pages';
import { aPage, aRow, oClock } from './rows.fixture';

const row = (id: string, hour: number, more: Partial<Row> = {}) => aRow(id, oClock(hour), more);
const shape = (pages: ConversationPage[]) =>
  pages.map(({ rows }) => rows.map(({ id }) => id).join(' '));
const news = (ids: string[], rows: Row[]) => ({ ids: new Set(ids), rows, sort: 'newest' as const });

describe('what happened, worked into the pages that are loaded', () => {
  const pages = [
    aPage([row('ana', 9), row('ben', 8)], 'more'),
    aPage([row('cyd', 7), row('dov', 6)], 'more'),
  ];

  it('moves up what was written in, and leaves the rest', () => {
    expect(shape(mergePages(pages, news(['cyd'], [row('cyd', 10)])))).toEqual([
      'cyd ana ben',
      'dov',
    ]);
  });

  it('lets go of what left the view', () => {
    expect(shape(mergePages(pages, news(['ben'], [])))).toEqual(['ana', 'cyd dov']);
  });

  it('takes in what came, where it belongs', () => {
    expect(shape(mergePages(pages, news(['eva'], [row('eva', 7, { id: 'eva' })])))).toEqual([
      'ana ben',
      'eva cyd dov',
    ]);
  });

  it('leaves to its page what stands behind the last loaded row, unless that is the end', () => {
    const old = news(['fay'], [row('fay', 1)]);
    expect(shape(mergePages(pages, old))).toEqual(['ana ben', 'cyd dov']);
    expect(shape(mergePages([aPage([row('ana', 9)])], old))).toEqual(['ana fay']);
    expect(shape(mergePages([aPage([])], old))).toEqual(['fay']);
  });

  it('comes to the list that would be read anew, in any order', () => {
    const some = fc.record({
      at: fc.integer({ min: 0, max: 23 }),
      priority: fc.constantFrom(...priorities),
      waits: fc.boolean(),
    });
    fc.assert(
      fc.property(
        fc.array(some, { minLength: 1, maxLength: 12 }),
        fc.array(fc.boolean(), { minLength: 12, maxLength: 12 }),
        fc.constantFrom('newest', 'oldest', 'waiting', 'priority'),
        (made, changes, sort) => {
          const rows = made.map(({ at, priority, waits }, index) => {
            const one = row(`c${`${index}`.padStart(2, '0')}`, at, { priority });
            return { ...one, waitingSince: waits ? one.lastMessageAt : null };
          });
          const inOrder = (all: Row[]) =>
            all.toSorted((a, b) => (standsBefore(sort, a, b) ? -1 : 1));
          const before = inOrder(rows);
          const changed = before
            .filter((_, index) => changes[index])
            .map((one) => ({ ...one, lastMessageAt: '2026-11-22T23:30:00.000000Z' }));
          const half = Math.ceil(before.length / 2);
          const merged = mergePages([aPage(before.slice(0, half)), aPage(before.slice(half))], {
            ids: new Set(changed.map(({ id }) => id)),
            rows: changed,
            sort,
          });
          const latest = new Map([...rows, ...changed].map((one) => [one.id, one]));
          expect(merged.flatMap((one) => one.rows)).toEqual(inOrder([...latest.values()]));
        },
      ),
    );
  });
});
