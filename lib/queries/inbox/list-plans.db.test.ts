import { afterAll, beforeAll, expect, test } from 'vitest';
import { withWorkspace } from '@/db/client';
import type { TestDatabase } from '@/db/testing';
import { testDatabase } from '@/db/testing';
import type { Sort, View } from '@/lib/domain/conversation/view';
import { builtInViews, scopeOf, sorts, sortsOf } from '@/lib/domain/conversation/view';
import type { AnInbox } from './inbox.fixture';
import { anInbox } from './inbox.fixture';
import { askedFor } from './list-request';
import { rowsStatement } from './list-statement';
import { orderFor } from './order';
import { clocks, selectionOf } from './selection';
import { Values } from './values';
import { fixedStatement } from './view-counts';

const MANY = 20_000;

let database: TestDatabase;
let inbox: AnInbox;
beforeAll(async () => {
  database = await testDatabase();
  inbox = await anInbox(database, MANY);
  await database.admin.query('vacuum analyze');
}, 180_000);
afterAll(() => database.close());

type Node = {
  'Node Type': string;
  'Relation Name'?: string;
  'Index Name'?: string;
  'Actual Rows': number;
  'Actual Loops': number;
  'Rows Removed by Filter'?: number;
  Plans?: Node[];
};

/** The plan as it ran, behind the fence and with the one plan for all that `read` is given. */
async function planOf(text: string, values: readonly unknown[], mode: 'read' | 'ask' = 'read') {
  const { rows } = await withWorkspace(
    inbox.workspaceId,
    (tx) =>
      tx.$client.query<{ 'QUERY PLAN': { Plan: Node }[] }>(
        `explain (analyze, costs off, timing off, format json) ${text}`,
        [...values],
      ),
    mode,
  );
  const [root] = rows[0]?.['QUERY PLAN'] ?? [];
  if (!root) throw new Error('no plan');
  return nodesOf(root.Plan);
}

function nodesOf(node: Node): Node[] {
  return [node, ...(node.Plans ?? []).flatMap(nodesOf)];
}

const bulk = [
  'conversations',
  'messages',
  'identities',
  'deliveries',
  'conversation_reads',
  'note_mentions',
];

/** How many rows of the large tables were looked at. */
function lookedAt(nodes: readonly Node[]): number {
  return nodes
    .filter((node) => bulk.includes(node['Relation Name'] ?? ''))
    .map(
      (node) =>
        (node['Actual Rows'] + (node['Rows Removed by Filter'] ?? 0)) * node['Actual Loops'],
    )
    .reduce((sum, rows) => sum + rows, 0);
}

function walkedWhole(nodes: readonly Node[]): string[] {
  return nodes
    .filter(
      (node) => node['Node Type'] === 'Seq Scan' && bulk.includes(node['Relation Name'] ?? ''),
    )
    .map((node) => `${node['Relation Name']}`);
}

function listOf(view: View, sort: Sort) {
  const values = new Values(inbox.me);
  const selection = selectionOf(scopeOf(view), values, sort);
  const order = orderFor(sort, null, values);
  return { text: rowsStatement({ selection, order, values, limit: 51 }), values: values.list };
}

// A page of each of at most five statuses and four priorities, and what is looked up for the page that is shown.
const A_PAGE = 5 * 51 + 3 * 51;
const A_PAGE_BY_PRIORITY = 20 * 51 + 3 * 51;

/** What is due, and what is said in public, is put in the other's order by sorting the few that there are. */
function hasIndex(view: View, sort: Sort): boolean {
  const { clock, kind } = scopeOf(view);
  return clock ? sort === 'due' : !(kind && sort === 'due');
}

test.each(builtInViews.filter((view) => view !== 'mentioned' && view !== 'review'))(
  'a page of "%s" looks at little more than a page, in every order that an index gives',
  async (view) => {
    for (const sort of sortsOf(view).filter((one) => hasIndex(view, one))) {
      const { text, values } = listOf(view, sort);
      const nodes = await planOf(text, values);
      expect({ sort, walked: walkedWhole(nodes) }).toEqual({ sort, walked: [] });
      const most = sort !== 'waiting' && sort !== 'priority' ? A_PAGE : A_PAGE_BY_PRIORITY;
      expect(lookedAt(nodes)).toBeLessThan(most);
      expect(lookedAt(nodes)).toBeGreaterThan(50);
    }
  },
);

test.each(['due', 'breached', 'mentions'] as const)(
  '"%s" in an order without an index looks at nothing but what it holds',
  async (view) => {
    const held = {
      due: 'risk_at is not null',
      breached: clocks.breached,
      mentions: "kind = 'public'",
    };
    const { rows } = await database.admin.query<{ count: number }>(
      `select count(*)::int as count from conversations c where workspace_id = $1 and ${held[view]}`,
      [inbox.workspaceId],
    );
    for (const sort of sortsOf(view).filter((one) => !hasIndex(view, one))) {
      const { text, values } = listOf(view, sort);
      const nodes = await planOf(text, values);
      expect(walkedWhole(nodes)).toEqual([]);
      // Each once to find it, once to read it.
      expect(lookedAt(nodes)).toBeLessThan(2 * (rows[0]?.count ?? 0) + A_PAGE);
    }
  },
);

test('what is due next comes from the index that is made for it', async () => {
  const wanted = {
    open: 'conversations_by_status_due',
    mine: 'conversations_by_owner_due',
    [`team-${inbox.teams[0]}`]: 'conversations_by_team_due',
    [`channel-${inbox.channels[0]}`]: 'conversations_by_channel_due',
    due: 'conversations_at_risk',
    breached: 'conversations_breached',
  };
  for (const [view, index] of Object.entries(wanted)) {
    const { text, values } = listOf(view as View, 'due');
    const nodes = await planOf(text, values);
    const used = nodes.map((node) => node['Index Name']);
    expect({ view, used: used.filter((name) => name?.match(/due|risk|breached/)) }).toEqual({
      view,
      used: [index],
    });
  }
});

test('so does a page of a team and of a channel', async () => {
  for (const view of [`team-${inbox.teams[0]}`, `channel-${inbox.channels[0]}`] as const) {
    for (const sort of sorts) {
      const { text, values } = listOf(view, sort);
      const nodes = await planOf(text, values);
      expect({ sort, walked: walkedWhole(nodes) }).toEqual({ sort, walked: [] });
      expect(lookedAt(nodes)).toBeLessThan(A_PAGE_BY_PRIORITY);
    }
  }
});

test.each(['mentioned', 'review'] as const)(
  '"%s" begins with the few that it can hold, and looks at no other',
  async (view) => {
    const few = view === 'mentioned' ? 'note_mentions' : 'deliveries';
    const { rows } = await database.admin.query<{ count: number }>(
      `select count(*)::int as count from ${few} where workspace_id = $1`,
      [inbox.workspaceId],
    );
    for (const sort of sortsOf(view)) {
      const { text, values } = listOf(view, sort);
      const nodes = await planOf(text, values);
      expect(walkedWhole(nodes).filter((table) => table !== few)).toEqual([]);
      // Itself, the conversation, and what is looked up for the page.
      expect(lookedAt(nodes)).toBeLessThan(2 * (rows[0]?.count ?? 0) + A_PAGE);
    }
  },
);

test.each([
  ['owner:me', A_PAGE],
  ['owner:nobody', 2_000],
  ['team:refunds', A_PAGE],
  ['channel:caramelhelp', A_PAGE],
  ['priority:urgent', 2_000],
  ['label:vip', 2_000],
  ['label:rare', 1_500],
  ['has:attachment', 2_000],
  ['before:2026-11-18', A_PAGE],
  ['after:2026-11-19', A_PAGE],
  ['from:@customer_77', 1_500],
  ['status:snoozed', A_PAGE],
  ['is:public', 2_000],
  ['is:breached', 3_000],
  ['is:due', 3_000],
])('%s among everything looks at a small part of it', async (q, most) => {
  for (const sort of ['newest', 'oldest'] as const) {
    const request = { view: 'all' as const, q, sort, zone: 'UTC' };
    const { selection, values } = await withWorkspace(
      inbox.workspaceId,
      (tx) => askedFor(tx, inbox.me, request),
      'ask',
    );
    const order = orderFor(sort, null, values);
    const text = rowsStatement({ selection, order, values, limit: 51 });
    const nodes = await planOf(text, values.list, 'ask');
    expect({ sort, walked: walkedWhole(nodes) }).toEqual({ sort, walked: [] });
    expect(lookedAt(nodes)).toBeLessThan(most);
  }
});

test('counting every view reads at most the cap of each, and no table whole', async () => {
  const { text, values } = fixedStatement(inbox.me);
  const nodes = await planOf(text, values);
  expect(walkedWhole(nodes)).toEqual([]);
  // Statuses of twelve views, two teams and two channels, and the ids of two views.
  expect(lookedAt(nodes)).toBeLessThan(40 * 100);
  expect(nodes.some((node) => node['Node Type'] === 'Index Only Scan')).toBe(true);
});
