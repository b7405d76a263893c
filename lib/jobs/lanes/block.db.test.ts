import { v7 as uuid } from 'uuid';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import type { TestDatabase } from '@/db/testing';
import { aMember, aWorkspace, testDatabase } from '@/db/testing';
import type { TestSandbox } from '@/sandbox/testing/start';
import { startTestSandbox } from '@/sandbox/testing/start';
import { beginBlock, claimBlocks } from '../../commands/block/orders';
import { settleBlock } from '../../commands/block/settle';
import { asSystem } from '../../commands/command';
import { blockContact } from '../../commands/contact/block';
import { unblockContact } from '../../commands/contact/unblock';
import { replyToConversation } from '../../commands/conversation/reply';
import { learn } from '../../commands/relation/learn';
import type { Actor } from '../../domain/access/can';
import { activity } from '../../queries/inbox/activity';
import { threadView } from '../../queries/inbox/thread-view';
import type { Granted } from '../granted.fixture';
import { aGrantedChannel, aWriterThere, ledgerOf } from '../granted.fixture';
import type { RunningLane } from '../lane';
import { startLane } from '../lane';
import { blockLane } from './block';
import { startRelay } from './block.fixture';
import { relationLane } from './relation';

const TIME_SCALE = 0.005;
let database: TestDatabase;
let sandbox: TestSandbox;
let relay: Awaited<ReturnType<typeof startRelay>>;
let granted: Granted;
let agent: Actor;
let lanes: RunningLane[] = [];
beforeAll(async () => {
  sandbox = await startTestSandbox({ timeScale: TIME_SCALE });
  relay = await startRelay(sandbox.url);
  database = await testDatabase({ X_API_URL: relay.url, TIME_SCALE: String(TIME_SCALE) });
});
afterAll(async () => {
  await database.close();
  await relay.close();
  await sandbox.remove();
});
beforeEach(async () => {
  await sandbox.control('DELETE', '/sandbox/faults');
  await sandbox.control('DELETE', '/sandbox/settings');
  granted = await aGrantedChannel(sandbox);
  agent = await aMember(granted.workspaceId, ['agent'], 'Priya');
});
afterEach(async () => {
  await Promise.all(lanes.map((lane) => lane.stop()));
  lanes = [];
});

function work(workers = 1): void {
  const each = Array.from({ length: workers }, () => startLane({ ...blockLane, pollMs: 20 }));
  lanes = [...each, startLane({ ...relationLane, pollMs: 20 })];
}

const aPest = () => aWriterThere({ sandbox, database }, granted);

type Pest = Awaited<ReturnType<typeof aPest>>;

const wish = (pest: Pest) => ({ conversationId: pest.id });
const conversation = async ({ id }: Pest) => (await threadView(agent, id)).conversation;
const stands = async (pest: Pest) => (await conversation(pest)).block;

async function becomes(pest: Pest, state: string | null) {
  await vi.waitFor(async () => expect((await stands(pest))?.state ?? null).toBe(state), 15_000);
}

/** What the network did about them: each start and end of a block, in order. */
async function doneThere({ person }: Pest): Promise<string[]> {
  const entries = [
    ...(await ledgerOf(sandbox, 'block.started')),
    ...(await ledgerOf(sandbox, 'block.ended')),
  ];
  return entries
    .filter((entry) => 'toId' in entry && entry.toId === person)
    .sort((a, b) => a.offset - b.offset)
    .map(({ kind }) => kind);
}

/** How often this test's channel asked for a block or its end. */
async function calls(): Promise<number> {
  const { accountId } = granted;
  const answered = await ledgerOf(sandbox, 'call.answered');
  return answered.filter(
    (entry) =>
      entry.kind === 'call.answered' && entry.area === 'block' && entry.accountId === accountId,
  ).length;
}

async function told({ id }: Pest) {
  const { items } = await activity(agent, id, null);
  return items
    .filter(({ type }) => type.startsWith('block.'))
    .map(({ type, actorId, memberId, data }) => ({ type, by: actorId ?? memberId, ...data }))
    .toReversed();
}

describe('a block', () => {
  it('is asked of the network, and then the rules refuse what is written and say what helps', async () => {
    const pest = await aPest();
    expect(await blockContact(agent, wish(pest))).toEqual({ step: 'ask' });
    expect(await stands(pest)).toMatchObject({
      state: 'blocking',
      askedBy: agent.memberId,
      blockedAt: null,
    });
    expect((await conversation(pest)).permission.verdict).toBe('allow');
    work();
    await becomes(pest, 'blocked');
    expect(await stands(pest)).toMatchObject({
      blockedBy: agent.memberId,
      blockedAt: expect.any(String),
      problem: null,
    });
    expect(await doneThere(pest)).toEqual(['block.started']);
    expect((await conversation(pest)).permission).toMatchObject({
      verdict: 'refuse',
      layer: 'contact',
      reason: 'BLOCKED_BY_US',
      remedies: [{ kind: 'unblock' }],
    });
    const reply = { ...wish(pest), clientKey: uuid(), body: 'x', seenSeq: 1e6, fileIds: [] };
    await expect(replyToConversation(agent, reply)).rejects.toMatchObject({
      code: 'conflict',
      details: { permission: { reason: 'BLOCKED_BY_US' } },
    });
    const by = agent.memberId;
    expect(await told(pest)).toEqual([
      { type: 'block.asked', by, on: true },
      { type: 'block.settled', by, on: true },
    ]);

    expect(await unblockContact(agent, wish(pest))).toEqual({ step: 'ask' });
    await becomes(pest, null);
    expect(await doneThere(pest)).toEqual(['block.started', 'block.ended']);
    expect((await conversation(pest)).permission.verdict).toBe('allow');
  });

  it('asked for twice is one, and nobody’s look-up denies it', async () => {
    const pest = await aPest();
    await blockContact(agent, wish(pest));
    expect(await blockContact(agent, wish(pest))).toEqual({ step: 'none' });
    work();
    await becomes(pest, 'blocked');
    expect(await blockContact(agent, wish(pest))).toEqual({ step: 'none' });
    const { channelId, workspaceId } = granted;
    const pair = { channelId, identityId: pest.identityId };
    await asSystem(workspaceId, async (context) => ({
      value: null,
      events: await learn(context, pair, {
        learned: [{ name: 'blockedByUs', value: false, source: 'look_up' }],
      }),
    }));
    expect((await conversation(pest)).permission.reason).toBe('BLOCKED_BY_US');
    expect(await calls()).toBe(1);
  });

  it('taken back before a worker came never reaches the network', async () => {
    const pest = await aPest();
    await blockContact(agent, wish(pest));
    expect(await unblockContact(agent, wish(pest))).toEqual({ step: 'let_go' });
    expect(await stands(pest)).toBeNull();
    work();
    const other = await aPest();
    await blockContact(agent, wish(other));
    await becomes(other, 'blocked');
    expect(await doneThere(pest)).toEqual([]);
    expect(await told(pest)).toMatchObject([{ on: true }, { on: false, letGo: true }]);
  });

  it('taken back while a worker is at it comes after what is under way', async () => {
    const pest = await aPest();
    await blockContact(agent, wish(pest));
    const [held] = await claimBlocks(10, 60_000);
    if (!held) throw new Error('Nothing was due.');
    expect(await beginBlock(held)).toEqual({ kind: 'begun' });
    expect(await unblockContact(agent, wish(pest))).toEqual({ step: 'ask' });
    expect(await claimBlocks(10, 60_000)).toEqual([]);
    work();
    await settleBlock(held);
    await becomes(pest, null);
    expect(await calls()).toBe(1);
    expect((await conversation(pest)).permission.verdict).toBe('allow');
  });

  it('let go while a worker holds it is begun by nobody', async () => {
    const pest = await aPest();
    await blockContact(agent, wish(pest));
    const [held] = await claimBlocks(10, 60_000);
    if (!held) throw new Error('Nothing was due.');
    expect(await unblockContact(agent, wish(pest))).toEqual({ step: 'let_go' });
    expect(await beginBlock(held)).toEqual({ kind: 'lost' });
  });
});

describe('under failure, a block', () => {
  it('is made once by several workers at once, and by the next when one died in the middle', async () => {
    const pests = await Promise.all(Array.from({ length: 6 }, () => aPest()));
    for (const pest of pests) await blockContact(agent, wish(pest));
    // This one asked the network, which did it, and was killed before it could say so.
    const [dead] = await claimBlocks(1, 60_000);
    if (!dead) throw new Error('Nothing was due.');
    await beginBlock(dead);
    const path = `/2/users/${dead.externalId}/dm/block`;
    await sandbox.call('POST', path, granted.tokens.access_token);
    await database.admin.query(
      "update message_blocks set due_at = now() - interval '1 second' where lease_id = $1",
      [dead.leaseId],
    );
    work(2);
    for (const pest of pests) await becomes(pest, 'blocked');
    for (const pest of pests) expect(await doneThere(pest)).toEqual(['block.started']);
    const events = await Promise.all(pests.map(told));
    for (const each of events) {
      expect(each.filter(({ type }) => type === 'block.settled')).toHaveLength(1);
    }
    // It wakes from the dead and changes nothing.
    const victim = pests.find(({ person }) => person === dead.externalId);
    if (!victim) throw new Error('Nobody was asked about.');
    await unblockContact(agent, wish(victim));
    await becomes(victim, null);
    await settleBlock(dead);
    expect(await stands(victim)).toBeNull();
  });

  it('whose answer got lost is asked for again until one comes', async () => {
    const pest = await aPest();
    relay.answersKept = 2;
    await blockContact(agent, wish(pest));
    work();
    await becomes(pest, 'blocked');
    expect(relay.answersKept).toBe(0);
    expect(await doneThere(pest)).toEqual(['block.started']);
    expect(await calls()).toBe(3);
  });

  it('is given up with the reason when trouble lasts, and tried anew on request', async () => {
    const pest = await aPest();
    await sandbox.control('PUT', '/sandbox/faults', { creditsGone: true });
    await blockContact(agent, wish(pest));
    work();
    await becomes(pest, 'not_blocked');
    expect(await stands(pest)).toMatchObject({ problem: 'credits', blockedAt: null });
    expect(await calls()).toBe(8);
    expect(await told(pest)).toMatchObject([{ on: true }, { on: true, problem: 'credits' }]);
    await sandbox.control('DELETE', '/sandbox/faults');
    expect(await blockContact(agent, wish(pest))).toEqual({ step: 'ask' });
    await becomes(pest, 'blocked');
  });

  it('waits for the network’s window without counting that as a try', async () => {
    const pest = await aPest();
    const budgets = { 'dm.block': { limit: 1, windowSeconds: 400 } };
    await sandbox.control('PUT', '/sandbox/settings', { budgets });
    const before = await aPest();
    await blockContact(agent, wish(before));
    work();
    await becomes(before, 'blocked');
    await blockContact(agent, wish(pest));
    await vi.waitFor(async () => {
      expect(await stands(pest)).toMatchObject({ state: 'blocking', problem: 'rate_limited' });
    }, 4_000);
    await becomes(pest, 'blocked');
    const { rows } = await database.admin.query('select tries from message_blocks');
    for (const { tries } of rows) expect(tries).toBeLessThan(8);
  });

  it('fails at once where the network never will, and can be left', async () => {
    const pest = await aPest();
    await database.admin.query("update identities set external_id = '42' where id = $1", [
      pest.identityId,
    ]);
    await blockContact(agent, wish(pest));
    work();
    await becomes(pest, 'not_blocked');
    expect(await stands(pest)).toMatchObject({ problem: 'gone' });
    expect(await unblockContact(agent, wish(pest))).toEqual({ step: 'let_go' });
    expect(await stands(pest)).toBeNull();
    expect(await calls()).toBe(1);
  });

  it('fails at once where the grant is gone', async () => {
    const pest = await aPest();
    await sandbox.control('POST', `/sandbox/accounts/${granted.accountId}/revoke`);
    await blockContact(agent, wish(pest));
    work();
    await becomes(pest, 'not_blocked');
    expect(await stands(pest)).toMatchObject({ problem: 'access' });
  });

  it('that fails to end goes on to hold', async () => {
    const pest = await aPest();
    await blockContact(agent, wish(pest));
    work();
    await becomes(pest, 'blocked');
    await sandbox.control('PUT', '/sandbox/faults', { creditsGone: true });
    await unblockContact(agent, wish(pest));
    await becomes(pest, 'not_unblocked');
    expect(await stands(pest)).toMatchObject({
      problem: 'credits',
      blockedAt: expect.any(String),
      blockedBy: agent.memberId,
    });
    expect((await conversation(pest)).permission.reason).toBe('BLOCKED_BY_US');
    expect(await blockContact(agent, wish(pest))).toEqual({ step: 'let_go' });
    expect(await stands(pest)).toMatchObject({ state: 'blocked', blockedBy: agent.memberId });
  });
});

it('ended asks the network whether another block stands beside it', async () => {
  const pest = await aPest();
  const { channelId, workspaceId } = granted;
  await blockContact(agent, wish(pest));
  work();
  await becomes(pest, 'blocked');
  const pair = { channelId, identityId: pest.identityId };
  await asSystem(workspaceId, async (context) => ({
    value: null,
    events: await learn(context, pair, {
      learned: [{ name: 'blockedByUs', value: true, source: 'refusal' }],
    }),
  }));
  await unblockContact(agent, wish(pest));
  await becomes(pest, null);
  await vi.waitFor(async () => {
    expect((await conversation(pest)).permission.verdict).toBe('allow');
  }, 5_000);
});

it('is for agents and leads, about a conversation of their own, on a channel that is connected', async () => {
  const pest = await aPest();
  const { workspaceId, channelId } = granted;
  const marketer = await aMember(workspaceId, ['marketer', 'admin']);
  const stranger = await aMember(await aWorkspace(), ['agent', 'lead']);
  for (const verb of [blockContact, unblockContact]) {
    await expect(verb(marketer, wish(pest))).rejects.toMatchObject({ code: 'forbidden' });
    await expect(verb(stranger, wish(pest))).rejects.toMatchObject({ code: 'not_found' });
  }
  await database.admin.query("update channels set status = 'reconnect' where id = $1", [channelId]);
  await expect(blockContact(agent, wish(pest))).rejects.toMatchObject({ code: 'conflict' });
  expect(await stands(pest)).toBeNull();
  expect(await told(pest)).toEqual([]);
});
