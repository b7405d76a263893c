import { afterAll, beforeAll, beforeEach, describe, expect, it, test } from 'vitest';
import type { TestDatabase } from '@/db/testing';
import { aMember, testDatabase } from '@/db/testing';
import type { Actor } from '@/lib/domain/access/can';
import type { SendOutcome } from '@/lib/domain/delivery/reasons';
import { Refusal } from '@/lib/domain/refusal';
import type { Command } from '../command';
import { cancelDelivery } from './cancel';
import type { Desk } from './delivery.fixture';
import { aDesk, beginAttempt } from './delivery.fixture';
import { releaseDelivery } from './release';
import { retryDelivery } from './retry';
import { settleDelivery } from './settle';

let database: TestDatabase;
let desk: Desk;
beforeAll(async () => {
  database = await testDatabase();
});
afterAll(() => database.close());
beforeEach(async () => {
  desk = await aDesk(database);
});

// A refusal that says nothing of the person: after one that does, the network is asked before a retry.
const refused: SendOutcome = { kind: 'refused', reason: 'INVALID_MESSAGE' };
const timedOut: SendOutcome = { kind: 'unknown', detail: 'timed out' };

async function failed() {
  const messageId = await desk.reply();
  await desk.attempt(messageId, refused);
  return messageId;
}

async function inReview() {
  const messageId = await desk.reply();
  await desk.attempt(messageId, timedOut);
  await database.admin.query(
    "update deliveries set state = 'needs_review', due_at = null where message_id = $1",
    [messageId],
  );
  return messageId;
}

describe('retry', () => {
  it('makes exactly one new attempt, however often it is pressed', async () => {
    const messageId = await failed();
    const pressed = await Promise.allSettled(
      Array.from({ length: 10 }, () => retryDelivery(desk.agent, { messageId })),
    );
    expect(pressed.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    expect(await desk.row(messageId)).toMatchObject({ state: 'queued', reason: null });
    expect((await desk.standing()).waiting_since).toBeNull();
    await desk.attempt(messageId, { kind: 'accepted', externalId: '5' });
    expect(await desk.attempts(messageId)).toHaveLength(2);
  });

  it('says why not, when the channel needs an admin first', async () => {
    const messageId = await failed();
    await database.admin.query("update channels set status = 'disconnected' where id = $1", [
      desk.channel.id,
    ]);
    await expect(retryDelivery(desk.agent, { messageId })).rejects.toThrow('disconnected');
    expect((await desk.row(messageId)).state).toBe('failed');
  });

  it('refuses what did not fail', async () => {
    const messageId = await desk.reply();
    await expect(retryDelivery(desk.agent, { messageId })).rejects.toMatchObject({
      code: 'conflict',
      message: 'This message did not fail, so there is nothing to retry.',
    });
  });

  it('records who decided, and what became of it, without a word of the message', async () => {
    const messageId = await failed();
    await retryDelivery(desk.agent, { messageId });
    expect((await desk.events(messageId)).slice(-2)).toEqual([
      {
        type: 'delivery.decided',
        data: { decision: 'retried', from: 'failed' },
        actor_member_id: desk.agent.memberId,
      },
      {
        type: 'delivery.changed',
        data: { from: 'failed', to: 'queued', reason: null },
        actor_member_id: desk.agent.memberId,
      },
    ]);
  });
});

describe('a decision about a message of which nobody knows whether it arrived', () => {
  it('"it arrived" settles it', async () => {
    const messageId = await inReview();
    await settleDelivery(desk.agent, { messageId, decision: 'arrived' });
    expect(await desk.row(messageId)).toMatchObject({ state: 'sent', external_id: null });
  });

  it('"send again" makes one new attempt', async () => {
    const messageId = await inReview();
    await settleDelivery(desk.agent, { messageId, decision: 'send_again' });
    expect(await desk.begin(messageId)).toMatchObject({ attemptNo: 2 });
  });

  it('"discard" withdraws it, and the customer waits again', async () => {
    const messageId = await inReview();
    expect((await desk.standing()).waiting_since).toBeNull();
    await settleDelivery(desk.agent, { messageId, decision: 'discard' });
    expect((await desk.row(messageId)).state).toBe('cancelled');
    expect((await desk.standing()).waiting_since).not.toBeNull();
  });

  it('of two that contradict each other one counts', async () => {
    const messageId = await inReview();
    const decisions = await Promise.allSettled([
      settleDelivery(desk.agent, { messageId, decision: 'discard' }),
      settleDelivery(desk.agent, { messageId, decision: 'send_again' }),
    ]);
    expect(decisions.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
  });

  it('is refused while the machine still looks', async () => {
    const messageId = await desk.reply();
    await desk.attempt(messageId, timedOut);
    await expect(
      settleDelivery(desk.agent, { messageId, decision: 'send_again' }),
    ).rejects.toMatchObject({ code: 'conflict' });
  });
});

describe('a message that failed', () => {
  it('is discarded, and its customer waits as before', async () => {
    const messageId = await failed();
    const before = await desk.standing();
    expect(before.waiting_since).not.toBeNull();
    await settleDelivery(desk.agent, { messageId, decision: 'discard' });
    expect((await desk.row(messageId)).state).toBe('cancelled');
    expect(await desk.standing()).toEqual(before);
    expect((await desk.events(messageId)).slice(-2)).toMatchObject([
      { type: 'delivery.decided', data: { decision: 'discard', from: 'failed' } },
      { type: 'delivery.changed', data: { from: 'failed', to: 'cancelled' } },
    ]);
  });

  it('discarded after its replacement arrived, it leaves the conversation answered', async () => {
    const messageId = await failed();
    const replacement = await desk.reply('better words');
    await desk.attempt(replacement, { kind: 'accepted', externalId: '7' });
    const answered = await desk.standing();
    expect(answered.waiting_since).toBeNull();
    await settleDelivery(desk.agent, { messageId, decision: 'discard' });
    expect(await desk.standing()).toEqual(answered);
  });

  it('is not settled by any other word, nor retried and discarded at once', async () => {
    const messageId = await failed();
    for (const decision of ['arrived', 'send_again'] as const) {
      await expect(settleDelivery(desk.agent, { messageId, decision })).rejects.toMatchObject({
        code: 'conflict',
      });
    }
    const decisions = await Promise.allSettled([
      settleDelivery(desk.agent, { messageId, decision: 'discard' }),
      retryDelivery(desk.agent, { messageId }),
    ]);
    expect(decisions.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
  });
});

describe('cancel', () => {
  it('withdraws what still waits, lets the next one go and the customer wait', async () => {
    const [first, second] = [await desk.reply('one'), await desk.reply('two')];
    const place = { workspaceId: desk.workspaceId, messageId: second };
    expect(await beginAttempt(place, desk.policy)).toBeUndefined();
    await cancelDelivery(desk.agent, { messageId: first });
    expect((await desk.row(first)).state).toBe('cancelled');
    expect(await beginAttempt(place, desk.policy)).toBeDefined();
  });

  it('cannot call back what is under way', async () => {
    const messageId = await desk.reply();
    await desk.begin(messageId);
    await expect(cancelDelivery(desk.agent, { messageId })).rejects.toMatchObject({
      code: 'conflict',
      details: { state: 'sending' },
    });
  });

  it('and the worker never both win', async () => {
    for (let round = 0; round < 10; round++) {
      const messageId = await desk.reply(`round ${round}`);
      const place = { workspaceId: desk.workspaceId, messageId };
      const [cancelled, begun] = await Promise.all([
        cancelDelivery(desk.agent, { messageId }).then(
          () => true,
          () => false,
        ),
        beginAttempt(place, desk.policy),
      ]);
      expect([cancelled, begun !== undefined].filter(Boolean)).toHaveLength(1);
      if (begun) await desk.settle(begun, { kind: 'accepted', externalId: `9${round}` });
    }
  });
});

test('a released message no longer waits for one whose fate is unknown', async () => {
  const [first, second] = [await desk.reply('one'), await desk.reply('two')];
  await desk.attempt(first, timedOut);
  const place = { workspaceId: desk.workspaceId, messageId: second };
  expect(await beginAttempt(place, desk.policy)).toBeUndefined();
  await releaseDelivery(desk.agent, { messageId: second });
  await releaseDelivery(desk.agent, { messageId: second });
  expect((await desk.events(second)).map(({ type }) => type)).toEqual(['delivery.decided']);
  expect(await beginAttempt(place, desk.policy)).toBeDefined();
});

const commands: [string, Command<unknown>, () => Promise<string>, object][] = [
  ['retry', retryDelivery, failed, {}],
  ['settle', settleDelivery, inReview, { decision: 'send_again' }],
  ['discard', settleDelivery, failed, { decision: 'discard' }],
  ['cancel', cancelDelivery, () => desk.reply(), {}],
  ['release', releaseDelivery, () => desk.reply(), {}],
];

describe.each(commands)('%s', (_, command, make, more) => {
  async function refusalFor(actor: Actor, messageId: string) {
    const before = await desk.row(messageId);
    const refusal = await Promise.resolve(command(actor, { messageId, ...more })).catch(
      (error: unknown) => error,
    );
    expect(await desk.row(messageId)).toEqual(before);
    expect(refusal).toBeInstanceOf(Refusal);
    return refusal as Refusal;
  }

  it("does not reach another workspace's message, and tells it from none at all by nothing", async () => {
    const messageId = await make();
    const stranger = (await aDesk(database)).agent;
    const foreign = await refusalFor(stranger, messageId);
    const missing = await Promise.resolve(
      command(stranger, { messageId: '01900000-0000-7000-8000-000000000000', ...more }),
    ).catch((error: unknown) => error);
    expect(foreign).toMatchObject({ code: 'not_found' });
    expect(missing).toEqual(foreign);
  });

  it('is not for a marketer', async () => {
    const messageId = await make();
    const marketer = await aMember(desk.workspaceId, ['marketer']);
    expect(await refusalFor(marketer, messageId)).toMatchObject({ code: 'forbidden' });
  });

  it('takes nothing but what it asks for', async () => {
    const messageId = await make();
    await expect(command(desk.agent, { messageId, ...more, state: 'sent' })).rejects.toThrow();
  });
});
