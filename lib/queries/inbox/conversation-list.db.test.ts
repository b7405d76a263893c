import { afterAll, beforeAll, expect, test } from 'vitest';
import type { TestDatabase } from '@/db/testing';
import { aConversation, aMember, aWorkspace, testDatabase } from '@/db/testing';
import type { Actor } from '@/lib/domain/access/can';
import { priorities } from '@/lib/domain/conversation/conversation';
import type { Sort, View } from '@/lib/domain/conversation/view';
import {
  builtInViews,
  findSort,
  ownSort,
  scopeOf,
  sorts,
  sortsOf,
} from '@/lib/domain/conversation/view';
import { conversationIds } from './conversation-ids';
import { conversationList } from './conversation-list';
import { toCursor } from './cursor';
import type { AnInbox } from './inbox.fixture';
import { anInbox } from './inbox.fixture';
import { viewCounts } from './view-counts';
import type { ConversationRow } from './views';

let database: TestDatabase;
let inbox: AnInbox;
let everything: Known[];

type Known = {
  id: string;
  kind: 'private' | 'public';
  status: string;
  owner_id: string | null;
  team_id: string | null;
  channel_id: string;
  label_ids: string[];
  priority: number;
  has_attachment: boolean;
  at: string;
  waits: string | null;
  due: string | null;
  at_risk: boolean;
  broken: boolean;
  handle: string;
  mentioned: boolean;
  troubled: boolean;
  read: boolean;
};

beforeAll(async () => {
  database = await testDatabase();
  await anInbox(database, 40);
  inbox = await anInbox(database, 700);
  const { rows } = await database.admin.query<Known>(
    `select c.id, c.kind, c.status, c.owner_id, c.team_id, c.channel_id, c.label_ids, c.priority, c.has_attachment, i.handle,
       to_char(c.last_message_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US') as at,
       to_char(c.waiting_since at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US') as waits,
       to_char(c.due_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US') as due,
       c.risk_at is not null as at_risk, c.breached_at is not null as broken,
       exists (select from note_mentions n where n.conversation_id = c.id and n.member_id = $2) as mentioned,
       exists (select from deliveries d where d.conversation_id = c.id and d.state <> 'sent') as troubled,
       exists (select from conversation_reads r where r.conversation_id = c.id and r.member_id = $2) as read
     from conversations c join identities i on i.id = c.identity_id where c.workspace_id = $1`,
    [inbox.workspaceId, inbox.me.memberId],
  );
  everything = rows;
});
afterAll(() => database.close());

const request = (view: View, more: Partial<{ q: string; sort: Sort; cursor: string }> = {}) => ({
  view,
  q: '',
  sort: null,
  zone: 'UTC',
  cursor: null,
  ...more,
});

async function walk(actor: Actor, view: View, more: Parameters<typeof request>[1] = {}) {
  const pages: ConversationRow[][] = [];
  for (let cursor: string | null = null; ; ) {
    const place = cursor === null ? {} : { cursor };
    const page = await conversationList(actor, request(view, { ...more, ...place }));
    pages.push(page.rows);
    cursor = page.nextCursor;
    if (cursor === null) return pages;
  }
}

/** Which conversations a view holds, said once more in other words. */
function standing(view: View): Known[] {
  const scope = scopeOf(view);
  return everything.filter(
    (it) =>
      scope.statuses.some((status) => status === it.status) &&
      (scope.kind === undefined || scope.kind === it.kind) &&
      (scope.owner === undefined ||
        it.owner_id === (scope.owner === 'me' ? inbox.me.memberId : null)) &&
      (scope.teamId === undefined || it.team_id === scope.teamId) &&
      (scope.channelId === undefined || it.channel_id === scope.channelId) &&
      (scope.clock !== 'due' || (it.at_risk && !it.broken)) &&
      (scope.clock !== 'breached' || it.broken) &&
      (!scope.mentioned || it.mentioned) &&
      (!scope.inTrouble || it.troubled),
  );
}

const ids = (rows: readonly { id: string }[]) => rows.map(({ id }) => id);

const keys: Record<Sort, (it: Known) => string> = {
  due: (it) => `${it.due ?? 'never'} ${it.waits ?? 'never'} ${it.at} ${it.id}`,
  newest: (it) => `${it.at} ${it.id}`,
  oldest: (it) => `${it.at} ${it.id}`,
  waiting: (it) => `${it.waits ?? 'never'} ${it.at} ${it.id}`,
  priority: (it) => `${3 - it.priority} ${it.waits ?? 'never'} ${it.at} ${it.id}`,
};

function sorted(known: readonly Known[], sort: Sort): Known[] {
  const direction = sort === 'newest' ? -1 : 1;
  return [...known].sort((a, b) => (keys[sort](a) < keys[sort](b) ? -direction : direction));
}

test('every view in every order shows what stands in it, in pages without gap or double', async () => {
  const own: View[] = [`team-${inbox.teams[0]}`, `channel-${inbox.channels[1]}`];
  for (const view of [...builtInViews, ...own]) {
    for (const sort of sortsOf(view)) {
      const pages = await walk(inbox.me, view, { sort });
      const expected = ids(sorted(standing(view), sort));
      expect({ view, sort, ids: ids(pages.flat()) }).toEqual({ view, sort, ids: expected });
      expect(pages.slice(0, -1).every((rows) => rows.length === 50)).toBe(true);
      expect(expected.length).toBeGreaterThan(0);
    }
  }
  expect(standing('all').length).toBeGreaterThan(600);
});

test('every view is counted up to the cap, for whoever asks', async () => {
  const { cap, counts } = await viewCounts(inbox.me);
  const views = [
    ...builtInViews,
    ...inbox.teams.map((id) => `team-${id}` as const),
    ...inbox.channels.map((id) => `channel-${id}` as const),
  ];
  expect(counts).toEqual(
    Object.fromEntries(views.map((view) => [view, Math.min(cap, standing(view).length)])),
  );
  const theirs = await viewCounts(inbox.colleague);
  expect(theirs.counts['mentioned']).toBe(0);
  expect(counts['mentioned']).toBeGreaterThan(0);
});

const filters: [string, (it: Known) => boolean][] = [
  ['owner:me', (it) => it.owner_id === inbox.me.memberId],
  ['owner:nobody', (it) => it.owner_id === null],
  ['owner:me owner:nobody', (it) => it.owner_id !== inbox.colleague.memberId],
  ['owner:adam', (it) => it.owner_id === inbox.colleague.memberId],
  ['owner:"ZOË Berg"', (it) => it.owner_id === inbox.me.memberId],
  ['-owner:nobody', (it) => it.owner_id !== null],
  ['-owner:me', (it) => it.owner_id !== inbox.me.memberId],
  ['status:snoozed', (it) => it.status === 'snoozed'],
  ['status:open status:waiting', (it) => ['open', 'waiting'].includes(it.status)],
  ['-status:resolved', (it) => it.status !== 'resolved'],
  ['label:VIP', (it) => it.label_ids.includes(inbox.labels[0] ?? '')],
  ['label:vip label:melted', (it) => it.label_ids.length === 2],
  ['label:rare', (it) => it.label_ids.includes(inbox.labels[2] ?? '')],
  ['-label:vip', (it) => !it.label_ids.includes(inbox.labels[0] ?? '')],
  ['team:refunds', (it) => it.team_id === inbox.teams[0]],
  ['-team:refunds', (it) => it.team_id !== inbox.teams[0]],
  ['channel:@caramelhelp', (it) => it.channel_id === inbox.channels[1]],
  ['priority:urgent', (it) => it.priority === 3],
  ['priority:urgent priority:low', (it) => [0, 3].includes(it.priority)],
  ['-priority:normal', (it) => it.priority !== 1],
  ['before:2026-11-20', (it) => it.at < '2026-11-20'],
  ['after:2026-11-20', (it) => it.at >= '2026-11-20'],
  ['has:attachment', (it) => it.has_attachment],
  ['-has:attachment', (it) => !it.has_attachment],
  ['is:mentioned', (it) => it.mentioned],
  ['is:breached', (it) => it.broken],
  ['is:due', (it) => it.at_risk && !it.broken],
  ['-is:due is:breached', (it) => it.broken],
  ['-is:mentioned', (it) => !it.mentioned],
  ['from:@customer_12', (it) => it.handle.startsWith('customer_12')],
  ['-from:@customer_1', (it) => !it.handle.startsWith('customer_1')],
  ['label:nothing', () => false],
  [
    'owner:me label:vip priority:high has:attachment',
    (it) =>
      it.owner_id === inbox.me.memberId &&
      it.label_ids.includes(inbox.labels[0] ?? '') &&
      it.priority === 2 &&
      it.has_attachment,
  ],
];

test.each(filters)('%s finds what it says, in every order and within a view', async (q, fits) => {
  for (const sort of sortsOf('all')) {
    const found = (await walk(inbox.me, 'all', { q, sort })).flat();
    expect(ids(found)).toEqual(ids(sorted(standing('all').filter(fits), sort)));
  }
  const mine = (await walk(inbox.me, 'mine', { q })).flat();
  expect(ids(mine)).toEqual(ids(sorted(standing('mine').filter(fits), 'newest')));
});

test('what is unread is so for the asker alone, in the rows and as a filter', async () => {
  await database.admin.query(
    "update members set created_at = '2020-01-01' where workspace_id = $1",
    [inbox.workspaceId],
  );
  const unread = standing('all').filter(({ read }) => !read);
  const found = (await walk(inbox.me, 'all', { q: 'is:unread' })).flat();
  expect(ids(found)).toEqual(ids(sorted(unread, 'newest')));
  expect(found.every((row) => row.unread)).toBe(true);
  const others = (await walk(inbox.colleague, 'all', { q: 'is:unread' })).flat();
  expect(others).toHaveLength(standing('all').length);
});

test('spam is found by its name among everything, and nowhere else', async () => {
  const spam = everything.filter(({ status }) => status === 'spam');
  expect((await walk(inbox.me, 'all', { q: 'status:spam' })).flat()).toHaveLength(spam.length);
  expect((await walk(inbox.me, 'open', { q: 'status:spam' })).flat()).toHaveLength(0);
});

test('what a search did not understand is told beside the rows', async () => {
  const { rows, problems } = await conversationList(inbox.me, request('open', { q: 'is:odd' }));
  expect(rows).toHaveLength(50);
  expect(problems).toMatchObject([{ from: 0, to: 6 }]);
});

test('all of a view can be taken at once, as far as one action goes', async () => {
  const all = await conversationIds(inbox.me, request('all'));
  const expected = sorted(standing('all'), 'newest');
  expect(all).toEqual({ ids: ids(expected.slice(0, 500)), total: expected.length, capped: false });
  const some = await conversationIds(inbox.me, request('mine', { q: 'label:vip' }));
  expect(some).toMatchObject({ total: some.ids.length, capped: false });
  expect(await conversationIds(inbox.me, request('mine', { q: 'label:no' }))).toEqual({
    ids: [],
    total: 0,
    capped: false,
  });
});

test('a row tells what a list shows and no more', async () => {
  const workspace = await aWorkspace();
  const me = await aMember(workspace);
  const made = await aConversation(workspace, { lastMessageAt: '2026-11-20 10:00:00.12+01' });
  const { rows, nextCursor } = await conversationList(me, request('open'));
  expect(nextCursor).toBeNull();
  expect(rows).toEqual([
    {
      id: made.id,
      kind: 'private',
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
      priority: 'normal',
      snoozedUntil: null,
      dueAt: null,
      riskAt: null,
      breachedAt: null,
      ring: null,
      teamId: null,
      labelIds: [],
      hasAttachment: false,
      vip: false,
      unread: false,
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
  const { rows } = await conversationList(me, request('open'));
  expect(rows.map(({ contactName }) => contactName)).toEqual(['Ana']);
});

test('of some conversations only those are listed that stand in the view, in its order', async () => {
  const some = everything.slice(0, 40).map(({ id }) => id);
  for (const sort of sorts) {
    const asked = { ...request('open', { sort, q: 'owner:me' }), ids: some };
    const { rows, nextCursor } = await conversationList(inbox.me, asked);
    const all = await conversationIds(inbox.me, request('open', { q: 'owner:me' }));
    const expected = some.filter((id) => all.ids.includes(id));
    expect(expected.length).toBeGreaterThan(1);
    expect(rows.map(({ id }) => id).toSorted()).toEqual(expected.toSorted());
    expect(nextCursor).toBeNull();
  }
  const stranger = await aMember(await aWorkspace(), ['lead']);
  expect((await conversationList(stranger, { ...request('open'), ids: some })).rows).toEqual([]);
});

test('nobody lists another workspace, nor with a role that is none', async () => {
  const stranger = await aMember(await aWorkspace(), ['agent', 'lead', 'admin']);
  const last = ['2027-01-01T00:00:00.000000Z', 'ffffffff-ffff-ffff-ffff-ffffffffffff'];
  const team: View = `team-${inbox.teams[0]}`;
  for (const view of [...builtInViews, team, `channel-${inbox.channels[0]}` as const]) {
    const ahead = ownSort(view) === 'due' ? ['infinity', 'infinity'] : [];
    for (const place of [{}, { cursor: toCursor([...ahead, ...last]) }]) {
      const { rows } = await conversationList(stranger, request(view, place));
      expect(rows).toEqual([]);
    }
  }
  expect(Object.values((await viewCounts(stranger)).counts).every((count) => count === 0)).toBe(
    true,
  );
  expect(await conversationIds(stranger, request(team))).toMatchObject({ ids: [], total: 0 });
  const nobody = await aMember(inbox.workspaceId, []);
  const refused = { code: 'forbidden' };
  await expect(conversationList(nobody, request('open'))).rejects.toMatchObject(refused);
  await expect(conversationIds(nobody, request('open'))).rejects.toMatchObject(refused);
  await expect(viewCounts(nobody)).rejects.toMatchObject(refused);
});

test('a cursor that is not ours, or of another order, is refused before it reaches the database', async () => {
  for (const cursor of ['', 'x', toCursor(['infinity', 'x']), toCursor(["'; drop table", 'y'])]) {
    for (const sort of sorts) {
      await expect(
        conversationList(inbox.me, request('open', { cursor, sort })),
      ).rejects.toMatchObject({ code: 'invalid' });
    }
  }
  const { nextCursor } = await conversationList(inbox.me, request('open', { sort: 'priority' }));
  await expect(
    conversationList(inbox.me, request('open', { cursor: `${nextCursor}`, sort: 'newest' })),
  ).rejects.toMatchObject({ code: 'invalid' });
});

test('the priorities of the database are those of the product', async () => {
  const { rows } = await conversationList(inbox.me, request('open', { sort: 'priority' }));
  expect(rows[0]?.priority).toBe(priorities[3]);
  expect(findSort('sideways', 'open')).toBeUndefined();
});
