import { afterAll, beforeAll, expect, test } from 'vitest';
import type { TestDatabase } from '@/db/testing';
import { aChannel, aConversation, aMember, aWorkspace, testDatabase } from '@/db/testing';
import { changeConversations } from '../conversation/change';
import { undoChanges } from '../conversation/undo';
import { giveOut } from './give-out';

let database: TestDatabase;
beforeAll(async () => {
  database = await testDatabase({ DATABASE_POOL: '20' });
});
afterAll(() => database.close());

async function aDesk(count = 3) {
  const workspace = await aWorkspace();
  const lead = await aMember(workspace, ['lead'], 'Lena Lead');
  const ada = await aMember(workspace, ['agent'], 'Ada');
  const ben = await aMember(workspace, ['agent'], 'Ben');
  const { id: channelId } = await aChannel(workspace);
  const ids: string[] = [];
  for (let index = 0; index < count; index++) {
    ids.push((await aConversation(workspace, { channelId, ownerId: ada.memberId })).id);
  }
  const to = (member: { memberId: string }, which = ids) =>
    which.map((conversationId) => ({ conversationId, version: 1, memberId: member.memberId }));
  return { workspace, lead, ada, ben, ids, to };
}

async function ownersOf(ids: readonly string[]) {
  const { rows } = await database.admin.query<{ id: string; owner: string; version: number }>(
    'select id, owner_id as owner, version from conversations where id = any($1) order by id',
    [ids],
  );
  return rows;
}

async function assignmentsOf(ids: readonly string[]) {
  const { rows } = await database.admin.query<{ id: string; to: string; by: string }>(
    `select conversation_id as id, member_id as "to", actor_member_id as by from events
     where conversation_id = any($1) and type = 'conversation.assigned' order by seq`,
    [ids],
  );
  return rows;
}

test('what a plan says is given out, told of each, and comes back as a whole', async () => {
  const { lead, ada, ben, ids, to } = await aDesk();
  const { changed, refused } = await giveOut(lead, { items: to(ben) });
  expect(refused).toEqual([]);
  expect((await ownersOf(ids)).map(({ owner }) => owner)).toEqual(ids.map(() => ben.memberId));
  expect(await assignmentsOf(ids)).toHaveLength(ids.length);
  const back = await undoChanges(lead, { items: changed });
  expect(back.refused).toEqual([]);
  expect((await ownersOf(ids)).map(({ owner }) => owner)).toEqual(ids.map(() => ada.memberId));
});

test('what changed since the plan was made stays, and says so', async () => {
  const { lead, ada, ben, ids, to } = await aDesk();
  const [first = '', second = ''] = ids;
  await changeConversations(ada, {
    items: [{ conversationId: first }],
    change: { kind: 'status', status: 'resolved' },
  });
  await changeConversations(ada, {
    items: [{ conversationId: second }],
    change: { kind: 'priority', priority: 'high' },
  });
  const { changed, refused } = await giveOut(lead, { items: to(ben) });
  expect(changed).toHaveLength(1);
  expect(refused.map(({ conversationId }) => conversationId)).toEqual([first, second]);
  expect(refused[0]?.message).toContain('closed');
});

test('of two leads who give the same card away exactly one does, and the other hears who has it', async () => {
  const { workspace, lead, ben, ada, ids, to } = await aDesk(8);
  const other = await aMember(workspace, ['lead'], 'Otto Lead');
  const cy = await aMember(workspace, ['agent'], 'Cy');
  const results = await Promise.all([
    giveOut(lead, { items: to(ben) }),
    giveOut(other, { items: to(cy).toReversed() }),
  ]);
  expect(results.flatMap(({ changed }) => changed)).toHaveLength(ids.length);
  expect(await assignmentsOf(ids)).toHaveLength(ids.length);
  for (const { owner, version } of await ownersOf(ids)) {
    expect([ben.memberId, cy.memberId]).toContain(owner);
    expect(owner).not.toBe(ada.memberId);
    expect(version).toBe(2);
  }
  for (const { message } of results.flatMap(({ refused }) => refused)) {
    expect(message).toMatch(/^(Ben|Cy) got this conversation/);
  }
});

test('of two leads who drag the same card exactly one wins', async () => {
  const { workspace, lead, ben, ids } = await aDesk(1);
  const other = await aMember(workspace, ['lead'], 'Otto Lead');
  const cy = await aMember(workspace, ['agent'], 'Cy');
  const drag = (by: typeof lead, to: typeof ben) =>
    changeConversations(by, {
      items: [{ conversationId: ids[0], version: 1 }],
      change: { kind: 'assign', memberId: to.memberId },
    });
  const results = await Promise.all([drag(lead, ben), drag(other, cy)]);
  expect(results.map(({ changed }) => changed.length).sort()).toEqual([0, 1]);
  const [lost] = results.flatMap(({ refused }) => refused);
  expect(lost?.message).toMatch(/^(Ben|Cy) got this conversation/);
  expect(await assignmentsOf(ids)).toHaveLength(1);
});

test('only leads give out, only to who answers, and only what is here', async () => {
  const { lead, ada, ben, workspace, ids, to } = await aDesk(1);
  await expect(giveOut(ada, { items: to(ben) })).rejects.toMatchObject({ code: 'forbidden' });
  const reader = await aMember(workspace, ['marketer']);
  await expect(giveOut(lead, { items: to(reader) })).rejects.toMatchObject({ code: 'invalid' });
  const stranger = await aDesk(1);
  await expect(giveOut(lead, { items: to(stranger.ben) })).rejects.toMatchObject({
    code: 'not_found',
  });
  const { changed, refused } = await giveOut(stranger.lead, { items: to(stranger.ben) });
  expect(changed).toEqual([]);
  expect(refused).toMatchObject([{ conversationId: ids[0], code: 'not_found' }]);
});
