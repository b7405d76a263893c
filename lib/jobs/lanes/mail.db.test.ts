import { afterAll, beforeAll, beforeEach, expect, test, vi } from 'vitest';
import type { TestDatabase } from '@/db/testing';
import { aConversation, aMember, aWorkspace, testDatabase } from '@/db/testing';
import { asSystem } from '@/lib/commands/command';
import { holdLetter, mailDue } from '@/lib/commands/mail/outbox';
import { letterSent } from '@/lib/commands/mail/settle';
import { chooseNotifications } from '@/lib/commands/notification/choose';
import { markNotificationsRead } from '@/lib/commands/notification/mark-read';
import type { Actor } from '@/lib/domain/access/can';
import type { EventDraft } from '@/lib/domain/conversation/events';
import type { NotificationChoices } from '@/lib/domain/notifications/choices';
import { productChoices } from '@/lib/domain/notifications/choices';
import type { MailServer } from '@/lib/mail/smtp.fixture';
import { aMailServer } from '@/lib/mail/smtp.fixture';
import { mailStatus } from '@/lib/queries/notifications/mail-status';
import { mailLane } from './mail';

const nowhere = new Set<string>();
let server: MailServer;
let database: TestDatabase;
beforeAll(async () => {
  server = await open();
  database = await testDatabase({
    SMTP_HOST: '127.0.0.1',
    SMTP_PORT: `${server.port}`,
    SMTP_SECURE: 'never',
    MAIL_FROM: 'Porchlight <porchlight@test.dev>',
  });
});
afterAll(async () => {
  await database.close();
  await server.close();
});
beforeEach(async () => {
  await database.admin.query('delete from emails');
  server.arrived.length = 0;
});

function open(port?: number) {
  return aMailServer({
    tls: 'none',
    ...(port && { port }),
    refuse: (address) => (nowhere.has(address) ? 550 : undefined),
  });
}

const everyDay = [0, 1, 2, 3, 4, 5, 6];
const always = { from: '00:00', to: '00:00', days: everyDay, zone: 'Europe/Berlin' };

async function chooses(actor: Actor, more: Partial<NotificationChoices> = {}) {
  const email = ['breached', 'due_soon', 'customer_replied'] as const;
  await chooseNotifications(actor, { ...productChoices, email, zone: 'Europe/Berlin', ...more });
}

async function aDuty() {
  const workspaceId = await aWorkspace();
  const [agent, admin] = await Promise.all([
    aMember(workspaceId, ['agent'], 'Priya'),
    aMember(workspaceId, ['admin'], 'Ada'),
  ]);
  const held = { ownerId: agent.memberId };
  const conversation = await aConversation(workspaceId, held);
  await chooses(agent);
  const happens = (event: EventDraft) =>
    asSystem(workspaceId, async () => ({ value: null, events: [event] }));
  const breach = (conversationId = conversation.id) =>
    happens({
      type: 'sla.breached',
      conversationId,
      data: { metric: 'first_response', targetId: 't', dueAt: '2026-11-24T15:30:00.000Z' },
    });
  const writes = () =>
    happens({
      type: 'message.received',
      conversationId: conversation.id,
      messageId: conversation.messageId,
    });
  return { workspaceId, agent, admin, conversation, held, breach, writes };
}

/** The time that was to be waited has passed. */
async function timePasses() {
  await database.admin.query('update emails set due_at = now() where due_at is not null');
}

/** Works on all that is due, once. */
async function work() {
  const lane = mailLane();
  for (const place of await lane.claim(10)) await lane.run(place);
}

async function rows() {
  const { rows: found } = await database.admin.query(
    `select tries, problem, due_at is not null as waits, sent_at is not null as sent,
       dropped_at is not null as dropped, failed_at is not null as failed from emails order by created_at`,
  );
  return found;
}

const sentOnce = {
  tries: 1,
  problem: null,
  waits: false,
  sent: true,
  dropped: false,
  failed: false,
};

test('what somebody chose to hear of by e-mail arrives there, once', async () => {
  const { agent, conversation, breach } = await aDuty();
  await breach();
  await work();
  expect(server.arrived).toEqual([]);
  await timePasses();
  await work();
  await timePasses();
  await work();
  expect(await rows()).toEqual([sentOnce]);
  expect(server.arrived).toHaveLength(1);
  const [mail] = server.arrived;
  expect(mail?.to).toEqual([agent.email]);
  expect(mail?.subject).toContain('Ana Lima: first response was due on Tue 24 Nov at');
  expect(mail?.raw).toContain(`http://localhost:4999/inbox/all/${conversation.id}`);
  expect(mail?.raw).not.toContain('salted caramel back');
});

test('what they did not choose, or do not want to hear of at all, is no e-mail', async () => {
  const { agent, breach } = await aDuty();
  await chooses(agent, { email: ['assigned'] });
  await breach();
  await chooses(agent, { off: ['breached'] });
  await breach();
  expect(await rows()).toEqual([]);
});

test('what happens within the time that is waited is one e-mail', async () => {
  const { workspaceId, held, breach, writes } = await aDuty();
  const other = await aConversation(workspaceId, held);
  await breach();
  await timePasses();
  await breach(other.id);
  await writes();
  await writes();
  await work();
  expect(server.arrived).toHaveLength(1);
  expect(server.arrived[0]?.subject).toContain('3 notifications');
  expect(server.arrived[0]?.raw).toContain('wrote 2 messages');
  expect(await rows()).toEqual([sentOnce, sentOnce, sentOnce, sentOnce]);
});

test('what was read meanwhile is not told', async () => {
  const { workspaceId, agent, held, conversation, breach } = await aDuty();
  const other = await aConversation(workspaceId, held);
  await breach();
  await breach(other.id);
  await markNotificationsRead(agent, { conversationId: conversation.id });
  await timePasses();
  await work();
  expect(server.arrived).toHaveLength(1);
  expect(server.arrived[0]?.raw).not.toContain(conversation.id);
  await breach();
  await markNotificationsRead(agent, { conversationId: conversation.id });
  await timePasses();
  await work();
  expect(server.arrived).toHaveLength(1);
  expect((await rows()).filter(({ dropped }) => dropped)).toHaveLength(2);
});

test('of what is spam by now nobody hears, nor whoever left meanwhile', async () => {
  const { conversation, agent, breach, writes } = await aDuty();
  await breach();
  await database.admin.query(`update conversations set status = 'spam' where id = $1`, [
    conversation.id,
  ]);
  await timePasses();
  await work();
  await database.admin.query(`update conversations set status = 'open' where id = $1`, [
    conversation.id,
  ]);
  await writes();
  await database.admin.query('update members set removed_at = now() where id = $1', [
    agent.memberId,
  ]);
  await timePasses();
  await work();
  expect(server.arrived).toEqual([]);
  expect(await rows()).toMatchObject([{ dropped: true }, { dropped: true }]);
});

test('the same thing that happens again is told again, and never a time that was told', async () => {
  const { breach } = await aDuty();
  await breach();
  await timePasses();
  await work();
  await breach();
  await timePasses();
  await work();
  expect(server.arrived).toHaveLength(2);
  const [first, second] = server.arrived;
  expect(first?.messageId).not.toBe(second?.messageId);
});

test('two workers do not share out what is one letter', async () => {
  const { workspaceId, held, breach } = await aDuty();
  for (let count = 0; count < 4; count += 1) {
    await breach((await aConversation(workspaceId, held)).id);
  }
  await timePasses();
  await Promise.all([work(), work(), work()]);
  expect(server.arrived).toHaveLength(1);
});

test('a letter whose sender died is taken up under the same Message-ID, and the dead changes nothing', async () => {
  const { breach } = await aDuty();
  await breach();
  await timePasses();
  const [place] = (await mailDue(10)).due;
  if (!place) throw new Error('Nothing is due.');
  const held = await holdLetter(place, { leaseMs: 60_000 });
  expect((await mailDue(10)).due).toEqual([]);
  await timePasses();
  await work();
  expect(server.arrived.map(({ messageId }) => messageId)).toEqual([
    `<${held?.letterId}@test.dev>`,
  ]);
  if (held) await letterSent(held);
  expect(await rows()).toMatchObject([{ tries: 2, sent: true }]);
});

test('while the server is away letters wait; when it is back they leave, and an admin could see it', async () => {
  const { admin, agent, breach } = await aDuty();
  await breach();
  await timePasses();
  const { port } = server;
  await server.close();
  await work();
  expect(await rows()).toMatchObject([{ tries: 1, problem: 'unreachable', waits: true }]);
  expect(await mailStatus(admin)).toMatchObject({
    on: true,
    address: admin.email,
    trouble: { problem: 'unreachable', to: 'Priya', waiting: 1, failed: 0 },
  });
  expect((await mailStatus(agent)).trouble).toBeNull();
  server = await open(port);
  await timePasses();
  await work();
  expect(server.arrived).toHaveLength(1);
  expect((await mailStatus(admin)).trouble).toBeNull();
});

test('what the server refuses for good has failed at once, and an admin sees it', async () => {
  const { agent, admin, breach } = await aDuty();
  nowhere.add(agent.email);
  await breach();
  await timePasses();
  await work();
  expect(await rows()).toMatchObject([
    { tries: 1, problem: 'refused', waits: false, failed: true },
  ]);
  expect((await mailStatus(admin)).trouble).toMatchObject({ failed: 1, waiting: 0, to: 'Priya' });
  const neighbour = await aMember(await aWorkspace(), ['admin']);
  expect((await mailStatus(neighbour)).trouble).toBeNull();
});

test('after the last attempt it has failed', async () => {
  const { breach } = await aDuty();
  const { port } = server;
  await server.close();
  await breach();
  await timePasses();
  await work();
  await database.admin.query('update emails set tries = 14');
  await timePasses();
  await work();
  expect(await rows()).toMatchObject([{ tries: 15, waits: false, failed: true }]);
  server = await open(port);
});

test('in quiet hours it waits for their end, also when clocks change before that', async () => {
  const { agent, breach } = await aDuty();
  const quiet = { from: '22:00', to: '07:00', days: everyDay, zone: 'Europe/Berlin' };
  await chooses(agent, { quiet });
  await breach();
  await timePasses();
  const [place] = (await mailDue(10)).due;
  if (!place) throw new Error('Nothing is due.');
  // On 31 March 2030 at 02:00 clocks go forward, on 27 October at 03:00 back.
  for (const [at, end] of [
    ['2030-03-30T21:30:00Z', '2030-03-31T05:00:00.000Z'],
    ['2030-10-26T20:30:00Z', '2030-10-27T06:00:00.000Z'],
  ] as const) {
    await timePasses();
    expect(await holdLetter(place, { leaseMs: 60_000, at: new Date(at) })).toBeNull();
    const {
      rows: [row],
    } = await database.admin.query('select due_at from emails');
    expect(row.due_at.toISOString()).toBe(end);
  }
  await timePasses();
  expect(
    await holdLetter(place, { leaseMs: 60_000, at: new Date('2030-03-31T05:00:00Z') }),
  ).toMatchObject({ tries: 1 });
});

test('when quiet hours end, one e-mail gathers what is still unread', async () => {
  const { workspaceId, agent, held, conversation, breach } = await aDuty();
  await chooses(agent, { quiet: always });
  await breach();
  await breach((await aConversation(workspaceId, held)).id);
  await timePasses();
  await work();
  await breach((await aConversation(workspaceId, held)).id);
  await timePasses();
  await work();
  expect(server.arrived).toEqual([]);
  await markNotificationsRead(agent, { conversationId: conversation.id });
  // They end, as somebody says so: what waited for their end waits no longer for it.
  await chooses(agent, { quiet: null });
  await vi.waitFor(async () => {
    await work();
    expect(server.arrived).toHaveLength(1);
  }, 10_000);
  expect(server.arrived[0]?.subject).toContain('2 notifications');
});
