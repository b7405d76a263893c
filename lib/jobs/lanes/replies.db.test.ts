import { v7 as uuid } from 'uuid';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, test, vi } from 'vitest';
import { withWorkspace } from '@/db/client';
import { channelCredentials } from '@/db/schema/channels';
import type { TestDatabase } from '@/db/testing';
import { aChannel, aConversation, aMember, aWorkspace, testDatabase } from '@/db/testing';
import type { Entry } from '@/sandbox/core/facts';
import type { TestSandbox } from '@/sandbox/testing/start';
import { startTestSandbox } from '@/sandbox/testing/start';
import { sealedColumns } from '../../commands/channel/credentials';
import { replyToConversation } from '../../commands/conversation/reply';
import { beginAttempt } from '../../commands/delivery/delivery.fixture';
import { retryDelivery } from '../../commands/delivery/retry';
import { settleDelivery } from '../../commands/delivery/settle';
import type { Actor } from '../../domain/access/can';
import { deliveryPolicy } from '../../domain/delivery/policy';
import type { RunningLane } from '../lane';
import { startLane } from '../lane';
import { deliveryLane } from './delivery';
import { reconcileLane } from './reconcile';
import { relationLane } from './relation';

const TIME_SCALE = 0.005;
const policy = deliveryPolicy(TIME_SCALE);

let database: TestDatabase;
let sandbox: TestSandbox;
let lanes: RunningLane[] = [];
beforeAll(async () => {
  sandbox = await startTestSandbox({ timeScale: TIME_SCALE });
  database = await testDatabase({ X_API_URL: sandbox.url, TIME_SCALE: String(TIME_SCALE) });
});
afterAll(async () => {
  await database.close();
  await sandbox.remove();
});
beforeEach(async () => {
  await sandbox.control('DELETE', '/sandbox/faults');
});
afterEach(async () => {
  await Promise.all(lanes.map((lane) => lane.stop()));
  lanes = [];
});

type Row = {
  message_id: string;
  text: string;
  state: string;
  reason: string | null;
  attempt_no: number;
  external_id: string | null;
  not_before: Date;
};

/** A brand on the network whose customers take its messages, and a workspace that answers for it. */
async function aBrand(customers: number) {
  const name = `b${uuid().slice(-10)}`;
  const account = await sandbox.control<{ id: string }>('POST', '/sandbox/people', {
    username: name,
    brand: true,
  });
  const people = await Promise.all(
    Array.from({ length: customers }, (_, index) =>
      sandbox.control<{ id: string }>('POST', '/sandbox/people', {
        username: `${name}_${index}`.slice(0, 15),
        door: 'everyone',
      }),
    ),
  );
  const workspaceId = await aWorkspace();
  const agent = await aMember(workspaceId, ['agent']);
  const channel = await aChannel(workspaceId, { externalId: account.id });
  await grant(workspaceId, channel.id, account.id);
  const conversationIds: string[] = [];
  for (const person of people) {
    const conversation = await aConversation(workspaceId, { channelId: channel.id });
    await database.admin.query('update identities set external_id = $2 where id = $1', [
      conversation.identityId,
      person.id,
    ]);
    conversationIds.push(conversation.id);
  }
  return { accountId: account.id, workspaceId, agent, channelId: channel.id, conversationIds };
}

async function grant(workspaceId: string, channelId: string, accountId: string) {
  const tokens = await sandbox.control<{ access_token: string; refresh_token: string }>(
    'POST',
    '/sandbox/tokens',
    { accountId },
  );
  const sealed = await sealedColumns(
    { workspaceId, channelId },
    {
      accessToken: tokens.access_token,
      refreshToken: tokens.refresh_token,
      scope: 'dm.write',
      expiresAt: new Date(Date.now() + 3_600_000),
    },
  );
  await withWorkspace(workspaceId, (tx) =>
    tx.insert(channelCredentials).values({ workspaceId, channelId, ...sealed }),
  );
}

type Brand = Awaited<ReturnType<typeof aBrand>>;

async function reply(agent: Actor, conversationId: string, text: string): Promise<string> {
  const input = { conversationId, clientKey: uuid(), body: text, seenSeq: 0, override: true };
  return (await replyToConversation(agent, input)).messageId;
}

function startWorker() {
  lanes = [startLane(deliveryLane), startLane(reconcileLane), startLane(relationLane)];
}

async function rows({ workspaceId }: Brand): Promise<Row[]> {
  const { rows: found } = await database.admin.query<Row>(
    `select d.*, m.body as text, m.external_id from deliveries d join messages m on m.id = d.message_id
     where d.workspace_id = $1 order by m.id`,
    [workspaceId],
  );
  return found;
}

async function ledger(kind: string): Promise<Entry[]> {
  return (await sandbox.control<{ entries: Entry[] }>('GET', `/sandbox/ledger?kind=${kind}`))
    .entries;
}

/** The texts that the network took from this brand, in their order. */
async function taken({ accountId }: Brand): Promise<string[]> {
  return (await ledger('message.created')).flatMap((entry) =>
    entry.kind === 'message.created' && entry.message.fromId === accountId
      ? [entry.message.text]
      : [],
  );
}

async function calls({ accountId }: Brand, area: string): Promise<(number | null)[]> {
  return (await ledger('call.answered')).flatMap((entry) =>
    entry.kind === 'call.answered' && entry.accountId === accountId && entry.area === area
      ? [entry.status]
      : [],
  );
}

async function untilAll(brand: Brand, states: readonly string[], withinMs = 20_000) {
  await vi.waitFor(
    async () => {
      const found = (await rows(brand)).map(({ state }) => state);
      expect(found.filter((state) => !states.includes(state))).toEqual([]);
    },
    { timeout: withinMs, interval: 50 },
  );
}

test('whatever happens to the call, each message is on the network once and nobody is told otherwise', async () => {
  const faults = [
    { mode: 'error_before_accept' },
    { mode: 'error_after_accept' },
    { mode: 'timeout_before_accept' },
    { mode: 'timeout_after_accept' },
    { mode: 'reset_before_accept' },
    { mode: 'reset_after_accept' },
    { mode: 'swallow_reply' },
    { mode: 'unparseable' },
    { mode: 'refuse', code: 'permission' },
  ];
  const brand = await aBrand(faults.length + 1);
  await sandbox.control('PUT', '/sandbox/faults', {
    send: faults.map((fault) => ({ ...fault, times: 1 })),
  });
  await Promise.all(
    brand.conversationIds.map((id, index) => reply(brand.agent, id, `message ${index}`)),
  );
  startWorker();
  await untilAll(brand, ['sent', 'failed']);

  const attempts = (await ledger('send.attempted')).flatMap((entry) =>
    entry.kind === 'send.attempted' && entry.accountId === brand.accountId ? [entry] : [],
  );
  const faultOf = (text: string) => attempts.find((each) => each.text === text)?.fault;
  const onNetwork = await taken(brand);
  for (const { text, state, reason, external_id } of await rows(brand)) {
    const refused = faultOf(text) === 'refuse';
    expect([text, state]).toEqual([text, refused ? 'failed' : 'sent']);
    expect(onNetwork.filter((each) => each === text)).toHaveLength(refused ? 0 : 1);
    if (refused) expect(reason).toBe('RECIPIENT_CLOSED');
    else expect(external_id).not.toBeNull();
  }
  expect(new Set(attempts.map(({ fault }) => fault))).toEqual(
    new Set([...faults.map(({ mode }) => mode), undefined]),
  );
});

test('a message whose worker died before the call is sent again exactly once, by proof and not by guess', async () => {
  const brand = await aBrand(1);
  const [conversationId = ''] = brand.conversationIds;
  const messageId = await reply(brand.agent, conversationId, 'only once');
  expect(await beginAttempt({ workspaceId: brand.workspaceId, messageId }, policy)).toBeDefined();
  startWorker();
  await untilAll(brand, ['sent']);
  expect(await taken(brand)).toEqual(['only once']);
  expect(await rows(brand)).toMatchObject([{ attempt_no: 2 }]);
  expect((await calls(brand, 'lookup')).length).toBeGreaterThanOrEqual(2);
});

test('one conversation keeps its order, also behind a message whose fate is unknown', async () => {
  const brand = await aBrand(2);
  await sandbox.control('PUT', '/sandbox/faults', {
    send: [
      { mode: 'timeout_before_accept', times: 1 },
      { mode: 'swallow_reply', times: 1 },
    ],
  });
  const texts = ['one', 'two', 'two', 'three', 'four'];
  for (const text of texts) {
    for (const id of brand.conversationIds) await reply(brand.agent, id, text);
  }
  startWorker();
  await untilAll(brand, ['sent']);
  const sent = (await ledger('message.created')).flatMap((entry) =>
    entry.kind === 'message.created' && entry.message.fromId === brand.accountId
      ? [entry.message]
      : [],
  );
  const byPerson = new Map<string, string[]>();
  for (const { toId, text } of sent) byPerson.set(toId, [...(byPerson.get(toId) ?? []), text]);
  expect([...byPerson.values()]).toEqual([texts, texts]);
});

test('forty replies at once on a budget of fifteen: no call is refused for its rate, and all arrive', async () => {
  const brand = await aBrand(40);
  await Promise.all(
    brand.conversationIds.map((id, index) => reply(brand.agent, id, `no ${index}`)),
  );
  startWorker();
  const planned = new Map<string, number>();
  await vi.waitFor(
    async () => {
      const found = await rows(brand);
      for (const { text, state, not_before } of found) {
        const waits = state === 'queued' && not_before.getTime() > Date.now();
        if (waits && !planned.has(text)) planned.set(text, not_before.getTime());
      }
      expect(found.filter(({ state }) => state !== 'sent')).toEqual([]);
    },
    { timeout: 40_000, interval: 20 },
  );
  expect(await calls(brand, 'send')).not.toContain(429);
  expect(await taken(brand)).toHaveLength(40);
  expect(planned.size).toBeGreaterThanOrEqual(10);
  const { rows: left } = await database.admin.query<{ text: string; started_at: Date }>(
    `select m.body as text, a.started_at from attempts a join messages m on m.id = a.message_id
     where a.workspace_id = $1`,
    [brand.workspaceId],
  );
  expect(left).toHaveLength(40);
  for (const { text, started_at } of left) {
    const off = Math.abs(started_at.getTime() - (planned.get(text) ?? started_at.getTime()));
    expect(off).toBeLessThanOrEqual(policy.windowMs + 2_000);
  }
});

test('fifty unknowns of one account are settled within the look-up budget', async () => {
  await sandbox.control('PUT', '/sandbox/settings', {
    budgets: { 'dm.send': { limit: 100, windowSeconds: 900 } },
  });
  const brand = await aBrand(50);
  await database.admin.query(
    `insert into channel_budgets values ($1, $2, 'send', 100, 100, now() + interval '1 minute')`,
    [brand.workspaceId, brand.channelId],
  );
  await sandbox.control('PUT', '/sandbox/faults', { send: { mode: 'swallow_reply' } });
  await Promise.all(
    brand.conversationIds.map((id, index) => reply(brand.agent, id, `no ${index}`)),
  );
  startWorker();
  await untilAll(brand, ['sent'], 25_000);
  expect(await taken(brand)).toHaveLength(50);
  const lookups = await calls(brand, 'lookup');
  expect(lookups).not.toContain(429);
  expect(lookups.length).toBeLessThan(50);
});

describe('without look-ups', () => {
  it('a person is asked, once, and their word is carried out', async () => {
    const brand = await aBrand(2);
    await sandbox.control('PUT', '/sandbox/faults', {
      send: { mode: 'timeout_after_accept', times: 2 },
      lookup: { mode: 'off' },
    });
    for (const [index, id] of brand.conversationIds.entries()) {
      await reply(brand.agent, id, `no ${index}`);
    }
    startWorker();
    await untilAll(brand, ['unknown']);
    await database.admin.query(
      "update attempts set ended_at = ended_at - interval '1 hour' where workspace_id = $1",
      [brand.workspaceId],
    );
    await untilAll(brand, ['needs_review']);
    const [first, second] = await rows(brand);
    expect(await taken(brand)).toHaveLength(2);
    await settleDelivery(brand.agent, { messageId: first?.message_id, decision: 'arrived' });
    await settleDelivery(brand.agent, { messageId: second?.message_id, decision: 'send_again' });
    await untilAll(brand, ['sent']);
    expect((await taken(brand)).sort()).toEqual(['no 0', 'no 1', 'no 1']);
  });
});

describe('the account', () => {
  it('with an expired token is refreshed once, however many messages leave', async () => {
    const brand = await aBrand(10);
    await sandbox.control('POST', '/sandbox/tokens/expire', { accountId: brand.accountId });
    await Promise.all(
      brand.conversationIds.map((id, index) => reply(brand.agent, id, `no ${index}`)),
    );
    startWorker();
    await untilAll(brand, ['sent']);
    expect(await taken(brand)).toHaveLength(10);
    const refreshed = (await ledger('grant.refreshed')).filter(
      (entry) => entry.kind === 'grant.refreshed' && entry.grant.accountId === brand.accountId,
    );
    expect(refreshed).toHaveLength(1);
    expect(await ledger('grant.reused')).toEqual([]);
  });

  it('that disconnected us keeps its messages waiting, visibly, and asks no more', async () => {
    const brand = await aBrand(3);
    await sandbox.control('POST', `/sandbox/accounts/${brand.accountId}/revoke`, {});
    await Promise.all(
      brand.conversationIds.map((id, index) => reply(brand.agent, id, `no ${index}`)),
    );
    startWorker();
    await vi.waitFor(async () => {
      const { rows: found } = await database.admin.query(
        'select status from channels where id = $1',
        [brand.channelId],
      );
      expect(found).toEqual([{ status: 'reconnect' }]);
    }, 10_000);
    await untilAll(brand, ['queued']);
    const before = (await calls(brand, 'send')).length;
    await new Promise((resolve) => setTimeout(resolve, 1_500));
    expect((await calls(brand, 'send')).length).toBe(before);
    expect(await taken(brand)).toEqual([]);
  });

  it('without credits pauses, tries one message at a time, and goes on when they are back', async () => {
    const brand = await aBrand(5);
    await sandbox.control('PUT', '/sandbox/faults', { creditsGone: true });
    await Promise.all(
      brand.conversationIds.map((id, index) => reply(brand.agent, id, `no ${index}`)),
    );
    startWorker();
    await vi.waitFor(async () => {
      const { rows: found } = await database.admin.query(
        'select status, status_reason from channels where id = $1',
        [brand.channelId],
      );
      expect(found).toEqual([{ status: 'paused', status_reason: 'CREDITS_DEPLETED' }]);
    }, 10_000);
    await new Promise((resolve) => setTimeout(resolve, 2_000));
    expect((await rows(brand)).every(({ state }) => state !== 'failed')).toBe(true);
    await sandbox.control('PUT', '/sandbox/faults', { creditsGone: false });
    await untilAll(brand, ['sent'], 25_000);
    expect(await taken(brand)).toHaveLength(5);
    const { rows: found } = await database.admin.query(
      'select status from channels where id = $1',
      [brand.channelId],
    );
    expect(found).toEqual([{ status: 'connected' }]);
  });
});

test('retry after a failure is one call, and it is true', async () => {
  const brand = await aBrand(1);
  const [conversationId = ''] = brand.conversationIds;
  await sandbox.control('PUT', '/sandbox/faults', {
    send: { mode: 'refuse', code: 'permission', times: 1 },
  });
  const messageId = await reply(brand.agent, conversationId, 'try me');
  startWorker();
  await untilAll(brand, ['failed']);
  await retryDelivery(brand.agent, { messageId });
  await untilAll(brand, ['sent']);
  expect(await calls(brand, 'send')).toHaveLength(2);
  expect(await taken(brand)).toEqual(['try me']);
});

test('a worker that is told to stop waits for the answer of the call under way', async () => {
  const brand = await aBrand(1);
  const [conversationId = ''] = brand.conversationIds;
  await sandbox.control('PUT', '/sandbox/faults', {
    send: { mode: 'timeout_after_accept', times: 1 },
  });
  await reply(brand.agent, conversationId, 'hold on');
  const lane = startLane(deliveryLane);
  await vi.waitFor(async () => expect(await taken(brand)).toHaveLength(1), 10_000);
  expect(await rows(brand)).toMatchObject([{ state: 'sending' }]);
  await lane.stop();
  expect(await rows(brand)).toMatchObject([{ state: 'unknown' }]);
});
