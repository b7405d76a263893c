import { v7 as uuid } from 'uuid';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { TestDatabase } from '@/db/testing';
import { aConversation, aMember, aWorkspace, testDatabase } from '@/db/testing';
import { asSystem } from '@/lib/commands/command';
import type { Actor } from '@/lib/domain/access/can';
import type { EventDraft } from '@/lib/domain/conversation/events';
import { notificationList } from './notification-list';

let database: TestDatabase;
beforeAll(async () => {
  database = await testDatabase();
});
afterAll(() => database.close());

const dueAt = '2026-11-24T15:30:00.000Z';
const promise = { metric: 'first_response', targetId: 't', dueAt };

async function aHouse() {
  const workspaceId = await aWorkspace();
  const [priya, mo, jack, ada] = await Promise.all([
    aMember(workspaceId, ['agent'], 'Priya'),
    aMember(workspaceId, ['agent'], 'Mo'),
    aMember(workspaceId, ['lead'], 'Jack'),
    aMember(workspaceId, ['admin'], 'Ada'),
  ]);
  const everybody = { priya, mo, jack, ada };
  const happens = (event: EventDraft) =>
    asSystem(workspaceId, async () => ({ value: null, events: [event] }));
  return { workspaceId, ...everybody, everybody, happens };
}

async function aTeam(workspaceId: string, seats: readonly Actor[]): Promise<string> {
  const id = uuid();
  await database.admin.query(
    `insert into teams (workspace_id, id, name) values ($1, $2, 'Deliveries')`,
    [workspaceId, id],
  );
  for (const { memberId } of seats) {
    await database.admin.query(
      'insert into team_members (workspace_id, team_id, member_id) values ($1, $2, $3)',
      [workspaceId, id, memberId],
    );
  }
  return id;
}

/** Who was told what, each in one word. */
async function heard(everybody: Record<string, Actor>) {
  const lists = await Promise.all(
    Object.entries(everybody).map(async ([name, actor]) =>
      (await notificationList(actor)).items.map(({ kind }) => `${name}: ${kind}`),
    ),
  );
  return lists.flat();
}

test('what is due soon is told to whose it is, with the promise and the time', async () => {
  const { workspaceId, priya, everybody, happens } = await aHouse();
  const { id: conversationId } = await aConversation(workspaceId, { ownerId: priya.memberId });
  await happens({ type: 'sla.warned', conversationId, data: promise });
  expect(await heard(everybody)).toEqual(['priya: due_soon']);
  expect((await notificationList(priya)).items[0]).toMatchObject({
    conversationId,
    contactName: 'Ana Lima',
    metric: 'first_response',
    dueAt: '2026-11-24T15:30:00.000000Z',
  });
});

test('of what is nobody’s its team is told, without those who left; without a team the leads', async () => {
  const { workspaceId, priya, mo, everybody, happens } = await aHouse();
  const teamId = await aTeam(workspaceId, [priya, mo]);
  await database.admin.query('update members set removed_at = now() where id = $1', [mo.memberId]);
  const { id: shared } = await aConversation(workspaceId, { teamId });
  await happens({ type: 'sla.warned', conversationId: shared, data: promise });
  expect(await heard(everybody)).toEqual(['priya: due_soon']);
  const { id: free } = await aConversation(workspaceId);
  await happens({ type: 'sla.warned', conversationId: free, data: promise });
  expect(await heard(everybody)).toEqual(['priya: due_soon', 'jack: due_soon']);
});

test('a breach is told to whose it is and to the leads, and a step to whom it names', async () => {
  const { workspaceId, priya, mo, everybody, happens } = await aHouse();
  const { id: conversationId } = await aConversation(workspaceId, { ownerId: priya.memberId });
  await happens({ type: 'sla.breached', conversationId, data: promise });
  const step = { step: 's', effect: 'notify' };
  await happens({ type: 'sla.escalated', conversationId, memberId: mo.memberId, data: step });
  await happens({ type: 'sla.escalated', conversationId, data: { ...step, who: 'leads' } });
  await happens({ type: 'sla.escalated', conversationId, data: { step: 's', effect: 'raise' } });
  expect((await heard(everybody)).toSorted()).toEqual([
    'jack: breached',
    'jack: escalated',
    'mo: escalated',
    'priya: breached',
  ]);
  const { rows } = await database.admin.query(
    `select data ->> 'told' as told from events where workspace_id = $1 and data ? 'told' order by seq`,
    [workspaceId],
  );
  expect(rows).toHaveLength(3);
});

test('what was due takes the place of the warning before it, of that promise alone', async () => {
  const { workspaceId, priya, happens } = await aHouse();
  const { id: conversationId } = await aConversation(workspaceId, { ownerId: priya.memberId });
  await happens({ type: 'sla.warned', conversationId, data: promise });
  await happens({
    type: 'sla.breached',
    conversationId,
    data: { ...promise, metric: 'resolution' },
  });
  expect(await notificationList(priya)).toMatchObject({ unread: 2 });
  await happens({ type: 'sla.breached', conversationId, data: promise });
  const { items } = await notificationList(priya);
  expect(items.map(({ kind, read, times }) => ({ kind, read, times }))).toEqual([
    { kind: 'breached', read: false, times: 1 },
    { kind: 'breached', read: false, times: 1 },
    { kind: 'due_soon', read: true, times: 1 },
  ]);
});

test('of spam nobody hears', async () => {
  const { workspaceId, priya, everybody, happens } = await aHouse();
  const { id: conversationId } = await aConversation(workspaceId, {
    ownerId: priya.memberId,
    status: 'spam',
  });
  await happens({ type: 'sla.warned', conversationId, data: promise });
  await happens({ type: 'sla.breached', conversationId, data: promise });
  const data = { step: 's', effect: 'notify', who: 'leads' };
  await happens({ type: 'sla.escalated', conversationId, data });
  expect(await heard(everybody)).toEqual([]);
});
