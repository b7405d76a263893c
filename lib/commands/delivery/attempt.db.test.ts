import { afterAll, beforeAll, beforeEach, describe, expect, it, test } from 'vitest';
import type { TestDatabase } from '@/db/testing';
import { aConversation, anExternalId, testDatabase } from '@/db/testing';
import type { SendOutcome } from '@/lib/domain/delivery/reasons';
import { changeConversations } from '../conversation/change';
import type { Desk } from './delivery.fixture';
import { aDesk, beginAttempt } from './delivery.fixture';
import { beginSearch } from './search';
import { expireLease, settleAttempt } from './settle-attempt';

let database: TestDatabase;
let desk: Desk;
beforeAll(async () => {
  database = await testDatabase();
});
afterAll(() => database.close());
beforeEach(async () => {
  desk = await aDesk(database);
});

const HOUR = 3_600_000;
const accepted = (): SendOutcome => ({ kind: 'accepted', externalId: anExternalId() });
const unknown: SendOutcome = { kind: 'unknown', detail: 'timed out' };

test('the attempt stands in the database, with its lease, before anybody may call', async () => {
  const messageId = await desk.reply();
  const attempt = await desk.begin(messageId);
  expect(await desk.row(messageId)).toMatchObject({
    state: 'sending',
    attempt_no: 1,
    attempt_id: attempt.attemptId,
  });
  expect(await desk.attempts(messageId)).toMatchObject([{ id: attempt.attemptId, outcome: null }]);
  expect(attempt).toMatchObject({
    text: 'Yes, from Friday on.',
    recipientExternalId: desk.conversation.personExternalId,
    network: 'x',
    refreshedBefore: false,
  });
});

test('of twenty workers who begin at once, one gets the message', async () => {
  const messageId = await desk.reply();
  const place = { workspaceId: desk.workspaceId, messageId };
  const begun = await Promise.all(
    Array.from({ length: 20 }, () => beginAttempt(place, desk.policy)),
  );
  expect(begun.filter(Boolean)).toHaveLength(1);
  expect(await desk.attempts(messageId)).toHaveLength(1);
});

describe('an outcome', () => {
  const outcomes: [string, SendOutcome, object][] = [
    ['accepted', { kind: 'accepted', externalId: '1' }, { state: 'sent', reason: null }],
    ['unknown', unknown, { state: 'unknown', reason: 'OUTCOME_UNKNOWN' }],
    [
      'refused because of the recipient',
      { kind: 'refused', reason: 'RECIPIENT_CLOSED' },
      { state: 'failed', reason: 'RECIPIENT_CLOSED', due_at: null },
    ],
    [
      'unreachable',
      { kind: 'not_accepted', reason: 'NETWORK_UNREACHABLE' },
      { state: 'queued', reason: 'NETWORK_UNREACHABLE' },
    ],
    [
      'over the rate',
      { kind: 'not_accepted', reason: 'RATE_LIMITED', retryAt: new Date(Date.now() + HOUR) },
      { state: 'queued', reason: 'RATE_LIMITED' },
    ],
    [
      'signed out',
      { kind: 'not_accepted', reason: 'ACCOUNT_DISCONNECTED' },
      { state: 'queued', reason: 'ACCOUNT_DISCONNECTED' },
    ],
    [
      'out of credits',
      { kind: 'not_accepted', reason: 'CREDITS_DEPLETED' },
      { state: 'queued', reason: 'CREDITS_DEPLETED' },
    ],
    [
      'restricted',
      { kind: 'refused', reason: 'SENDER_RESTRICTED' },
      { state: 'queued', reason: 'SENDER_RESTRICTED' },
    ],
  ];
  it.each(outcomes)('%s', async (_, outcome, row) => {
    const messageId = await desk.reply();
    await desk.attempt(messageId, outcome);
    expect(await desk.row(messageId)).toMatchObject(row);
    expect(await desk.attempts(messageId)).toMatchObject([{ outcome: outcome.kind }]);
    expect(
      (await desk.events(messageId)).map(({ data }) => `${data['from']} ${data['to']}`),
    ).toEqual(['queued sending', `sending ${(await desk.row(messageId)).state}`]);
  });
});

test('a message that waits does not leave before its time', async () => {
  const messageId = await desk.reply();
  const retryAt = new Date(Date.now() + HOUR);
  await desk.attempt(messageId, { kind: 'not_accepted', reason: 'RATE_LIMITED', retryAt });
  const place = { workspaceId: desk.workspaceId, messageId };
  expect((await desk.row(messageId)).not_before).toEqual(retryAt);
  expect(await beginAttempt(place, desk.policy)).toBeUndefined();
  await desk.age(messageId, HOUR);
  await database.admin.query('update channel_budgets set reset_at = now()');
  expect(await beginAttempt(place, desk.policy)).toMatchObject({ attemptNo: 2 });
});

test('a worker that died between the commit and the call leaves a question, not a second message', async () => {
  const messageId = await desk.reply();
  const attempt = await desk.begin(messageId);
  const place = { workspaceId: desk.workspaceId, messageId };
  expect(await expireLease(place, desk.policy)).toBe(false);
  await desk.age(messageId, desk.policy.leaseMs);
  expect(await expireLease(place, desk.policy)).toBe(true);
  expect(await desk.row(messageId)).toMatchObject({
    state: 'unknown',
    attempt_id: attempt.attemptId,
  });
  expect(await desk.attempts(messageId)).toMatchObject([{ outcome: 'lease_expired' }]);
  expect(await beginAttempt(place, desk.policy)).toBeUndefined();
});

describe('a worker that comes back too late', () => {
  it.each([
    ['with a refusal', { kind: 'refused', reason: 'RECIPIENT_CLOSED' }],
    ['with "not accepted"', { kind: 'not_accepted', reason: 'NETWORK_UNREACHABLE' }],
    ['without an answer', unknown],
    ['with an id', { kind: 'accepted', externalId: '77' }],
  ] as const)('%s changes its own row alone', async (_, outcome) => {
    const messageId = await desk.reply();
    const attempt = await desk.begin(messageId);
    await desk.age(messageId, HOUR);
    await expireLease(attempt, desk.policy);
    const before = await desk.row(messageId);
    expect(await desk.settle(attempt, outcome)).toBe('overtaken');
    expect(await desk.row(messageId)).toEqual(before);
    const known = outcome.kind === 'accepted' ? 'accepted' : 'lease_expired';
    expect(await desk.attempts(messageId)).toMatchObject([{ outcome: known }]);

    // Whatever it brought, somebody still looks for the message: it comes to an end.
    await desk.age(messageId, HOUR);
    const place = { workspaceId: desk.workspaceId, channelId: desk.channel.id };
    const search = await beginSearch(place, desk.policy);
    expect(search?.unknowns.map((each) => each.messageId)).toContain(messageId);
  });

  it('cannot move the attempt after its own', async () => {
    const messageId = await desk.reply();
    const zombie = await desk.begin(messageId);
    await database.admin.query(
      "update deliveries set state = 'queued', due_at = now() where message_id = $1",
      [messageId],
    );
    const second = await desk.begin(messageId);
    expect(await desk.settle(zombie, { kind: 'refused', reason: 'RECIPIENT_GONE' })).toBe(
      'overtaken',
    );
    expect(await desk.row(messageId)).toMatchObject({
      state: 'sending',
      attempt_id: second.attemptId,
    });
  });

  it('with an id keeps the message from being sent again', async () => {
    const messageId = await desk.reply();
    const attempt = await desk.begin(messageId);
    await desk.age(messageId, HOUR);
    await expireLease(attempt, desk.policy);
    await desk.settle(attempt, { kind: 'accepted', externalId: '78' });
    await database.admin.query(
      "update deliveries set state = 'queued', due_at = now() where message_id = $1",
      [messageId],
    );
    expect(await beginAttempt(attempt, desk.policy)).toBeUndefined();
    expect(await desk.row(messageId)).toMatchObject({ state: 'sent', external_id: '78' });
    expect(await desk.attempts(messageId)).toHaveLength(1);
  });
});

describe('one conversation', () => {
  it('sends in the order of writing, one at a time', async () => {
    const [first, second] = [await desk.reply('one'), await desk.reply('two')];
    const place = { workspaceId: desk.workspaceId, messageId: second };
    expect(await beginAttempt(place, desk.policy)).toBeUndefined();
    const attempt = await desk.begin(first);
    expect(await beginAttempt(place, desk.policy)).toBeUndefined();
    await desk.settle(attempt, accepted());
    expect(await desk.begin(second)).toMatchObject({ text: 'two' });
  });

  it('waits behind a message of which nobody knows whether it arrived', async () => {
    const [first, second] = [await desk.reply('one'), await desk.reply('two')];
    await desk.attempt(first, unknown);
    const place = { workspaceId: desk.workspaceId, messageId: second };
    expect(await beginAttempt(place, desk.policy)).toBeUndefined();
    expect((await desk.row(second)).due_at?.getTime()).toBeGreaterThan(Date.now());
    await desk.age(first, desk.policy.headOfLineMs);
    await database.admin.query('update deliveries set due_at = now() where message_id = $1', [
      second,
    ]);
    expect(await beginAttempt(place, desk.policy)).toMatchObject({ text: 'two' });
  });

  it('holds up nobody else', async () => {
    const other = await aConversation(desk.workspaceId, { channelId: desk.channel.id });
    await desk.attempt(await desk.reply('one'), unknown);
    expect(await desk.begin(await desk.reply('to somebody else', other.id))).toBeDefined();
  });
});

describe('a channel', () => {
  const restricted: SendOutcome = { kind: 'refused', reason: 'SENDER_RESTRICTED' };

  async function channelRow() {
    const { rows } = await database.admin.query(
      'select status, status_reason from channels where id = $1',
      [desk.channel.id],
    );
    return rows[0];
  }

  async function resumeNow(messageId: string) {
    await database.admin.query('update channel_budgets set reset_at = now()');
    await desk.age(messageId, HOUR);
  }

  it('that is restricted rests as a whole, tries one message later and goes on when that works', async () => {
    const first = await desk.reply('one');
    await desk.attempt(first, restricted);
    expect(await channelRow()).toEqual({ status: 'paused', status_reason: 'SENDER_RESTRICTED' });
    await resumeNow(first);
    const probe = await desk.begin(first);
    await desk.settle(probe, accepted());
    expect(await channelRow()).toEqual({ status: 'connected', status_reason: null });
    expect((await desk.row(first)).state).toBe('sent');
  });

  it('that is paused lets nothing else leave while one message tries', async () => {
    const other = await aConversation(desk.workspaceId, { channelId: desk.channel.id });
    const [first, second] = [await desk.reply('one'), await desk.reply('two', other.id)];
    await desk.attempt(first, restricted);
    const place = { workspaceId: desk.workspaceId, messageId: second };
    expect(await beginAttempt(place, desk.policy)).toBeUndefined();
    await resumeNow(first);
    await resumeNow(second);
    await desk.begin(first);
    expect(await beginAttempt(place, desk.policy)).toBeUndefined();
    expect((await desk.row(second)).state).toBe('queued');
  });

  it('that stays restricted rests longer each time', async () => {
    const messageId = await desk.reply();
    const waits: number[] = [];
    for (let tries = 0; tries < 3; tries++) {
      await desk.attempt(messageId, restricted);
      waits.push((await desk.row(messageId)).not_before.getTime() - Date.now());
      await resumeNow(messageId);
    }
    const [first = 0, second = 0, third = 0] = waits;
    expect(second / first).toBeCloseTo(2, 0);
    expect(third / first).toBeCloseTo(4, 0);
  });

  it('that is signed out for good keeps its messages until an admin connects it again', async () => {
    const messageId = await desk.reply();
    const signedOut: SendOutcome = { kind: 'not_accepted', reason: 'ACCOUNT_DISCONNECTED' };
    expect(await desk.attempt(messageId, signedOut)).toBe('refresh');
    expect(await channelRow()).toMatchObject({ status: 'connected' });
    expect(await desk.attempt(messageId, signedOut)).toBe('reconnect');
    expect(await channelRow()).toEqual({
      status: 'reconnect',
      status_reason: 'ACCOUNT_DISCONNECTED',
    });
    const place = { workspaceId: desk.workspaceId, messageId };
    expect(await beginAttempt(place, desk.policy)).toBeUndefined();
    expect((await desk.row(messageId)).state).toBe('queued');
    await database.admin.query("update channels set status = 'connected' where id = $1", [
      desk.channel.id,
    ]);
    expect(await beginAttempt(place, desk.policy)).toMatchObject({ attemptNo: 3 });
  });

  it('that was disconnected fails what still waits, with the reason', async () => {
    const messageId = await desk.reply();
    await database.admin.query("update channels set status = 'disconnected' where id = $1", [
      desk.channel.id,
    ]);
    expect(
      await beginAttempt({ workspaceId: desk.workspaceId, messageId }, desk.policy),
    ).toBeUndefined();
    expect(await desk.row(messageId)).toMatchObject({ state: 'failed', reason: 'CHANNEL_GONE' });
  });

  it('tells forty waiting messages when they will leave: fifteen now, fifteen and ten in the next windows', async () => {
    const messageIds: string[] = [];
    for (let index = 0; index < 40; index++) {
      const other = await aConversation(desk.workspaceId, { channelId: desk.channel.id });
      messageIds.push(await desk.reply(`to customer ${index}`, other.id));
    }
    const begun = [];
    for (const messageId of messageIds) {
      begun.push(await beginAttempt({ workspaceId: desk.workspaceId, messageId }, desk.policy));
    }
    expect(begun.filter(Boolean)).toHaveLength(15);
    const planned = new Map<number, number>();
    for (const messageId of messageIds.slice(15)) {
      const { state, not_before } = await desk.row(messageId);
      expect(state).toBe('queued');
      planned.set(not_before.getTime(), (planned.get(not_before.getTime()) ?? 0) + 1);
    }
    expect([...planned.values()]).toEqual([15, 10]);
    const [next = 0, last = 0] = planned.keys();
    expect(last - next).toBe(desk.policy.windowMs);
  });
});

describe('the customer of an answer that failed', () => {
  const refused: SendOutcome = { kind: 'refused', reason: 'RECIPIENT_CLOSED' };

  it('waits again, since when they wrote', async () => {
    const { waiting_since } = await desk.standing();
    expect(waiting_since).not.toBeNull();
    const messageId = await desk.reply();
    expect((await desk.standing()).waiting_since).toBeNull();
    await desk.attempt(messageId, refused);
    expect((await desk.standing()).waiting_since).toEqual(waiting_since);
  });

  it('does not wait when another answer stands', async () => {
    const first = await desk.reply('one');
    await desk.attempt(first, accepted());
    await desk.attempt(await desk.reply('two'), refused);
    expect((await desk.standing()).waiting_since).toBeNull();
  });

  it('finds the conversation open again, although it was closed meanwhile', async () => {
    const messageId = await desk.reply();
    await database.admin.query(
      "update conversations set status = 'resolved', resolved_at = now() where id = $1",
      [desk.conversation.id],
    );
    await desk.attempt(messageId, refused);
    const now = await desk.standing();
    expect(now.status).toBe('open');
    expect(now.waiting_since).not.toBeNull();
  });
});

test.each([
  ['refused', { kind: 'refused', reason: 'RECIPIENT_CLOSED' }, 'open'],
  ['accepted', accepted(), 'waiting'],
] as const)('what waits for the customer, when its answer is %s', async (_, outcome, status) => {
  const messageId = await desk.reply();
  expect(await desk.standing()).toMatchObject({ status: 'waiting' });
  await desk.attempt(messageId, outcome);
  expect(await desk.standing()).toMatchObject({ status });
});

test('a conversation that is closed over a failed answer, and opened again, waits again', async () => {
  const { waiting_since } = await desk.standing();
  const conversationId = desk.conversation.id;
  await desk.attempt(await desk.reply(), { kind: 'refused', reason: 'RECIPIENT_CLOSED' });
  const move = (status: 'resolved' | 'open') =>
    changeConversations(desk.agent, {
      items: [{ conversationId }],
      change: { kind: 'status', status },
    });
  await move('resolved');
  expect(await desk.standing()).toMatchObject({ status: 'resolved', waiting_since: null });
  await move('open');
  expect(await desk.standing()).toMatchObject({ status: 'open', waiting_since });
});

test('what the network says of its budget beside an outcome is believed', async () => {
  const attempt = await desk.begin(await desk.reply());
  const resetAt = new Date(Math.floor(Date.now() / 1_000) * 1_000 + 60_000);
  const rate = { limit: 99, remaining: 0, resetAt };
  await settleAttempt(attempt, { outcome: accepted(), rate }, desk.policy);
  const next = await desk.reply('two');
  await beginAttempt({ workspaceId: desk.workspaceId, messageId: next }, desk.policy);
  expect((await desk.row(next)).not_before).toEqual(resetAt);
});
