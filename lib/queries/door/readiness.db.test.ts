import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import type { TestDatabase } from '@/db/testing';
import {
  aChannel,
  aConversation,
  aMember,
  anExternalId,
  aWorkspace,
  testDatabase,
} from '@/db/testing';
import { aReceiver, minutesAgo } from '../../commands/inbound/inbound.fixture';
import { aPolicy } from '../../commands/sla/sla.fixture';
import type { Actor } from '../../domain/access/can';
import { readiness } from './readiness';

let database: TestDatabase;
let workspaceId: string;
let channelId: string;
let lead: Actor;
beforeAll(async () => {
  database = await testDatabase();
});
afterAll(() => database.close());
beforeEach(async () => {
  workspaceId = await aWorkspace();
  channelId = (await aChannel(workspaceId)).id;
  lead = await aMember(workspaceId, ['lead']);
});

/** A conversation without a message in it. */
async function aThread(values: Parameters<typeof aConversation>[1] = {}) {
  const thread = await aConversation(workspaceId, { channelId, ...values });
  await database.admin.query('delete from messages where id = $1', [thread.messageId]);
  return thread.id;
}

type Said = { kind: 'inbound' | 'outbound' | 'note'; by?: Actor; externalId?: string | null };

/** Says something at that time by the clock of UTC; "-7" is seven days before today. */
async function says(
  conversationId: string,
  at: { days: number; clock: string },
  { kind, by, externalId = anExternalId() }: Said,
) {
  await database.admin.query(
    `insert into messages (workspace_id, id, conversation_id, channel_id, kind, body, author_id, external_id, at)
     values ($1, gen_random_uuid(), $2, $3, $4, 'x', $5, $6,
       ((now() at time zone 'UTC')::date + $7::int + $8::time) at time zone 'UTC')`,
    [
      workspaceId,
      conversationId,
      channelId,
      kind,
      by?.memberId ?? null,
      externalId,
      at.days,
      at.clock,
    ],
  );
}

it('counts messages and weeks of work by the hours of the asker’s clock', async () => {
  const thread = await aThread();
  for (const days of [-8, -15, -22]) {
    await says(thread, { days, clock: '10:10' }, { kind: 'inbound' });
    await says(thread, { days, clock: '23:30' }, { kind: 'inbound' });
  }
  await says(thread, { days: -8, clock: '10:50' }, { kind: 'outbound', by: lead });
  await says(thread, { days: -8, clock: '10:55' }, { kind: 'note', by: lead, externalId: null });
  await says(thread, { days: -15, clock: '10:59' }, { kind: 'note', by: lead, externalId: null });
  // By hand, outside Porchlight: nobody of the team is known to have worked.
  await says(thread, { days: -22, clock: '10:59' }, { kind: 'outbound' });
  await says(thread, { days: -40, clock: '10:59' }, { kind: 'inbound' });

  const { measured } = await readiness(lead, 'UTC');
  expect(measured.weeks).toBe(4);
  expect(measured.hours.map(({ messages, weeksWorked }) => [messages, weeksWorked])).toEqual([
    [3, 2],
    [3, 0],
  ]);
  const [morning, night] = measured.hours.map(({ hour }) => hour);
  expect((morning ?? 0) % 24).toBe(10);
  expect((night ?? 0) - (morning ?? 0)).toBe(13);

  const inTokyo = (await readiness(lead, 'Asia/Tokyo')).measured.hours;
  expect(inTokyo.map(({ hour }) => hour % 24).toSorted()).toEqual([19, 8]);
});

it('takes the time from where a customer begins to wait to the next answer that arrived', async () => {
  const [one, other, waiting] = [await aThread(), await aThread(), await aThread()];
  await says(one, { days: -3, clock: '10:00' }, { kind: 'inbound' });
  await says(one, { days: -3, clock: '10:05' }, { kind: 'inbound' });
  await says(one, { days: -3, clock: '10:06' }, { kind: 'outbound', by: lead, externalId: null });
  await says(one, { days: -3, clock: '10:07' }, { kind: 'note', by: lead, externalId: null });
  await says(one, { days: -3, clock: '10:10' }, { kind: 'outbound', by: lead });
  await says(one, { days: -3, clock: '10:20' }, { kind: 'inbound' });
  await says(one, { days: -3, clock: '10:50' }, { kind: 'outbound', by: lead });
  await says(other, { days: -2, clock: '10:00' }, { kind: 'inbound' });
  await says(other, { days: -2, clock: '12:00' }, { kind: 'outbound', by: lead });
  await says(waiting, { days: -1, clock: '10:00' }, { kind: 'inbound' });
  expect((await readiness(lead, 'UTC')).answers).toEqual({
    waits: 4,
    answered: 3,
    medianSeconds: 30 * 60,
  });
});

it('says who holds how much, what is in spam and what people write about', async () => {
  const busy = await aMember(workspaceId);
  const { rows } = await database.admin.query<{ id: string }>(
    `insert into labels (workspace_id, id, name, colour)
     select $1, gen_random_uuid(), name, 'teal' from unnest(array['orders', 'press']) name returning id`,
    [workspaceId],
  );
  const [orders = '', press = ''] = rows.map(({ id }) => id);
  await aThread({ ownerId: busy.memberId, labelIds: [orders] });
  await aThread({ ownerId: busy.memberId, labelIds: [orders, press] });
  await aThread({ ownerId: lead.memberId, waitingSince: null });
  await aThread({ status: 'spam', labelIds: [press] });
  await aThread({ status: 'resolved', ownerId: busy.memberId });
  await aThread();
  await aThread({ waitingSince: null });
  const { desks, spam, subjects, measured } = await readiness(lead, 'UTC');
  expect(desks).toEqual({ members: 2, held: 3, fullest: 2, unowned: 1 });
  expect(spam).toBe(1);
  expect(subjects).toEqual([
    { name: 'orders', conversations: 2 },
    { name: 'press', conversations: 1 },
  ]);
  // What is not built yet is not measured, whatever else can be said.
  expect(measured).toMatchObject({ routing: null, spam: null });
  expect(measured.replies).toEqual({ intents: 0, withReply: 0 });
  expect(measured.targets).toEqual({ policies: 0, ended: 0, kept: 0 });
});

it('counts of what was promised how much came in time', async () => {
  const receiver = await aReceiver(database);
  const asking = await aMember(receiver.workspaceId, ['lead']);
  await aPolicy(receiver.workspaceId);
  for (const [from, at, answered] of [
    ['ana', 300, 290],
    ['ben', 300, 100],
    ['cem', 300, null],
    ['dan', 20, null],
  ] as const) {
    await receiver.hears(receiver.told({ from, at: minutesAgo(at) }));
    if (answered) await receiver.sees(receiver.told({ from, at: minutesAgo(answered) }));
  }
  const { measured } = await readiness(asking, 'UTC');
  expect(measured.targets).toEqual({ policies: 1, ended: 3, kept: 1 });
});

it('says nothing of another workspace, and nothing to somebody without a role', async () => {
  await says(await aThread(), { days: -1, clock: '10:00' }, { kind: 'inbound' });
  const stranger = await aMember(await aWorkspace(), ['admin']);
  expect(await readiness(stranger, 'UTC')).toEqual({
    measured: {
      ...{ hours: [], weeks: 0, routing: null, spam: null },
      replies: { intents: 0, withReply: 0 },
      targets: { policies: 0, ended: 0, kept: 0 },
    },
    desks: { members: 0, held: 0, fullest: 0, unowned: 0 },
    answers: { waits: 0, answered: 0, medianSeconds: null },
    subjects: [],
    spam: 0,
  });
  await expect(readiness({ ...lead, roles: [] }, 'UTC')).rejects.toMatchObject({
    code: 'forbidden',
  });
});
