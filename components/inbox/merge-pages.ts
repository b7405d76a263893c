import type { Sort } from '@/lib/domain/conversation/view';
import type { ConversationPage, ConversationRow as Row } from '@/lib/queries/inbox/views';
import { standsBefore } from './list-order';

type News = {
  /** The conversations in which something happened. */
  ids: ReadonlySet<string>;
  /** Those of them that stand in the list now. */
  rows: readonly Row[];
  sort: Sort;
};

/**
 * The loaded pages with what happened worked in: nothing else of a list can have moved, so that ten
 * thousand loaded rows need not be read again. What belongs behind the last loaded row waits for its page.
 */
export function mergePages(pages: readonly ConversationPage[], news: News): ConversationPage[] {
  const without = pages.map((page) => ({
    ...page,
    rows: page.rows.filter(({ id }) => !news.ids.has(id)),
  }));
  return news.rows.reduce((merged, row) => putIn(merged, row, news.sort), without);
}

function putIn(pages: ConversationPage[], row: Row, sort: Sort): ConversationPage[] {
  const at = pages.findIndex(({ rows }) => rows.some((other) => standsBefore(sort, row, other)));
  const open = pages.at(-1)?.nextCursor !== null;
  if (at < 0 && open) return pages;
  const to = at < 0 ? pages.length - 1 : at;
  return pages.map((page, index) =>
    index === to ? { ...page, rows: placed(page.rows, row, sort) } : page,
  );
}

function placed(rows: Row[], row: Row, sort: Sort): Row[] {
  const before = rows.findIndex((other) => standsBefore(sort, row, other));
  return before < 0 ? [...rows, row] : rows.toSpliced(before, 0, row);
}
