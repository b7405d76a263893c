import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import type { TestDatabase } from '@/db/testing';
import {
  aChannel,
  aConversation,
  aMember,
  anExternalId,
  aWorkspace,
  testDatabase,
} from '@/db/testing';
import { asSystem } from '../command';
import { receiveMessage } from '../inbound/receive';
import { disconnectChannel } from './disconnect';
import { setSilenceAlarm } from './set-silence-alarm';
import { dueToListen, listenFor } from './silence';

const pace = { timeScale: 1, restMs: 60_000 };

let database: TestDatabase;
let place: { workspaceId: string; channelId: string };
beforeAll(async () => {
  database = await testDatabase();
});
afterAll(() => database.close());
beforeEach(async () => {
  await database.admin.query('update channels set silence_due_at = null');
  const workspaceId = await aWorkspace();
  const { id: channelId } = await aChannel(workspaceId);
  place = { workspaceId, channelId };
});

/** So many hours ago the account was connected and the last customer wrote. */
async function heard(hoursAgo: number): Promise<void> {
  const at = new Date(Date.now() - hoursAgo * 3_600_000).toISOString();
  await aConversation(place.workspaceId, {
    channelId: place.channelId,
    lastInboundAt: at,
    lastMessageAt: at,
  });
  await database.admin.query('update channels set heard_at = $2 where id = $1', [
    place.channelId,
    at,
  ]);
}

async function due(): Promise<void> {
  await database.admin.query('update channels set silence_due_at = now() where id = $1', [
    place.channelId,
  ]);
}

async function look() {
  await due();
  return await listenFor(place, pace);
}

async function channel() {
  const { rows } = await database.admin.query(
    `select silent_since is not null as silent, usual_quiet_minutes,
       round(extract(epoch from silence_due_at - now()) / 3600)::int as hours from channels where id = $1`,
    [place.channelId],
  );
  return rows[0];
}

async function told(): Promise<string[]> {
  const { rows } = await database.admin.query<{ type: string }>(
    `select type from events where workspace_id = $1 and type in ('channel.silent', 'channel.heard')
     order by seq`,
    [place.workspaceId],
  );
  return rows.map(({ type }) => type);
}

/** A customer writes now, as the worker takes it in. */
function arrive() {
  const externalId = anExternalId();
  return asSystem(place.workspaceId, (context) =>
    receiveMessage(context, {
      channelId: place.channelId,
      kind: 'message',
      externalId,
      participant: { externalId: `9${externalId}`, handle: 'ana', name: 'Ana' },
      text: 'Is anybody there?',
      attachments: [],
      at: new Date(),
    }),
  );
}

test('a channel on which somebody wrote an hour ago is not silent, and is looked at when it would be', async () => {
  await heard(1);
  expect(await look()).toBeNull();
  expect(await channel()).toEqual({ silent: false, usual_quiet_minutes: null, hours: 23 });
  expect(await told()).toEqual([]);
});

test('after a day without a message it is told once that the channel is silent', async () => {
  await heard(25);
  expect(await look()).toBe('silent');
  expect(await look()).toBeNull();
  expect(await told()).toEqual(['channel.silent']);
  expect(await channel()).toMatchObject({ silent: true, hours: 0 });
});

test('its own rhythm counts: a channel that sleeps eight hours is not missed in the morning', async () => {
  for (let hour = 12; hour < 6 * 24; hour += 1) {
    if (hour % 24 < 16) await heard(hour);
  }
  await database.admin.query(
    "update channels set heard_at = now() - interval '12 hours' where id = $1",
    [place.channelId],
  );
  expect(await look()).toBeNull();
  expect(await channel()).toMatchObject({ usual_quiet_minutes: 540, hours: 1 });
});

test('the message that ends a silence tells of it in its own transaction, once', async () => {
  await heard(25);
  await look();
  await Promise.all([arrive(), arrive(), arrive()]);
  expect(await told()).toEqual(['channel.silent', 'channel.heard']);
  expect(await channel()).toMatchObject({ silent: false });
  expect(await look()).toBeNull();
  expect(await channel()).toMatchObject({ silent: false, hours: 24 });
});

test('however many workers look at once, a silence is told once', async () => {
  await heard(30);
  await due();
  const looks = await Promise.all(Array.from({ length: 8 }, () => listenFor(place, pace)));
  expect(looks.filter((found) => found === 'silent')).toHaveLength(1);
  expect(await told()).toEqual(['channel.silent']);
});

test('a worker that is killed while it looks leaves the look to the next one', async () => {
  await heard(30);
  await due();
  const holder = await database.admin.connect();
  await holder.query('begin');
  await holder.query('select 1 from channels where id = $1 for update', [place.channelId]);
  const killed = listenFor(place, pace).catch(() => 'killed');
  let pid: number | undefined;
  while (pid === undefined) {
    const { rows } = await database.admin.query<{ pid: number }>(
      `select pid from pg_stat_activity where datname = current_database()
       and wait_event_type = 'Lock' and application_name = 'porchlight'`,
    );
    pid = rows[0]?.pid;
  }
  await database.admin.query('select pg_terminate_backend($1)', [pid]);
  expect(await killed).toBe('killed');
  await holder.query('commit');
  holder.release();
  expect(await dueToListen(10)).toEqual([place]);
  expect(await listenFor(place, pace)).toBe('silent');
  expect(await told()).toEqual(['channel.silent']);
});

test('a message that came while somebody looked ends the silence at the next look', async () => {
  await heard(25);
  await look();
  // As if it had committed beside the look that told of the silence.
  await aConversation(place.workspaceId, {
    channelId: place.channelId,
    lastInboundAt: new Date().toISOString(),
    lastMessageAt: new Date().toISOString(),
  });
  expect(await look()).toBe('heard');
  expect(await told()).toEqual(['channel.silent', 'channel.heard']);
});

test('an admin chooses when to be told, or never; a channel that is off is not listened for', async () => {
  const admin = await aMember(place.workspaceId, ['admin']);
  await heard(4);
  const { channelId } = place;
  await setSilenceAlarm(admin, { channelId, afterMinutes: 180 });
  expect(await listenFor(place, pace)).toBe('silent');
  await setSilenceAlarm(admin, { channelId, afterMinutes: 0 });
  expect(await listenFor(place, pace)).toBeNull();
  expect(await channel()).toEqual({ silent: false, usual_quiet_minutes: null, hours: null });
  await setSilenceAlarm(admin, { channelId, afterMinutes: null });
  expect(await dueToListen(10)).toEqual([place]);
  await disconnectChannel(admin, { channelId });
  expect(await dueToListen(10)).toEqual([]);
  expect(await told()).toEqual(['channel.silent']);
  await expect(setSilenceAlarm(admin, { channelId, afterMinutes: 60 })).rejects.toMatchObject({
    code: 'conflict',
  });
  await expect(setSilenceAlarm(admin, { channelId, afterMinutes: 7 })).rejects.toThrow();
});

test('a channel of another workspace is not found', async () => {
  const foreign = await aMember(await aWorkspace(), ['admin']);
  const { channelId } = place;
  await expect(setSilenceAlarm(foreign, { channelId, afterMinutes: 60 })).rejects.toMatchObject({
    code: 'not_found',
  });
});

test('only an admin sets the alarm', async () => {
  const lead = await aMember(place.workspaceId, ['lead', 'agent', 'marketer']);
  const { channelId } = place;
  await expect(setSilenceAlarm(lead, { channelId, afterMinutes: 60 })).rejects.toMatchObject({
    code: 'forbidden',
  });
});
