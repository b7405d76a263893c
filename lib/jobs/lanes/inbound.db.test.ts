import { createHash } from 'node:crypto';
import { afterAll, afterEach, beforeAll, beforeEach, expect, test, vi } from 'vitest';
import type { InboundTally } from '@/db/schema/inbound';
import type { TestDatabase } from '@/db/testing';
import { aChannel, aMember, anExternalId, aWorkspace, testDatabase } from '@/db/testing';
import { acceptDelivery } from '../../commands/inbound/accept';
import { claimDeliveries } from '../../commands/inbound/claim';
import { redriveInbound } from '../../commands/inbound/redrive';
import { accountDelivery, activity, bytes } from '../../networks/x/deliveries.fixture';
import { quarantinedInbound } from '../../queries/inbound/quarantined';
import type { RunningLane } from '../lane';
import { startLane } from '../lane';
import { inboundLane, takeInBatch } from './inbound';

let database: TestDatabase;
let lane: RunningLane | undefined;
beforeAll(async () => {
  database = await testDatabase({ TIME_SCALE: '0.01' });
  await database.admin.query(`
    create function refuse_poison() returns trigger language plpgsql as $$
    begin
      if new.body like 'poison%' then raise exception 'not digestible' using errcode = '22023'; end if;
      return new;
    end $$;
    create trigger refuse_poison before insert on messages for each row execute function refuse_poison()`);
});
afterAll(() => database.close());
beforeEach(async () => {
  await database.admin.query('delete from inbound_deliveries');
});
afterEach(async () => {
  await lane?.stop();
  lane = undefined;
});

type Words = { id?: string; from?: string; to: string; text?: string; atMs?: number };

function directMessage({ id = anExternalId(), from = '4242', to, text = 'Hello', atMs }: Words) {
  return {
    type: 'message_create',
    id,
    created_timestamp: String(atMs ?? Date.now()),
    message_create: {
      target: { recipient_id: to },
      sender_id: from,
      message_data: { text, entities: { hashtags: [], symbols: [], user_mentions: [], urls: [] } },
    },
  };
}

const told = (account: string, ...messages: unknown[]) => ({
  data: activity('dm.received', { direct_message_events: messages, users: {} }, account),
});

async function deliver(body: unknown): Promise<'accepted' | 'repeated'> {
  const raw = bytes(body);
  const dedupeKey = createHash('sha256').update(raw).digest('hex');
  return await acceptDelivery({ network: 'x', dedupeKey, body: raw });
}

function work(): void {
  lane = startLane({ ...inboundLane, pollMs: 20 });
}

async function settled(count: number): Promise<void> {
  await vi.waitFor(
    async () => expect(await rows("state in ('done', 'quarantined')")).toHaveLength(count),
    { timeout: 20_000, interval: 50 },
  );
}

type Row = {
  id: string;
  state: string;
  tries: number;
  tally: InboundTally;
  problem: string | null;
};

async function rows(where = 'true'): Promise<Row[]> {
  const found = await database.admin.query<Row>(
    `select id, state, tries, tally, problem from inbound_deliveries where ${where} order by received_at`,
  );
  return found.rows;
}

async function bodies(workspaceId: string): Promise<string[]> {
  const found = await database.admin.query<{ body: string }>(
    'select body from messages where workspace_id = $1 order by at, tie',
    [workspaceId],
  );
  return found.rows.map(({ body }) => body);
}

async function aBrand() {
  const workspaceId = await aWorkspace();
  const channel = await aChannel(workspaceId);
  return { workspaceId, channel, admin: await aMember(workspaceId, ['admin']) };
}

test('a delivery is taken in, and its channel has shown a sign of life', async () => {
  const { workspaceId, channel } = await aBrand();
  await deliver(told(channel.externalId, directMessage({ to: channel.externalId })));
  work();
  await settled(1);
  expect(await bodies(workspaceId)).toEqual(['Hello']);
  expect(await rows()).toMatchObject([
    { state: 'done', tally: { received: 1, repeated: 0, ignored: {} } },
  ]);
  const alive = await database.admin.query(
    "select 1 from channels where id = $1 and last_proof_at > now() - interval '1 minute'",
    [channel.id],
  );
  expect(alive.rowCount).toBe(1);
});

test('every thing told is received, repeated, ignored with a reason, or set aside: nothing is dropped', async () => {
  const { channel, workspaceId } = await aBrand();
  const to = channel.externalId;
  const first = directMessage({ to });
  const deliveries = [
    { body: told(to, first, directMessage({ to }), directMessage({ to })), things: 3 },
    { body: told(to, first), things: 1 },
    { body: accountDelivery(directMessage({ to: '1402556069340311552' })), things: 1 },
    { body: { data: activity('sundae.melted', 'drip', to) }, things: 1 },
    { body: told(anExternalId(), directMessage({ to: '7' })), things: 1 },
  ];
  for (const { body } of deliveries) expect(await deliver(body)).toBe('accepted');
  expect(await deliver(deliveries[0]?.body)).toBe('repeated');
  work();
  await settled(deliveries.length);
  const tallies = (await rows()).map(({ tally }) => tally);
  const counted = tallies.map(
    ({ received, repeated, ignored }) =>
      received + repeated + Object.values(ignored).reduce((sum, each) => sum + each, 0),
  );
  expect(counted).toEqual(deliveries.map(({ things }) => things));
  // Which of the two that told the first message came first is anybody's guess.
  expect([tallies[0]?.received, tallies[1]?.received].toSorted()).toEqual(
    tallies[0]?.repeated === 1 ? [1, 2] : [0, 3],
  );
  expect(tallies[2]?.ignored).toEqual({ 'unknown channel': 1 });
  expect(Object.values(tallies[3]?.ignored ?? {})).toEqual([1]);
  expect(await bodies(workspaceId)).toHaveLength(3);
});

test('one that can never be taken in is set aside after eight tries, and keeps nobody waiting', async () => {
  const { channel, workspaceId, admin } = await aBrand();
  const to = channel.externalId;
  const count = 200;
  for (let index = 0; index < count; index++) {
    const text = index === 20 ? 'poison' : `fine ${index}`;
    await deliver(told(to, directMessage({ to, from: `${9_000 + (index % 20)}`, text })));
  }
  work();
  await settled(count);
  expect(await bodies(workspaceId)).toHaveLength(count - 1);
  const [poison] = await rows("state = 'quarantined'");
  expect(poison).toMatchObject({ tries: 8, problem: 'database_22023' });
  expect(JSON.stringify(poison)).not.toContain('digestible');

  expect(await quarantinedInbound(admin)).toMatchObject([
    { id: poison?.id, network: 'x', tries: 8, problem: 'database_22023' },
  ]);
}, 60_000);

test('what was set aside is read again when an admin asks, and then it may pass', async () => {
  const { channel, workspaceId, admin } = await aBrand();
  const to = channel.externalId;
  await deliver(
    told(to, directMessage({ to, text: 'fine' }), directMessage({ to, text: 'poison' })),
  );
  await database.admin.query('update inbound_deliveries set tries = 7');
  work();
  await settled(1);
  expect(await bodies(workspaceId)).toEqual(['fine']);
  const [aside] = await rows("state = 'quarantined'");

  await database.admin.query('alter table messages disable trigger refuse_poison');
  await redriveInbound(admin, { inboundId: aside?.id });
  lane?.wake();
  await vi.waitFor(async () => expect((await rows())[0]?.state).toBe('done'));
  await database.admin.query('alter table messages enable trigger refuse_poison');
  expect((await bodies(workspaceId)).sort()).toEqual(['fine', 'poison']);
  expect((await rows())[0]?.tally).toEqual({ received: 1, repeated: 1, ignored: {} });
});

test('only an admin of a workspace that it concerns may have it read again', async () => {
  const { channel, workspaceId, admin } = await aBrand();
  const to = channel.externalId;
  await deliver(told(to, directMessage({ to, text: 'poison' })));
  await database.admin.query('update inbound_deliveries set tries = 7');
  work();
  await settled(1);
  const [aside] = await rows("state = 'quarantined'");
  const inboundId = aside?.id;

  const lead = await aMember(workspaceId, ['lead']);
  await expect(redriveInbound(lead, { inboundId })).rejects.toMatchObject({ code: 'forbidden' });
  await expect(quarantinedInbound(lead)).rejects.toMatchObject({ code: 'forbidden' });
  const stranger = await aMember(await aWorkspace(), ['admin']);
  await expect(redriveInbound(stranger, { inboundId })).rejects.toMatchObject({
    code: 'not_found',
  });
  expect(await quarantinedInbound(stranger)).toEqual([]);
  expect(await rows("state = 'quarantined'")).toHaveLength(1);
  await redriveInbound(admin, { inboundId });
  expect(await rows("state = 'quarantined'")).toHaveLength(0);
});

test.each([
  ['not JSON', Buffer.from('{"data": [')],
  ['an unknown envelope', bytes({ hello: 'world' })],
  ['no object at all', bytes([1, 2, 3])],
])('a signed body that is %s is kept and set aside at once', async (_, raw) => {
  await acceptDelivery({ network: 'x', dedupeKey: anExternalId(), body: raw });
  work();
  await settled(1);
  expect(await rows()).toMatchObject([
    { state: 'quarantined', tries: 1, problem: 'not_understood' },
  ]);
});

test('a body that is broken in one place still brings what the rest of it says', async () => {
  const { channel, workspaceId } = await aBrand();
  const to = channel.externalId;
  await deliver(told(to, { type: 'message_create', id: 7 }, directMessage({ to, text: 'whole' })));
  work();
  await settled(1);
  expect(await bodies(workspaceId)).toEqual(['whole']);
  expect(await rows()).toMatchObject([
    { state: 'quarantined', tally: { received: 1 }, problem: 'not_understood' },
  ]);
});

test('a body whose worker died is taken by the next, and comes to the same', async () => {
  const { channel, workspaceId } = await aBrand();
  const to = channel.externalId;
  await deliver(told(to, directMessage({ to })));
  const abandoned = await claimDeliveries(1, 1, 1);
  expect(abandoned).toHaveLength(1);
  await new Promise((resolve) => setTimeout(resolve, 20));
  work();
  await settled(1);
  // The dead one wakes up: it changes nothing any more.
  await takeInBatch(abandoned);
  expect(await rows()).toMatchObject([{ state: 'done', tally: { received: 1, repeated: 0 } }]);
  expect(await bodies(workspaceId)).toEqual(['Hello']);
});

test('a body that brings down every worker is set aside without a ninth', async () => {
  const { channel } = await aBrand();
  await deliver(told(channel.externalId, directMessage({ to: channel.externalId })));
  await database.admin.query('update inbound_deliveries set tries = 8');
  work();
  await settled(1);
  expect(await rows()).toMatchObject([{ state: 'quarantined', problem: 'ended_its_workers' }]);
});

test('two workers share the work without doing any of it twice', async () => {
  const { channel, workspaceId } = await aBrand();
  const to = channel.externalId;
  for (let index = 0; index < 60; index++) {
    await deliver(told(to, directMessage({ to, from: `${index % 5}`, text: `${index}` })));
  }
  const second = startLane({ ...inboundLane, pollMs: 20 });
  work();
  await settled(60);
  await second.stop();
  expect(await bodies(workspaceId)).toHaveLength(60);
  const repeated = (await rows()).reduce((sum, { tally }) => sum + tally.repeated, 0);
  expect(repeated).toBe(0);
});

test('an account that moved to another workspace brings its messages there from then on', async () => {
  const before = await aBrand();
  const to = before.channel.externalId;
  await deliver(told(to, directMessage({ to, text: 'to the first' })));
  work();
  await settled(1);
  await database.admin.query("update channels set status = 'disconnected' where id = $1", [
    before.channel.id,
  ]);
  const after = await aWorkspace();
  await aChannel(after, { externalId: to });
  await deliver(told(to, directMessage({ to, text: 'to the second' })));
  lane?.wake();
  await settled(2);
  expect(await bodies(before.workspaceId)).toEqual(['to the first']);
  expect(await bodies(after)).toEqual(['to the second']);
});

test('a revoked grant asks for an admin, unless the account was connected again since', async () => {
  const { channel, admin } = await aBrand();
  const revoked = (at: string) => ({
    data: activity(
      'oauth.revoke',
      { date_time: at, user_id: channel.externalId, app_id: '1' },
      null,
    ),
  });
  const status = async () => {
    const found = await database.admin.query<{ status: string }>(
      'select status from channels where id = $1',
      [channel.id],
    );
    return found.rows[0]?.status;
  };
  await database.admin.query('update channels set subscribed_at = now() where id = $1', [
    channel.id,
  ]);
  await deliver(revoked('2020-01-01T00:00:00.000Z'));
  work();
  await settled(1);
  expect(await status()).toBe('connected');

  await deliver(revoked(new Date(Date.now() + 60_000).toISOString()));
  lane?.wake();
  await settled(2);
  expect(await status()).toBe('reconnect');
  const facts = await database.admin.query(
    "select data from events where type = 'channel.changed'",
  );
  const told = admin.memberId;
  expect(facts.rows).toEqual([
    { data: { status: 'reconnect', reason: 'ACCOUNT_DISCONNECTED', told } },
  ]);
});
