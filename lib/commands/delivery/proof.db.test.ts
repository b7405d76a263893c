import { afterAll, beforeAll, beforeEach, describe, expect, it, test } from 'vitest';
import type { TestDatabase } from '@/db/testing';
import { aConversation, anExternalId, testDatabase } from '@/db/testing';
import type { SendOutcome } from '@/lib/domain/delivery/reasons';
import type { Desk } from './delivery.fixture';
import { aDesk } from './delivery.fixture';
import { dueToLookFor, lostLeases } from './due';
import { recordAbsence, recordChannelGone, recordFound, recordNoLook } from './proof';
import type { ChannelSearch, Unknown } from './search';
import { beginSearch, notYetKnown } from './search';
import { expireLease } from './settle-attempt';

let database: TestDatabase;
let desk: Desk;
beforeAll(async () => {
  database = await testDatabase();
});
afterAll(() => database.close());
beforeEach(async () => {
  desk = await aDesk(database);
});

const timedOut: SendOutcome = { kind: 'unknown', detail: 'timed out' };

async function unknownMessage(text?: string) {
  const messageId = await desk.reply(text);
  await desk.attempt(messageId, timedOut);
  return messageId;
}

async function searchNow(): Promise<ChannelSearch> {
  const { workspaceId, channel, policy } = desk;
  const search = await beginSearch({ workspaceId, channelId: channel.id }, policy);
  if (!search) throw new Error('there was nothing to look for');
  return search;
}

function subject(unknown: Unknown | undefined) {
  if (!unknown) throw new Error('the search holds no such message');
  return { workspaceId: desk.workspaceId, unknown, policy: desk.policy };
}

const isDue = async () =>
  (await dueToLookFor(100)).some(({ channelId }) => channelId === desk.channel.id);

test('nobody looks before the echo has had its time, and then one worker does', async () => {
  const messageId = await unknownMessage();
  expect(await isDue()).toBe(false);
  await desk.age(messageId, desk.policy.settleMs + desk.policy.walkEveryMs);
  expect(await isDue()).toBe(true);
  const { workspaceId, channel, policy } = desk;
  const searches = await Promise.all(
    Array.from({ length: 8 }, () => beginSearch({ workspaceId, channelId: channel.id }, policy)),
  );
  expect(searches.filter(Boolean)).toHaveLength(1);
  expect(await isDue()).toBe(false);
});

test('all unknowns of a channel ride along with the one that is due', async () => {
  const other = await aConversation(desk.workspaceId, { channelId: desk.channel.id });
  const first = await unknownMessage('one');
  const second = await desk.reply('two', other.id);
  await desk.attempt(second, timedOut);
  await desk.age(first, 60_000);
  const { unknowns } = await searchNow();
  expect(
    unknowns.map(({ messageId, due, personExternalId }) => [messageId, due, personExternalId]),
  ).toEqual([
    [first, true, desk.conversation.personExternalId],
    [second, false, other.personExternalId],
  ]);
});

describe('what a look-up shows', () => {
  it('makes the message sent', async () => {
    const messageId = await unknownMessage();
    const externalId = anExternalId();
    expect(await recordFound(desk.workspaceId, { messageId, externalId, at: new Date() })).toBe(
      true,
    );
    expect(await desk.row(messageId)).toMatchObject({ state: 'sent', external_id: externalId });
  });

  it('is not taken twice', async () => {
    const [first, second] = [await unknownMessage('Yes'), await desk.reply('Yes')];
    const externalId = anExternalId();
    await recordFound(desk.workspaceId, { messageId: first, externalId });
    await desk.attempt(second, timedOut);
    expect(await recordFound(desk.workspaceId, { messageId: second, externalId })).toBe(false);
    const place = { workspaceId: desk.workspaceId, channelId: desk.channel.id };
    const fresh = anExternalId();
    expect(await notYetKnown(place, [externalId, fresh])).toEqual(new Set([fresh]));
  });
});

describe('what no look-up shows', () => {
  it('is sent again only after two walks, the second late enough; and then exactly once', async () => {
    const { policy } = desk;
    const messageId = await unknownMessage();
    await desk.age(messageId, policy.settleMs + policy.walkEveryMs);
    const first = await searchNow();
    await recordAbsence(subject(first.unknowns[0]), first.beganAt);
    expect(await desk.row(messageId)).toMatchObject({ state: 'unknown', absences: 1 });

    await desk.age(messageId, policy.secondWalkAfterMs + policy.walkEveryMs);
    const second = await searchNow();
    await recordAbsence(subject(second.unknowns[0]), second.beganAt);
    await recordAbsence(subject(second.unknowns[0]), second.beganAt);
    expect(await desk.row(messageId)).toMatchObject({ state: 'queued', absences: 0 });
    expect(await desk.begin(messageId)).toMatchObject({ attemptNo: 2 });
    expect(await desk.attempts(messageId)).toHaveLength(2);
  });

  it('proves nothing about an attempt that began after the search', async () => {
    const { policy } = desk;
    const messageId = await unknownMessage();
    await desk.age(messageId, policy.secondWalkAfterMs + 2 * policy.walkEveryMs);
    await database.admin.query(
      "update deliveries set absences = 1, absent_at = now() - interval '1 hour' where message_id = $1",
      [messageId],
    );
    const stale = await searchNow();
    await database.admin.query(
      "update deliveries set state = 'queued', due_at = now() where message_id = $1",
      [messageId],
    );
    await desk.attempt(messageId, timedOut);
    await recordAbsence(subject(stale.unknowns[0]), stale.beganAt);
    expect(await desk.row(messageId)).toMatchObject({ state: 'unknown', attempt_no: 2 });
  });

  it('is asked of a person when no walk could be made in time, and not before', async () => {
    const { policy } = desk;
    const messageId = await unknownMessage();
    await desk.age(messageId, policy.settleMs + policy.walkEveryMs);
    const early = await searchNow();
    await recordNoLook(subject(early.unknowns[0]), { now: early.beganAt });
    expect((await desk.row(messageId)).state).toBe('unknown');
    await desk.age(messageId, policy.proofLimitMs);
    const late = await searchNow();
    await recordNoLook(subject(late.unknowns[0]), { now: late.beganAt });
    expect(await desk.row(messageId)).toMatchObject({
      state: 'needs_review',
      reason: 'OUTCOME_UNKNOWN',
      due_at: null,
    });
  });

  it('is asked of a person when the channel is gone', async () => {
    const messageId = await unknownMessage();
    await desk.age(messageId, 60_000);
    const search = await searchNow();
    await recordChannelGone(subject(search.unknowns[0]));
    expect((await desk.row(messageId)).state).toBe('needs_review');
  });
});

test('a sweep finds lost leases, and a message whose late answer named it is found without a look-up', async () => {
  const messageId = await desk.reply();
  const attempt = await desk.begin(messageId);
  await desk.age(messageId, 60_000);
  expect(await lostLeases(100)).toContainEqual({ workspaceId: desk.workspaceId, messageId });
  await expireLease(attempt, desk.policy);
  expect(await lostLeases(100)).not.toContainEqual({ workspaceId: desk.workspaceId, messageId });
  await desk.settle(attempt, { kind: 'accepted', externalId: '4711' });
  await desk.age(messageId, 60_000);
  expect((await searchNow()).unknowns).toMatchObject([{ messageId, knownAs: '4711' }]);
});
