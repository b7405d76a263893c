import { v7 as uuid } from 'uuid';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import type { TestDatabase } from '@/db/testing';
import { aMember, aWorkspace, testDatabase } from '@/db/testing';
import type { TestSandbox } from '@/sandbox/testing/start';
import { startTestSandbox } from '@/sandbox/testing/start';
import { asSystem } from '../../commands/command';
import { replyToConversation } from '../../commands/conversation/reply';
import { retryDelivery } from '../../commands/delivery/retry';
import { askNetwork } from '../../commands/relation/ask-network';
import { learn } from '../../commands/relation/learn';
import { relationTold } from '../../commands/relation/told';
import type { Actor } from '../../domain/access/can';
import type { Learned } from '../../domain/permissions/relation';
import { threadView } from '../../queries/inbox/thread-view';
import type { Granted } from '../granted.fixture';
import { aGrantedChannel, aWriterThere, ledgerOf } from '../granted.fixture';
import type { RunningLane } from '../lane';
import { startLane } from '../lane';
import { deliveryLane } from './delivery';
import { relationLane } from './relation';

const TIME_SCALE = 0.005;
let database: TestDatabase;
let sandbox: TestSandbox;
let granted: Granted;
let agent: Actor;
let lanes: RunningLane[] = [];
beforeAll(async () => {
  sandbox = await startTestSandbox({ timeScale: TIME_SCALE });
  database = await testDatabase({ X_API_URL: sandbox.url, TIME_SCALE: String(TIME_SCALE) });
  granted = await aGrantedChannel(sandbox);
  agent = await aMember(granted.workspaceId);
});
afterAll(async () => {
  await database.close();
  await sandbox.remove();
});
beforeEach(() => sandbox.control('DELETE', '/sandbox/faults'));
afterEach(async () => {
  await Promise.all(lanes.map((lane) => lane.stop()));
  lanes = [];
});

function work(): void {
  const pollMs = 20;
  lanes = [startLane({ ...relationLane, pollMs }), startLane({ ...deliveryLane, pollMs })];
}

const aWriter = (door?: string) => aWriterThere({ sandbox, database }, granted, door);

type Writer = Awaited<ReturnType<typeof aWriter>>;

async function permissionOf({ id }: Writer) {
  return (await threadView(agent, id)).conversation.permission;
}

async function factsOf({ identityId }: Writer) {
  const { rows } = await database.admin.query<{ name: string; value: boolean; source: string }>(
    'select name, value, source from relation_facts where identity_id = $1 order by name',
    [identityId],
  );
  return rows;
}

function keep({ identityId }: Writer, learned: Learned[], at?: Date) {
  const pair = { channelId: granted.channelId, identityId };
  return asSystem(granted.workspaceId, async (context) => {
    const events = await learn(context, pair, { learned, at });
    return { value: events, events };
  });
}

function reply({ id }: Writer, body = 'It is back on Friday.') {
  const written = { conversationId: id, clientKey: uuid(), body, seenSeq: 1_000_000, fileIds: [] };
  return replyToConversation(agent, written);
}

async function deliveryOf(messageId: string) {
  const { rows } = await database.admin.query<{ state: string; reason: string | null }>(
    'select state, reason from deliveries where message_id = $1',
    [messageId],
  );
  return rows[0];
}

/** How many messages the network has for them. */
async function sentTo({ person }: Writer): Promise<number> {
  const entries = await ledgerOf(sandbox, 'message.created');
  return entries.filter((entry) => JSON.stringify(entry).includes(`"toId":"${person}"`)).length;
}

const refusedNow: Learned[] = [
  { name: 'answer', value: false, source: 'refusal' },
  { name: 'refused', value: true, source: 'refusal' },
];

describe('what is known of the two', () => {
  it('is asked of the network, and kept with its source', async () => {
    const writer = await aWriter();
    await sandbox.control('POST', '/sandbox/follow', {
      from: writer.person,
      to: granted.accountId,
    });
    work();
    await askNetwork(agent, { conversationId: writer.id });
    await vi.waitFor(async () => expect(await factsOf(writer)).toHaveLength(5), 5_000);
    expect(await factsOf(writer)).toEqual([
      { name: 'answer', value: true, source: 'look_up' },
      { name: 'blockedByUs', value: false, source: 'look_up' },
      { name: 'isGone', value: false, source: 'look_up' },
      { name: 'recipientFollowsSender', value: true, source: 'look_up' },
      { name: 'senderFollowsRecipient', value: false, source: 'look_up' },
    ]);
    expect(await permissionOf(writer)).toMatchObject({ verdict: 'allow', mode: 'inbox' });
    const { rows } = await database.admin.query('select from relation_checks');
    expect(rows).toHaveLength(0);
  });

  it('is gone when the network does not know them any more', async () => {
    const writer = await aWriter();
    await database.admin.query("update identities set external_id = '404' where id = $1", [
      writer.identityId,
    ]);
    work();
    await askNetwork(agent, { conversationId: writer.id });
    await vi.waitFor(
      async () => expect(await permissionOf(writer)).toMatchObject({ reason: 'RECIPIENT_GONE' }),
      5_000,
    );
  });

  it('goes by the newest word, whichever comes last', async () => {
    const writer = await aWriter();
    const [earlier, later] = [new Date('2026-11-01T10:00:00Z'), new Date('2026-11-01T11:00:00Z')];
    const blocks = (value: boolean): Learned[] => [{ name: 'blockedByUs', value, source: 'event' }];
    expect(await keep(writer, blocks(true), later)).toHaveLength(1);
    expect(await keep(writer, blocks(false), earlier)).toEqual([]);
    expect(await permissionOf(writer)).toMatchObject({ reason: 'BLOCKED_BY_US' });
  });

  it('is told by the network only of people whom somebody here knows', async () => {
    const writer = await aWriter();
    const tell = (externalId: string) =>
      asSystem(granted.workspaceId, (context) =>
        relationTold(context, {
          channelId: granted.channelId,
          participant: { externalId },
          fact: 'recipientFollowsSender',
          value: true,
        }),
      );
    expect(await tell(writer.person)).toBe('received');
    expect(await tell('987654321')).toBe('unknown');
    expect(await factsOf(writer)).toMatchObject([{ name: 'recipientFollowsSender', value: true }]);
  });
});

describe('a reply', () => {
  it('is refused with the decision where the network refused before, and goes once it says yes', async () => {
    const writer = await aWriter();
    await keep(writer, refusedNow);
    await expect(reply(writer)).rejects.toMatchObject({
      code: 'conflict',
      details: { permission: { reason: 'RECIPIENT_REFUSED_BEFORE', layer: 'contact' } },
    });
    work();
    await askNetwork(agent, { conversationId: writer.id });
    await vi.waitFor(
      async () => expect(await permissionOf(writer)).toMatchObject({ verdict: 'allow' }),
      5_000,
    );
    const { messageId } = await reply(writer);
    await vi.waitFor(
      async () => expect(await deliveryOf(messageId)).toMatchObject({ state: 'sent' }),
      5_000,
    );
    // What it had been refused for is put right by its arrival.
    expect(await factsOf(writer)).toContainEqual({
      name: 'refused',
      value: false,
      source: 'event',
    });
  });

  it('that waits is stopped by a block that comes before it leaves', async () => {
    const writer = await aWriter();
    const { messageId } = await reply(writer);
    await keep(writer, [{ name: 'blockedByUs', value: true, source: 'event' }]);
    work();
    await vi.waitFor(
      async () =>
        expect(await deliveryOf(messageId)).toEqual({ state: 'failed', reason: 'BLOCKED_BY_US' }),
      5_000,
    );
    expect(await sentTo(writer)).toBe(0);
  });

  it('that was queued before a refusal waits for the network, asked anew, and goes on its yes', async () => {
    const writer = await aWriter();
    const { messageId } = await reply(writer);
    await keep(writer, refusedNow);
    work();
    await vi.waitFor(
      async () => expect(await deliveryOf(messageId)).toMatchObject({ state: 'sent' }),
      5_000,
    );
    expect(await factsOf(writer)).toContainEqual({
      name: 'answer',
      value: true,
      source: 'look_up',
    });
  });

  it('to a door that is still closed fails without being sent, and goes by Retry once it is open', async () => {
    const writer = await aWriter('nobody');
    const { messageId } = await reply(writer);
    await keep(writer, refusedNow);
    work();
    await vi.waitFor(
      async () =>
        expect(await deliveryOf(messageId)).toEqual({
          state: 'failed',
          reason: 'RECIPIENT_CLOSED',
        }),
      5_000,
    );
    expect(await sentTo(writer)).toBe(0);
    await sandbox.control('PATCH', `/sandbox/people/${writer.person}`, { door: 'everyone' });
    await retryDelivery(agent, { messageId });
    await vi.waitFor(
      async () => expect(await deliveryOf(messageId)).toMatchObject({ state: 'sent' }),
      5_000,
    );
    expect(await sentTo(writer)).toBe(1);
  });
});

describe('asking the network', () => {
  it('is possible again when the worker that asked last was killed at its last try', async () => {
    const writer = await aWriter();
    await askNetwork(agent, { conversationId: writer.id });
    await database.admin.query(
      `update relation_checks set tries = 8, lease_id = gen_random_uuid(),
         due_at = now() - interval '1 second' where identity_id = $1`,
      [writer.identityId],
    );
    work();
    await askNetwork(agent, { conversationId: writer.id });
    await vi.waitFor(async () => expect(await factsOf(writer)).not.toHaveLength(0), 5_000);
  });

  it('is for who may reply, and only about conversations of their own workspace', async () => {
    const writer = await aWriter();
    const marketer = await aMember(granted.workspaceId, ['marketer']);
    const stranger = await aMember(await aWorkspace());
    const about = { conversationId: writer.id };
    await expect(askNetwork(marketer, about)).rejects.toMatchObject({ code: 'forbidden' });
    await expect(askNetwork(stranger, about)).rejects.toMatchObject({ code: 'not_found' });
    const { rows } = await database.admin.query(
      'select from relation_checks where identity_id = $1',
      [writer.identityId],
    );
    expect(rows).toHaveLength(0);
  });
});
