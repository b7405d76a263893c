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
import { namesIn } from './names';
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
  // Nearly everybody likes it melted; few are rare.
  await database.admin.query(
    `update contacts p set label_ids = array(
       select l.id from labels l where l.workspace_id = p.workspace_id and (
         l.name = 'melted' and p.name <> 'Customer 9' or l.name = 'rare' and p.name in ('Customer 8', 'Customer 9')))`,
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

test('those with a label are found, with each of several, and without one', async () => {
  expect(await found('contactlabel:rare')).toEqual(['Customer 8', 'Customer 9']);
  expect(await found('contactlabel:RARE contactlabel:melted')).toEqual(['Customer 8']);
  expect(await found('contactlabel:rare -contactlabel:melted')).toEqual(['Customer 9']);
  expect(await found('contactlabel:rare kind:journalist')).toEqual(['Customer 8']);
  expect(await found('contactlabel:melted is:vip')).toEqual(['Customer 8']);
  expect(await found('contactlabel:nothing')).toEqual([]);
  expect((await found('contactlabel:melted')).length).toBeGreaterThan(40);
});

test('looking for few reads few, and for customers no more than a page', async () => {
  const [few, many] = [await lookedAt('kind:journalist is:vip'), await lookedAt('kind:customer')];
  // All steps together, of five thousand contacts.
  expect(few).toBeLessThan(100);
  expect(many).toBeLessThan(4_000);
  const [labelled, most] = [
    await lookedAt('contactlabel:rare'),
    await lookedAt('contactlabel:melted'),
  ];
  expect(labelled).toBeLessThan(100);
  expect(most).toBeLessThan(4_000);
});

test('those with a label are found by an index, also behind the fence', async () => {
  const { rows } = await database.admin.query<{ label: string }>(
    "select id as label from labels where workspace_id = $1 and name = 'rare'",
    [inbox.workspaceId],
  );
  const client = await database.admin.connect();
  await client.query("begin; set local enable_seqscan = off; set local role = 'porchlight_search'");
  const plan = await client.query<{ 'QUERY PLAN': string }>(
    `explain select p.id from contacts p
     where p.label_ids && array[$1]::uuid[] and p.workspace_id = $2::uuid`,
    [rows[0]?.label, inbox.workspaceId],
  );
  await client.query('rollback');
  client.release();
  expect(plan.rows.map((row) => row['QUERY PLAN']).join(' ')).toContain('contacts_labels');
});

type Node = { 'Actual Rows': number; 'Actual Loops': number; Plans?: Node[] };

/** How many rows all steps of the plan looked at. */
async function lookedAt(q: string): Promise<number> {
  const { terms } = parseQuery(q);
  const values = new Values(inbox.me);
  const context = {
    values,
    names: await withWorkspace(inbox.workspaceId, (tx) => namesIn(tx, inbox.workspaceId, terms)),
    now: new Date(),
    zone: 'UTC',
    moment: 'c.last_message_at',
  };
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
