import { afterAll, beforeAll, expect, test } from 'vitest';
import type { TestDatabase } from '@/db/testing';
import { aConversation, aMember, aWorkspace, testDatabase } from '@/db/testing';
import { asSystem } from '@/lib/commands/command';
import { changeConversations } from '@/lib/commands/conversation/change';
import { aDesk } from '@/lib/commands/delivery/delivery.fixture';
import { chooseNotifications } from '@/lib/commands/notification/choose';
import { markNotificationsRead } from '@/lib/commands/notification/mark-read';
import type { Actor } from '@/lib/domain/access/can';
import { productChoices } from '@/lib/domain/notifications/choices';
import { mailStatus } from './mail-status';
import { notificationList } from './notification-list';

let database: TestDatabase;
beforeAll(async () => {
  database = await testDatabase();
});
afterAll(() => database.close());

async function aHeldConversation() {
  const workspaceId = await aWorkspace();
  const [agent, lead, admin] = await Promise.all([
    aMember(workspaceId, ['agent'], 'Priya'),
    aMember(workspaceId, ['lead'], 'Jack'),
    aMember(workspaceId, ['admin'], 'Ada'),
  ]);
  const conversation = await aConversation(workspaceId, { ownerId: agent.memberId });
  const writes = () =>
    asSystem(workspaceId, async () => ({
      value: null,
      events: [
        {
          type: 'message.received',
          conversationId: conversation.id,
          messageId: conversation.messageId,
        },
      ],
    }));
  return { workspaceId, agent, lead, admin, conversation, writes };
}

async function listOf(actor: Actor) {
  const { items, unread } = await notificationList(actor);
  return { unread, lines: items.map(({ kind, times, read }) => ({ kind, times, read })) };
}

test('several messages of a customer are one line of the owner, and nobody else’s', async () => {
  const { agent, lead, admin, writes } = await aHeldConversation();
  await writes();
  await writes();
  expect(await listOf(agent)).toEqual({
    unread: 1,
    lines: [{ kind: 'customer_replied', times: 2, read: false }],
  });
  expect(await listOf(lead)).toEqual({ unread: 0, lines: [] });
  expect(await listOf(admin)).toEqual({ unread: 0, lines: [] });
});

test('the line says from whom, and the beginning of what', async () => {
  const { agent, conversation, writes } = await aHeldConversation();
  await writes();
  expect((await notificationList(agent)).items[0]).toMatchObject({
    contactName: 'Ana Lima',
    excerpt: 'Is the salted caramel back?',
    conversationId: conversation.id,
  });
});

test('after it was read, the next message is a new line, and the read one stands below', async () => {
  const { agent, conversation, writes } = await aHeldConversation();
  await writes();
  await markNotificationsRead(agent, { conversationId: conversation.id });
  await writes();
  expect((await listOf(agent)).lines).toEqual([
    { kind: 'customer_replied', times: 1, read: false },
    { kind: 'customer_replied', times: 1, read: true },
  ]);
});

test('the event names who was told, so that only their screens look again', async () => {
  const { agent, workspaceId, writes } = await aHeldConversation();
  await writes();
  const { rows } = await database.admin.query(
    `select data ->> 'told' as told from events where workspace_id = $1`,
    [workspaceId],
  );
  expect(rows).toEqual([{ told: agent.memberId }]);
});

test('whoever is given a conversation is told, and whoever gives it is not', async () => {
  const { agent, lead, conversation } = await aHeldConversation();
  await changeConversations(lead, {
    items: [{ conversationId: conversation.id }],
    change: { kind: 'assign', memberId: lead.memberId },
  });
  await changeConversations(lead, {
    items: [{ conversationId: conversation.id }],
    change: { kind: 'assign', memberId: agent.memberId },
  });
  expect((await listOf(agent)).lines).toEqual([{ kind: 'assigned', times: 1, read: false }]);
  expect((await listOf(lead)).lines).toEqual([]);
});

test('whoever wrote a reply is told that it failed', async () => {
  const desk = await aDesk(database);
  const messageId = await desk.reply();
  await desk.attempt(messageId, { kind: 'refused', reason: 'RECIPIENT_CLOSED' });
  expect((await listOf(desk.agent)).lines).toEqual([
    { kind: 'delivery_in_trouble', times: 1, read: false },
  ]);
});

test('a kind that somebody does not want reaches their list no more', async () => {
  const { agent, writes } = await aHeldConversation();
  const choices = { off: ['customer_replied'], browser: true, showText: false, quiet: null };
  await chooseNotifications(agent, choices);
  await writes();
  const list = await notificationList(agent);
  expect(list).toMatchObject({ unread: 0, items: [], choices });
});

test('what one chooses leaves what others keep in the same place', async () => {
  const { agent, lead } = await aHeldConversation();
  await database.admin.query(
    `update members set settings = '{"guide":{"done":["a"],"dismissed":true}}' where id = $1`,
    [agent.memberId],
  );
  const quiet = { from: '19:00', to: '08:00', days: [1, 2], zone: 'Europe/Berlin' };
  await chooseNotifications(agent, { off: [], browser: false, showText: true, quiet });
  const { rows } = await database.admin.query('select settings from members where id = $1', [
    agent.memberId,
  ]);
  expect(rows[0]?.settings).toMatchObject({
    guide: { done: ['a'], dismissed: true },
    notifications: { showText: true, quiet },
  });
  expect((await notificationList(lead)).choices.quiet).toBeNull();
});

test('choices of before there was more to choose still read, and keep what they say', async () => {
  const { agent, writes } = await aHeldConversation();
  const quiet = { from: '19:00', to: '08:00', days: [1], zone: 'Europe/Berlin' };
  const before = { off: ['woke'], browser: true, showText: true, quiet };
  await database.admin.query(
    `update members set settings = jsonb_build_object('notifications', $2::jsonb) where id = $1`,
    [agent.memberId, JSON.stringify(before)],
  );
  await writes();
  expect(await notificationList(agent)).toMatchObject({
    unread: 1,
    choices: { ...before, browserOff: [], email: [], zone: null, sound: false },
  });
});

test('what a tab of before does not know of, it does not take away', async () => {
  const { agent } = await aHeldConversation();
  const email = ['breached', 'breached'] as const;
  await chooseNotifications(agent, { ...productChoices, email, sound: true, zone: 'Asia/Tokyo' });
  const older = { off: [], browser: true, showText: false, quiet: null };
  const kept = { ...older, email: ['breached'], sound: true, zone: 'Asia/Tokyo', browserOff: [] };
  expect(await chooseNotifications(agent, older)).toEqual(kept);
  expect((await notificationList(agent)).choices).toEqual(kept);
});

test('where no mail server is named, no e-mail is kept for later', async () => {
  const { agent, writes } = await aHeldConversation();
  await chooseNotifications(agent, { ...productChoices, email: ['customer_replied'] });
  await writes();
  expect((await listOf(agent)).unread).toBe(1);
  const { rows } = await database.admin.query('select count(*)::int as count from emails');
  expect(rows).toEqual([{ count: 0 }]);
  expect(await mailStatus(agent)).toEqual({ on: false, address: agent.email, trouble: null });
});

test.each([
  ['a zone that is nowhere', { zone: 'Atlantis/Capital' }],
  ['an hour that is not on the clock', { from: '24:00' }],
  ['no day at all', { days: [] }],
])('quiet hours with %s are refused', async (_, wrong) => {
  const { agent } = await aHeldConversation();
  const quiet = { from: '19:00', to: '08:00', days: [1], zone: 'Europe/Berlin', ...wrong };
  await expect(
    chooseNotifications(agent, { off: [], browser: false, showText: false, quiet }),
  ).rejects.toThrow();
});

test('nobody marks as read what a colleague was told', async () => {
  const { agent, lead, conversation, writes } = await aHeldConversation();
  await writes();
  const [line] = (await notificationList(agent)).items;
  const later = new Date(Date.now() + 60_000).toISOString();
  for (const which of [{ ids: [line?.id] }, { conversationId: conversation.id }, { upTo: later }]) {
    expect(await markNotificationsRead(lead, which)).toEqual({ read: 0 });
  }
  expect((await listOf(agent)).unread).toBe(1);
});

test('nobody marks as read what was told in another workspace', async () => {
  const { agent, writes } = await aHeldConversation();
  await writes();
  const [line] = (await notificationList(agent)).items;
  const neighbour = { ...agent, workspaceId: await aWorkspace() };
  expect(await markNotificationsRead(neighbour, { ids: [line?.id] })).toEqual({ read: 0 });
  expect((await listOf(agent)).unread).toBe(1);
});

test('a member without any role is refused', async () => {
  const { agent } = await aHeldConversation();
  const nobody = { ...agent, roles: [] };
  await expect(markNotificationsRead(nobody, { ids: [] })).rejects.toMatchObject({
    code: 'forbidden',
  });
  await expect(chooseNotifications(nobody, {})).rejects.toMatchObject({ code: 'forbidden' });
  await expect(notificationList(nobody)).rejects.toMatchObject({ code: 'forbidden' });
  await expect(mailStatus(nobody)).rejects.toMatchObject({ code: 'forbidden' });
});
