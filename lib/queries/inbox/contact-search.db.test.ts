import { afterAll, beforeAll, expect, test } from 'vitest';
import { withWorkspace } from '@/db/client';
import type { TestDatabase } from '@/db/testing';
import { testDatabase } from '@/db/testing';
import { scopeOf } from '@/lib/domain/conversation/view';
import { parseQuery } from '@/lib/domain/search/query';
import { conversationList } from './conversation-list';
import { narrowed } from './filter';
import type { AnInbox } from './inbox.fixture';
import { anInbox } from './inbox.fixture';
import { listRequestFrom } from './list-params';
import { rowsStatement } from './list-statement';
import { orderFor } from './order';
import { selectionOf } from './selection';
import { Values } from './values';

let database: TestDatabase;
let inbox: AnInbox;
beforeAll(async () => {
  database = await testDatabase();
  inbox = await anInbox(database, 5_000);
  await anInbox(database, 50);
  await database.admin.query(
    `update contacts set kind = case when name in ('Customer 7', 'Customer 8') then 'journalist' else 'partner' end,
       vip = name in ('Customer 8', 'Customer 9')
     where name in ('Customer 7', 'Customer 8', 'Customer 9')`,
  );
  // Whichever statuses they came by: what is spam is not in “Everything”.
  await database.admin.query(
    `update conversations c set status = 'open', snoozed_until = null, resolved_at = null
     from identities i join contacts p on p.workspace_id = i.workspace_id and p.id = i.contact_id
     where i.workspace_id = c.workspace_id and i.id = c.identity_id
       and p.name in ('Customer 7', 'Customer 8', 'Customer 9')`,
  );
  await database.admin.query('vacuum analyze');
}, 180_000);
afterAll(() => database.close());

async function found(q: string): Promise<string[]> {
  const asked = listRequestFrom(new URLSearchParams({ view: 'all', q }));
  const { rows, problems } = await conversationList(inbox.me, { ...asked, cursor: null });
  expect(problems).toEqual([]);
  return rows.map(({ contactName }) => contactName).toSorted();
}

test('those of a kind, and VIPs, are found in one’s own workspace', async () => {
  expect(await found('kind:journalist')).toEqual(['Customer 7', 'Customer 8']);
  expect(await found('kind:press')).toEqual(['Customer 7', 'Customer 8']);
  expect(await found('is:vip')).toEqual(['Customer 8', 'Customer 9']);
  expect(await found('is:vip kind:journalist')).toEqual(['Customer 8']);
  expect(await found('kind:journalist -is:vip')).toEqual(['Customer 7']);
  expect(await found('kind:journalist kind:partner')).toHaveLength(3);
  expect(await found('-kind:customer')).toHaveLength(3);
  expect((await found('kind:customer')).includes('Customer 7')).toBe(false);
});

test('looking for few reads few, and for customers no more than a page', async () => {
  const [few, many] = [await lookedAt('kind:journalist is:vip'), await lookedAt('kind:customer')];
  // All steps together, of five thousand contacts.
  expect(few).toBeLessThan(100);
  expect(many).toBeLessThan(4_000);
});

type Node = { 'Actual Rows': number; 'Actual Loops': number; Plans?: Node[] };

/** How many rows all steps of the plan looked at. */
async function lookedAt(q: string): Promise<number> {
  const values = new Values(inbox.me);
  const context = {
    values,
    names: () => ({ ids: [], rare: true }),
    now: new Date(),
    zone: 'UTC',
    moment: 'c.last_message_at',
  };
  const { terms } = parseQuery(q);
  const selection = narrowed(selectionOf(scopeOf('all'), values, 'newest'), terms, context);
  const order = orderFor('newest', null, values);
  const text = rowsStatement({ selection, order, values, limit: 51 });
  const { rows } = await withWorkspace(
    inbox.workspaceId,
    (tx) =>
      tx.$client.query<{ 'QUERY PLAN': { Plan: Node }[] }>(
        `explain (analyze, costs off, timing off, format json) ${text}`,
        [...values.list],
      ),
    'read',
  );
  return nodesOf(rows[0]?.['QUERY PLAN'][0]?.Plan)
    .map((node) => node['Actual Rows'] * node['Actual Loops'])
    .reduce((sum, count) => sum + count, 0);
}

function nodesOf(node: Node | undefined): Node[] {
  return node ? [node, ...(node.Plans ?? []).flatMap(nodesOf)] : [];
}
