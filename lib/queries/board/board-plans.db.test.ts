import { afterAll, beforeAll, expect, test } from 'vitest';
import { withWorkspace } from '@/db/client';
import type { TestDatabase } from '@/db/testing';
import { aMember, testDatabase } from '@/db/testing';
import type { AnInbox } from '../inbox/inbox.fixture';
import { anInbox } from '../inbox/inbox.fixture';
import { board } from './board';
import { membersText } from './members';
import { queueText } from './queue';

const MANY = 20_000;
const MEMBERS = 50;

let database: TestDatabase;
let inbox: AnInbox;
beforeAll(async () => {
  database = await testDatabase();
  inbox = await anInbox(database, MANY);
  const members: string[] = [];
  for (let no = 0; no < MEMBERS - 2; no++) {
    members.push((await aMember(inbox.workspaceId, ['agent'], `Agent ${no}`)).memberId);
  }
  await database.admin.query(
    `update conversations c set owner_id = ($1::uuid[])[1 + n.n % ${MEMBERS - 2}]
     from (select id, row_number() over (order by id) as n from conversations) n
     where n.id = c.id and c.owner_id is not null`,
    [members],
  );
  await database.admin.query('vacuum analyze');
}, 180_000);
afterAll(() => database.close());

type Node = {
  'Node Type': string;
  'Relation Name'?: string;
  'Actual Rows': number;
  'Actual Loops': number;
  Plans?: Node[];
};

async function planOf(text: string, values: readonly unknown[]) {
  const { rows } = await withWorkspace(
    inbox.workspaceId,
    (tx) =>
      tx.$client.query<{ 'QUERY PLAN': { Plan: Node; 'Execution Time': number }[] }>(
        `explain (analyze, costs off, format json) ${text}`,
        [...values],
      ),
    'read',
  );
  const [root] = rows[0]?.['QUERY PLAN'] ?? [];
  if (!root) throw new Error('no plan');
  process.stdout.write(`${root['Execution Time'].toFixed(1)} ms\n`);
  return nodesOf(root.Plan);
}

function nodesOf(node: Node): Node[] {
  return [node, ...(node.Plans ?? []).flatMap(nodesOf)];
}

function scansOf(nodes: readonly Node[]): string[] {
  return nodes
    .filter((node) => node['Node Type'] === 'Seq Scan')
    .flatMap((node) => node['Relation Name'] ?? []);
}

test('the members of fifty find what they hold through an index', async () => {
  const nodes = await planOf(membersText, [inbox.workspaceId, null]);
  expect(scansOf(nodes)).not.toContain('conversations');
  const { members } = await board(inbox.me, null);
  expect(members).toHaveLength(MEMBERS);
});

test.each([
  ['all', null],
  ['one team', 0],
])('what waits to be given out of %s comes through an index', async (_, team) => {
  const teamId = team === null ? null : (inbox.teams[team] ?? null);
  const { workspaceId, me } = inbox;
  const values = [workspaceId, me.memberId, ...(teamId === null ? [] : [teamId])];
  const nodes = await planOf(queueText(teamId), values);
  expect(scansOf(nodes)).not.toContain('conversations');
  const { queue } = await board(me, teamId);
  expect(queue.cards).toHaveLength(100);
});

test('the board agrees with the database, member by member', async () => {
  const { members } = await board(inbox.me, null);
  const { rows } = await database.admin.query<{ id: string; load: number; oldest: Date | null }>(
    `select owner_id as id, min(waiting_since) as oldest,
       sum(case status when 'open' then 1 when 'on_hold' then 0.25 when 'waiting' then 0.25 else 0 end)::float8 as load
     from conversations where owner_id is not null and status not in ('resolved', 'spam') group by 1`,
  );
  const held = new Map(rows.map((row) => [row.id, row]));
  for (const { id, load, oldestWaiting } of members) {
    expect(load).toBe(held.get(id)?.load ?? 0);
    const oldest = held.get(id)?.oldest ?? null;
    expect(oldestWaiting === null ? null : Date.parse(oldestWaiting)).toBe(
      oldest === null ? null : oldest.getTime(),
    );
  }
});
