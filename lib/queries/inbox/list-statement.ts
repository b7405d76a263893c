import { priorities } from '@/lib/domain/conversation/conversation';
import { rowColumns } from './columns';
import type { Order } from './order';
import type { Selection } from './selection';
import type { Values } from './values';

type Page = { selection: Selection; order: Order; values: Values; limit: number };

/** The statement that reads one page of rows. */
export function rowsStatement(page: Page): string {
  return `
    ${idsFirst(page.selection)}
    select ${rowColumns(page.values.asker)}
    from (${pageStatement(page)}) c
    join identities i on i.workspace_id = c.workspace_id and i.id = c.identity_id
    order by ${page.order.merged}`;
}

/** Conversations `c` of one page, in order. */
export function pageStatement(page: Page): string {
  return page.selection.only.length > 0 ? fromIds(page) : fromIndex(page);
}

/** The common table that `pageStatement` expects before it. */
export function idsFirst({ only }: Selection): string {
  if (only.length === 0) return '';
  return `with chosen as materialized (${intersected(only)})`;
}

function intersected(only: Selection['only']): string {
  return only.map((ids) => `(${ids})`).join(' intersect ');
}

/** The condition that a conversation `c` fits a selection, for those that come from elsewhere. */
export function selectedBy(selection: Selection, values: Values): string {
  const { statuses, only, conditions } = selection;
  return [
    `c.workspace_id = ${values.workspace}`,
    `c.status = any(array[${quoted(statuses)}]::text[])`,
    ...someLevels(selection),
    ...only.map((ids) => `c.id in (${ids})`),
    ...conditions,
  ].join('\n      and ');
}

type Counted = Pick<Page, 'selection' | 'values' | 'limit'>;

/**
 * An expression that counts a selection up to `limit`. It reads no more than that of each status, or all
 * the few that the selection begins with.
 */
export function countOf({ selection, values, limit }: Counted): string {
  const { statuses, conditions, only } = selection;
  const within = [
    `c.workspace_id = ${values.workspace}`,
    ...someLevels(selection),
    ...conditions,
  ].join(' and ');
  if (only.length > 0) {
    return `(select count(*)::int from (
      select from (${intersected(only)}) chosen join conversations c on c.id = chosen.id
      where ${within} and c.status = any(array[${quoted(statuses)}]::text[]) limit ${limit}) c)`;
  }
  return `(select least(${limit}, coalesce(sum(lane.count), 0))::int
    from unnest(array[${quoted(statuses)}]::text[]) wanted(status)
    cross join lateral (select count(*) as count from (
      select from conversations c where ${within} and c.status = wanted.status limit ${limit}) c) lane)`;
}

/** At most a page of each lane, read in order from an index, and merged. */
function fromIndex({ selection, order, values, limit }: Page): string {
  const { statuses, fixed, conditions } = selection;
  const lanes = order.byPriority
    ? `cross join unnest(array[${levelsOf(selection)}]::smallint[]) level(priority)`
    : '';
  const pinned = fixed.map((column) => (order.backwards ? `${column} desc` : column));
  const within = [
    `c.workspace_id = ${values.workspace}`,
    'c.status = wanted.status',
    ...(order.byPriority ? ['c.priority = level.priority'] : someLevels(selection)),
    ...conditions,
    order.afterInLane,
  ];
  return `
    select c.* from unnest(array[${quoted(statuses)}]::text[]) wanted(status) ${lanes}
    cross join lateral (
      select c.* from conversations c
      where ${within.join('\n        and ')}
      order by ${[...pinned, order.keys].join(', ')} limit ${limit}
    ) c
    order by ${order.merged} limit ${limit}`;
}

/** All that there can be, each by its key, then sorted. */
function fromIds({ selection, order, values, limit }: Page): string {
  return `
    select c.* from chosen join conversations c on c.id = chosen.id
    where ${selectedBy({ ...selection, only: [] }, values)} and ${order.after}
    order by ${order.merged} limit ${limit}`;
}

function quoted(statuses: Selection['statuses']): string {
  return statuses.map((status) => `'${status}'`).join(',');
}

function someLevels(selection: Selection): string[] {
  if (selection.priorities.length === priorities.length) return [];
  return [`c.priority = any(array[${levelsOf(selection)}]::smallint[])`];
}

function levelsOf(selection: Selection): string {
  return selection.priorities.map((priority) => priorities.indexOf(priority)).join(',');
}
