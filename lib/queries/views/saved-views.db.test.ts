import { afterAll, beforeAll, expect, test } from 'vitest';
import type { TestDatabase } from '@/db/testing';
import { aConversation, aMember, aWorkspace, testDatabase } from '@/db/testing';
import { changeSavedView } from '@/lib/commands/view/change';
import { createSavedView } from '@/lib/commands/view/create';
import { deleteSavedView } from '@/lib/commands/view/delete';
import type { Actor } from '@/lib/domain/access/can';
import { conversationList } from '../inbox/conversation-list';
import { viewCounts } from '../inbox/view-counts';
import { savedViewList } from './saved-view-list';

let database: TestDatabase;
beforeAll(async () => {
  database = await testDatabase();
});
afterAll(() => database.close());

async function aTeam() {
  const workspaceId = await aWorkspace();
  const lead = await aMember(workspaceId, ['lead'], 'Lea');
  const agent = await aMember(workspaceId, ['agent'], 'Ada');
  return { workspaceId, lead, agent };
}

const names = async (actor: Actor) => (await savedViewList(actor)).map(({ name }) => name);
const missing = { code: 'not_found', message: 'There is no such view.' };

test('whoever keeps a search sees it in their list, in the product’s own spelling', async () => {
  const { workspaceId, agent, lead } = await aTeam();
  const { id } = await createSavedView(agent, {
    name: ' Hot ',
    query: 'PRIORITY:urgent  owner:Me',
  });
  expect(await savedViewList(agent)).toEqual([
    {
      id,
      name: 'Hot',
      query: 'priority:urgent owner:me',
      sort: 'newest',
      shared: false,
      mine: true,
      position: 0,
    },
  ]);
  expect(await savedViewList(lead)).toEqual([]);
  const { rows } = await database.admin.query(
    'select type, data, actor_member_id from events where workspace_id = $1',
    [workspaceId],
  );
  expect(rows).toEqual([
    { type: 'view.changed', data: { viewId: id }, actor_member_id: agent.memberId },
  ]);
});

test('a view that a lead shares stands first in the lists of all, and is read for whoever looks', async () => {
  const { workspaceId, agent, lead } = await aTeam();
  await createSavedView(agent, { name: 'Own', query: 'status:open' });
  const { id } = await createSavedView(lead, {
    name: 'Held',
    query: 'owner:me',
    sort: 'oldest',
    shared: true,
  });
  expect(await names(agent)).toEqual(['Held', 'Own']);
  const ours = await aConversation(workspaceId, { ownerId: agent.memberId });
  const request = { view: `saved-${id}`, q: '', sort: null, zone: 'UTC', cursor: null } as const;
  expect((await conversationList(agent, request)).rows.map((row) => row.id)).toEqual([ours.id]);
  expect((await conversationList(lead, request)).rows).toEqual([]);
  expect((await viewCounts(agent)).counts[`saved-${id}`]).toBe(1);
  expect((await viewCounts(lead)).counts[`saved-${id}`]).toBe(0);
});

test('what is looked for within a saved view narrows it', async () => {
  const { workspaceId, agent } = await aTeam();
  await aConversation(workspaceId, { status: 'waiting' });
  const open = await aConversation(workspaceId);
  const { id } = await createSavedView(agent, { name: 'Open', query: 'status:open' });
  const list = (q: string) =>
    conversationList(agent, { view: `saved-${id}`, q, sort: null, zone: 'UTC', cursor: null });
  expect((await list('')).rows.map((row) => row.id)).toEqual([open.id]);
  expect((await list('status:waiting')).rows).toEqual([]);
});

test('a view is renamed, rewritten, sorted, shared and taken back', async () => {
  const { agent, lead } = await aTeam();
  const { id: viewId } = await createSavedView(lead, { name: 'A', query: 'status:open' });
  await changeSavedView(lead, {
    viewId,
    name: 'B',
    query: 'has:file',
    sort: 'priority',
    position: 7,
  });
  expect(await savedViewList(lead)).toMatchObject([
    { name: 'B', query: 'has:attachment', sort: 'priority', position: 7, shared: false },
  ]);
  await changeSavedView(lead, { viewId, shared: true });
  expect(await names(agent)).toEqual(['B']);
  await changeSavedView(lead, { viewId, shared: false });
  expect(await names(agent)).toEqual([]);
  expect(await names(lead)).toEqual(['B']);
  await deleteSavedView(lead, { viewId });
  expect(await names(lead)).toEqual([]);
  await expect(deleteSavedView(lead, { viewId })).rejects.toMatchObject(missing);
});

test('a change that changes nothing records nothing', async () => {
  const { workspaceId, agent } = await aTeam();
  const { id: viewId } = await createSavedView(agent, { name: 'A', query: 'status:open' });
  await changeSavedView(agent, { viewId, name: 'A', shared: false });
  const { rowCount } = await database.admin.query('select from events where workspace_id = $1', [
    workspaceId,
  ]);
  expect(rowCount).toBe(1);
});

test('a search that is not understood, or finds everything, is not kept', async () => {
  const { agent } = await aTeam();
  const keep = (query: string) => createSavedView(agent, { name: 'A', query });
  await expect(keep('status:odd')).rejects.toThrow(/cannot follow “status:”/);
  await expect(keep('  ')).rejects.toThrow(/Say what the view shall find/);
  await expect(keep('x'.repeat(501))).rejects.toThrow(/too long/);
  await expect(createSavedView(agent, { name: ' ', query: 'x' })).rejects.toThrow(/name/);
  expect(await names(agent)).toEqual([]);
});

test('there is an end to how many one keeps', async () => {
  const { workspaceId, agent, lead } = await aTeam();
  await database.admin.query(
    `insert into saved_views (workspace_id, id, owner_id, created_by, name, query, sort, position)
     select $1, gen_random_uuid(), $2, $2, 'View ' || n, 'status:open', 'newest', n from generate_series(1, 100) n`,
    [workspaceId, agent.memberId],
  );
  const next = { name: 'One more', query: 'status:open' };
  await expect(createSavedView(agent, next)).rejects.toMatchObject({ code: 'conflict' });
  await createSavedView(lead, next);
});

test('who may not share can neither share, nor touch what is shared', async () => {
  const { agent, lead } = await aTeam();
  const shared = { name: 'Team', query: 'status:open', shared: true };
  await expect(createSavedView(agent, shared)).rejects.toMatchObject({ code: 'forbidden' });
  const { id: own } = await createSavedView(agent, { ...shared, shared: false });
  const { id: theirs } = await createSavedView(lead, shared);
  const forbidden = { code: 'forbidden' };
  await expect(changeSavedView(agent, { viewId: own, shared: true })).rejects.toMatchObject(
    forbidden,
  );
  await expect(changeSavedView(agent, { viewId: theirs, name: 'x' })).rejects.toMatchObject(
    forbidden,
  );
  await expect(deleteSavedView(agent, { viewId: theirs })).rejects.toMatchObject(forbidden);
  const nobody = await aMember(agent.workspaceId, []);
  await expect(createSavedView(nobody, shared)).rejects.toMatchObject(forbidden);
  await expect(savedViewList(nobody)).rejects.toMatchObject(forbidden);
  expect(await names(agent)).toEqual(['Team', 'Team']);
});

test('another’s view and another workspace’s are views that do not exist', async () => {
  const { agent, lead } = await aTeam();
  const { id: viewId } = await createSavedView(agent, { name: 'Own', query: 'status:open' });
  const stranger = await aMember(await aWorkspace(), ['lead', 'admin']);
  for (const other of [lead, stranger]) {
    await expect(changeSavedView(other, { viewId, name: 'x' })).rejects.toMatchObject(missing);
    await expect(deleteSavedView(other, { viewId })).rejects.toMatchObject(missing);
    await expect(
      conversationList(other, {
        view: `saved-${viewId}`,
        q: '',
        sort: null,
        zone: 'UTC',
        cursor: null,
      }),
    ).rejects.toMatchObject(missing);
    expect((await viewCounts(other)).counts).not.toHaveProperty(`saved-${viewId}`);
  }
  expect(await names(agent)).toEqual(['Own']);
});
