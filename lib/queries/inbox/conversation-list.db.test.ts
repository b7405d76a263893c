import { sql } from 'drizzle-orm';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { withWorkspace } from '@/db/client';
import type { TestDatabase } from '@/db/testing';
import { aChannel, aConversation, aMember, aWorkspace, testDatabase } from '@/db/testing';
import type { Actor } from '@/lib/domain/access/can';
import type { Status, View } from '@/lib/domain/conversation/conversation';
import { conversationList, listStatements } from './conversation-list';
import { toCursor } from './cursor';
import { viewCounts } from './view-counts';
import type { ConversationRow } from './views';

let database: TestDatabase;
beforeAll(async () => {
  database = await testDatabase();
});
afterAll(() => database.close());

async function walk(actor: Actor, view: View): Promise<ConversationRow[][]> {
  const pages: ConversationRow[][] = [];
  for (let cursor: string | null = null; ; ) {
    const page = await conversationList(actor, { view, cursor });
    pages.push(page.rows);
    cursor = page.nextCursor;
    if (cursor === null) return pages;
  }
}

test('each view shows what stands in it, newest first, in pages without gap or double', async () => {
  const workspace = await aWorkspace();
  const [me, colleague] = [await aMember(workspace), await aMember(workspace)];
  const channelId = (await aChannel(workspace)).id;
  const statuses: Status[] = ['open', 'waiting', 'on_hold', 'snoozed', 'resolved', 'spam'];
  const made: { id: string; status: Status; ownerId: string | null; at: string }[] = [];
  for (let index = 0; index < 130; index++) {
    const status = index < 110 ? statuses[index % 2] : statuses[index % 6];
    const ownerId = [me.memberId, null, null, colleague.memberId][index % 4] ?? null;
    // Many share one microsecond, so that only the id orders them.
    const at = `2026-11-20T10:00:${String(index % 30).padStart(2, '0')}.000001Z`;
    const values = { channelId, ownerId, lastMessageAt: at, ...(status ? { status } : {}) };
    const { id } = await aConversation(workspace, values);
    made.push({ id, status: status ?? 'open', ownerId, at });
  }
  made.sort((a, b) => (`${a.at} ${a.id}` < `${b.at} ${b.id}` ? 1 : -1));
  const active = made.filter(({ status }) => ['open', 'waiting', 'on_hold'].includes(status));
  const expected: Record<View, typeof made> = {
    mine: active.filter(({ ownerId }) => ownerId === me.memberId),
    unassigned: active.filter(({ ownerId }) => ownerId === null),
    open: active,
    resolved: made.filter(({ status }) => status === 'resolved'),
  };
  for (const view of ['mine', 'unassigned', 'open', 'resolved'] as const) {
    const pages = await walk(me, view);
    expect(pages.flat().map(({ id }) => id)).toEqual(expected[view].map(({ id }) => id));
    expect(pages.slice(0, -1).every((rows) => rows.length === 50)).toBe(true);
  }
  expect(expected.unassigned.length).toBeGreaterThan(50);
  expect(await viewCounts(me)).toEqual({
    cap: 100,
    mine: expected.mine.length,
    unassigned: expected.unassigned.length,
    open: 100,
  });
});

test('a row tells what a list shows and no more', async () => {
  const workspace = await aWorkspace();
  const me = await aMember(workspace);
  const made = await aConversation(workspace, { lastMessageAt: '2026-11-20 10:00:00.12+01' });
  const { rows, nextCursor } = await conversationList(me, { view: 'open', cursor: null });
  expect(nextCursor).toBeNull();
  expect(rows).toEqual([
    {
      id: made.id,
      contactName: 'Ana Lima',
      handle: expect.stringMatching(/^ana\d+$/),
      network: 'x',
      channelId: made.channelId,
      status: 'open',
      ownerId: null,
      version: 1,
      preview: 'Is the salted caramel back?',
      lastMessageAt: '2026-11-20T09:00:00.120000Z',
      lastMessageKind: 'inbound',
      waitingSince: expect.stringMatching(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{6}Z$/),
    },
  ]);
});

test('someone whose profile is unknown keeps the name under which we know them', async () => {
  const workspace = await aWorkspace();
  const me = await aMember(workspace);
  await aConversation(workspace);
  await database.admin.query('update identities set name = null where workspace_id = $1', [
    workspace,
  ]);
  await database.admin.query("update contacts set name = 'Ana' where workspace_id = $1", [
    workspace,
  ]);
  const { rows } = await conversationList(me, { view: 'open', cursor: null });
  expect(rows.map(({ contactName }) => contactName)).toEqual(['Ana']);
});

test('nobody lists another workspace, nor with a role that is none', async () => {
  const [ours, theirs] = [await aWorkspace(), await aWorkspace()];
  await aConversation(theirs);
  const me = await aMember(ours);
  const cursor = toCursor(['2027-01-01T00:00:00.000000Z', 'ffffffff-ffff-ffff-ffff-ffffffffffff']);
  for (const place of [null, cursor]) {
    expect((await conversationList(me, { view: 'open', cursor: place })).rows).toEqual([]);
  }
  expect(await viewCounts(me)).toMatchObject({ open: 0 });
  const them = await aMember(theirs);
  expect((await conversationList(them, { view: 'open', cursor: null })).rows).toHaveLength(1);
  const nobody = await aMember(theirs, []);
  await expect(conversationList(nobody, { view: 'open', cursor: null })).rejects.toMatchObject({
    code: 'forbidden',
  });
  await expect(viewCounts(nobody)).rejects.toMatchObject({ code: 'forbidden' });
});

test('a cursor that is not ours is refused before it reaches the database', async () => {
  const me = await aMember(await aWorkspace());
  for (const cursor of ['', 'x', toCursor(['infinity', 'x']), toCursor(["'; drop table", 'y'])]) {
    await expect(conversationList(me, { view: 'open', cursor })).rejects.toMatchObject({
      code: 'invalid',
    });
  }
});

test.each(['mine', 'unassigned', 'open', 'resolved'] as const)(
  'a page of "%s" is read from an index in its order, so that a million more cost nothing',
  async (view) => {
    const plan = await withWorkspace(await aWorkspace(), async (tx) => {
      // What is left when everything else is dear is what the indexes allow.
      await tx.execute(sql`set local enable_seqscan = off`);
      await tx.execute(sql`set local enable_bitmapscan = off`);
      await tx.execute(sql`set local enable_sort = off`);
      const { rows } = await tx.execute<{ 'QUERY PLAN': string }>(
        sql.raw(`explain (generic_plan, costs off) ${listStatements[view]}`),
      );
      return rows.map((row) => row['QUERY PLAN']);
    });
    const within = plan.slice(plan.findLastIndex((line) => /Limit/.test(line)));
    expect(within.join('\n')).toMatch(/Index Scan using conversations_by_(owner|status)/);
    expect(within.join('\n')).toMatch(/ROW\(last_message_at, id\) < ROW/);
    expect(within.join('\n')).not.toMatch(/Sort|Seq Scan|Bitmap/);
  },
);
