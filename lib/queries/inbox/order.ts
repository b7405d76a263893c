import { priorities } from '@/lib/domain/conversation/conversation';
import type { Sort } from '@/lib/domain/conversation/view';
import { unsettled } from '@/lib/domain/conversation/view';
import { fromCursor, toCursor } from './cursor';
import type { Values } from './values';
import type { ConversationRow } from './views';

/**
 * How a list is sorted and where a page of it begins. An index gives the conversations of one status (and,
 * where `byPriority`, of one priority) in this order; such lanes are merged.
 */
export type Order = {
  byPriority: boolean;
  /** Whether the index is read from its end. */
  backwards: boolean;
  /** The sort keys of conversation `c`, as they stand in the index after the lane. */
  keys: string;
  /** What the merged lanes are sorted by. */
  merged: string;
  /** The condition on `c` within a lane, `level.priority` being the lane's. */
  afterInLane: string;
  /** The same for conversations that come from no index. */
  after: string;
};

/** Must be written as in the indexes. Those who do not wait, and what is not due, come last. */
const waits = `(case when c.waiting_since is null then 'infinity'::timestamptz else c.waiting_since end)`;

const due = `(case when c.due_at is null then 'infinity'::timestamptz else c.due_at end)`;

const NEWEST = 'c.last_message_at desc, c.id desc';
const OLDEST = 'c.last_message_at, c.id';
const LONGEST = `${waits}, c.last_message_at, c.id`;
const NEXT_DUE = `${due}, ${LONGEST}`;
/** Said once more beside the lane's own status: only so is it known which indexes hold all that there is. */
const UNSETTLED = `c.status in ('${unsettled.join("', '")}')`;

/** The order and place of a page. Refuses a cursor that is not ours as `invalid`. */
export function orderFor(sort: Sort, cursor: string | null, values: Values): Order {
  switch (sort) {
    case 'newest':
    case 'oldest':
      return byTime(sort, cursor, values);
    case 'due':
      return byDue(cursor, values);
    case 'waiting':
      return byWait(cursor, values);
    case 'priority':
      return byUrgency(cursor, values);
  }
}

/** The place after a row. */
export function cursorAfter(row: ConversationRow, sort: Sort): string {
  const place = [row.lastMessageAt, row.id];
  const wait = row.waitingSince ?? 'infinity';
  switch (sort) {
    case 'newest':
    case 'oldest':
      return toCursor(place);
    case 'due':
      return toCursor([row.dueAt ?? 'infinity', wait, ...place]);
    case 'waiting':
      return toCursor([wait, ...place]);
    case 'priority':
      return toCursor([String(priorities.indexOf(row.priority)), wait, ...place]);
  }
}

const FIRST_ID = '00000000-0000-0000-0000-000000000000';
const LAST_ID = 'ffffffff-ffff-ffff-ffff-ffffffffffff';

function byTime(sort: 'newest' | 'oldest', cursor: string | null, values: Values): Order {
  const begin = sort === 'newest' ? ['infinity', LAST_ID] : ['-infinity', FIRST_ID];
  const [at, id] = cursor === null ? begin : fromCursor(cursor, ['instant', 'uuid']);
  const sign = sort === 'newest' ? '<' : '>';
  const after = `(c.last_message_at, c.id) ${sign} (${values.add(at)}::timestamptz, ${values.add(id)}::uuid)`;
  const keys = sort === 'newest' ? NEWEST : OLDEST;
  return {
    byPriority: false,
    backwards: sort === 'oldest',
    keys,
    merged: keys,
    afterInLane: after,
    after,
  };
}

function byWait(cursor: string | null, values: Values): Order {
  const begin = ['-infinity', '-infinity', FIRST_ID];
  const place = cursor === null ? begin : fromCursor(cursor, ['wait', 'instant', 'uuid']);
  const [wait, at, id] = place.map((key) => values.add(key));
  const after = `(${LONGEST}) > (${wait}::timestamptz, ${at}::timestamptz, ${id}::uuid)`;
  return {
    byPriority: true,
    backwards: false,
    keys: LONGEST,
    merged: LONGEST,
    afterInLane: after,
    after,
  };
}

function byDue(cursor: string | null, values: Values): Order {
  const begin = ['-infinity', '-infinity', '-infinity', FIRST_ID];
  const place = cursor === null ? begin : fromCursor(cursor, ['wait', 'wait', 'instant', 'uuid']);
  const [dueAt, wait, at, id] = place.map((key) => values.add(key));
  const after = `(${NEXT_DUE}) > (${dueAt}::timestamptz, ${wait}::timestamptz, ${at}::timestamptz, ${id}::uuid)`;
  return {
    byPriority: false,
    backwards: false,
    keys: NEXT_DUE,
    merged: NEXT_DUE,
    afterInLane: `${UNSETTLED} and ${after}`,
    after,
  };
}

/** In the cursor's own priority after its place; all of those that are less urgent. */
function byUrgency(cursor: string | null, values: Values): Order {
  const begin = ['3', '-infinity', '-infinity', FIRST_ID];
  const place =
    cursor === null ? begin : fromCursor(cursor, ['priority', 'wait', 'instant', 'uuid']);
  const [level, wait, at, id] = place.map((key) => values.add(key));
  const same = `level.priority = ${level}::smallint`;
  const from = (value: string, first: string) =>
    `case when ${same} then ${value} else ${first} end`;
  const early = "'-infinity'::timestamptz";
  return {
    byPriority: true,
    backwards: false,
    keys: LONGEST,
    merged: `c.priority desc, ${LONGEST}`,
    afterInLane: `level.priority <= ${level}::smallint and (${LONGEST}) > (
      ${from(`${wait}::timestamptz`, early)}, ${from(`${at}::timestamptz`, early)},
      ${from(`${id}::uuid`, `'${FIRST_ID}'::uuid`)})`,
    after: `c.priority <= ${level}::smallint and (c.priority < ${level}::smallint
      or (${LONGEST}) > (${wait}::timestamptz, ${at}::timestamptz, ${id}::uuid))`,
  };
}
