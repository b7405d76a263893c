import { randomUUID } from 'node:crypto';
import { setTimeout as rest } from 'node:timers/promises';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { act } from './actions';
import type { Rig } from './rig';
import { seededRandom, startRig, until } from './rig';
import { acceptedFrom, control, ledger } from './sandbox';

const REPLIES = 300;
const CONVERSATIONS = 60;
const KILLS = ['worker', 'postgres', 'worker', 'worker', 'postgres', 'worker'] as const;

let rig: Rig;
beforeAll(async () => {
  rig = await startRig('delivering', { port: 4320, timeScale: 0.01 });
});
afterAll(() => rig?.close());

test('300 replies under every fault of sending and six kills: at most once on the network, each with a true end', async () => {
  const random = seededRandom();
  await roomyBudgets();
  const conversations = await peopleWhoWrote();
  await everyFault(Math.floor(random() * 1e6));
  const cookie = await rig.cookieOf('priya');

  const killing = killAlong();
  const { markers, refused } = await replyEverywhere(conversations, cookie);
  await killing;
  await until('every reply has come to an end', allSettled, 300_000);

  const accepted = await acceptedFrom(rig, rig.channel.externalId);
  const rows = await rig.rows<{
    body: string;
    state: string;
    external_id: string | null;
    conversation_id: string;
  }>(
    `select m.body, d.state, m.external_id, m.conversation_id from messages m
     join deliveries d on d.workspace_id = m.workspace_id and d.message_id = m.id
     where m.body like 'reply-%' order by m.created_at`,
  );
  expect(rows.map((row) => row.body).sort(), 'none lost, none doubled here').toEqual(
    [...markers].sort(),
  );
  expect(
    accepted.filter(({ text }) => refused.includes(text)),
    'what the rules did not take went nowhere',
  ).toEqual([]);

  const wrong = rows.flatMap((row) => {
    const there = accepted.filter((message) => message.text === row.body);
    const truth = {
      sent: there.length === 1 && there[0]?.id === row.external_id,
      failed: there.length === 0,
      needs_review: there.length <= 1,
    }[row.state];
    return truth ? [] : [{ ...row, there: there.length }];
  });
  expect(wrong).toEqual([]);
  const states = countBy(rows.map((row) => row.state));
  process.stdout.write(`ends: ${JSON.stringify(states)}\n`);
  expect(states['sent'] ?? 0, 'most arrive').toBeGreaterThan(REPLIES * 0.6);
  expect(states['needs_review'] ?? 0, 'look-ups worked, so nothing needs a person').toBe(0);

  for (const conversation of conversations) {
    const submitted = markers.filter((marker) =>
      marker.startsWith(`reply-${conversation.person}-`),
    );
    const arrived = accepted
      .filter((message) => submitted.includes(message.text))
      .map((message) => message.text);
    expect(arrived, 'the order of the agent').toEqual(
      submitted.filter((marker) => arrived.includes(marker)),
    );
  }
  const fired = await ledger(rig, 'fault.fired');
  expect(new Set(fired.map((entry) => entry['mode'])).size, 'the faults were felt').toBeGreaterThan(
    6,
  );
}, 420_000);

/** The network's limits are tried elsewhere; here they would only make the run long. */
async function roomyBudgets(): Promise<void> {
  await control(rig, 'PUT', 'settings', {
    // A kill in the middle of a refresh rightly ends in “reconnect”; that is tried elsewhere.
    accessTokenSeconds: 86_400,
    budgets: {
      'dm.send': { limit: 10_000, perDay: 100_000 },
      'dm.lookup': { limit: 10_000 },
    },
  });
  await rig.rows(
    `insert into channel_budgets (workspace_id, channel_id, purpose, window_limit, remaining, reset_at)
     select workspace_id, id, purpose, 10000, 10000, now() + interval '15 minutes'
     from channels, unnest(array['send', 'lookup']) as purpose
     on conflict (workspace_id, channel_id, purpose) do update set window_limit = 10000, remaining = 10000`,
  );
}

type Open = { id: string; person: string };

/** Sixty strangers write first, through the network, so that they may be answered. */
async function peopleWhoWrote(): Promise<Open[]> {
  const people = Array.from({ length: CONVERSATIONS }, (_, index) =>
    String(3_400_000_000_000_000_000n + BigInt(index)),
  );
  for (const [index, id] of people.entries()) {
    await control(rig, 'POST', 'people', {
      id,
      username: `stranger${index}`,
      name: `Stranger ${index}`,
    });
  }
  await control(rig, 'POST', 'messages/bulk', {
    messages: people.map((from) => ({
      from,
      to: rig.channel.externalId,
      text: 'Hello, is anybody there?',
    })),
  });
  await until(
    'sixty conversations',
    async () => (await conversationsOf(people)).length === CONVERSATIONS,
  );
  return conversationsOf(people);
}

function conversationsOf(people: string[]): Promise<Open[]> {
  return rig.rows<Open>(
    `select c.id, i.external_id as person from conversations c
     join identities i on i.workspace_id = c.workspace_id and i.id = c.identity_id
     where i.external_id = any($1) order by i.external_id`,
    [people],
  );
}

async function everyFault(seed: number): Promise<void> {
  const modes = [
    'rate_limited',
    'error_before_accept',
    'error_after_accept',
    'timeout_before_accept',
    'timeout_after_accept',
    'reset_before_accept',
    'reset_after_accept',
    'swallow_reply',
    'unparseable',
  ];
  await control(rig, 'PUT', 'faults', {
    send: [
      ...modes.map((mode, index) => ({ mode, probability: 0.025, seed: seed + index })),
      { mode: 'refuse', code: 349, probability: 0.03, seed: seed + 99 },
    ],
    lookup: { mode: 'fail', probability: 0.1, seed },
    webhook: { doubled: 0.1, reordered: 0.1, dropped: 0.1, lateMs: 50, seed },
  });
}

/**
 * Five replies to each conversation, in rounds, so that some wait for the one before. Where the network has
 * refused one by then, the rules take no further one: those are `refused`.
 */
async function replyEverywhere(conversations: Open[], cookie: string) {
  const markers: string[] = [];
  const refused: string[] = [];
  for (let round = 0; round < REPLIES / CONVERSATIONS; round++) {
    await Promise.all(
      conversations.map(async (conversation) => {
        const body = `reply-${conversation.person}-${round}`;
        const reply = {
          conversationId: conversation.id,
          clientKey: randomUUID(),
          body,
          seenSeq: 0,
        };
        const isTaken = await submit(reply, cookie);
        (isTaken ? markers : refused).push(body);
      }),
    );
  }
  return { markers, refused };
}

/** Sends like the browser does when the server is away: again, under the same key. False when a rule forbids it. */
async function submit(input: Record<string, unknown>, cookie: string): Promise<boolean> {
  for (let attempt = 0; attempt < 200; attempt++) {
    const result = await act<{ messageId: string }>(rig, 'replyAction', input, cookie).catch(
      () => null,
    );
    if (result?.ok) return true;
    if (result?.refusal.details?.['permission']) return false;
    if (
      result &&
      result.refusal.code !== 'unavailable' &&
      result.refusal.code !== 'unauthenticated'
    ) {
      throw new Error(`refused: ${result.refusal.message}`);
    }
    await rest(150);
  }
  throw new Error('a reply was never taken');
}

async function killAlong(): Promise<void> {
  for (const victim of KILLS) {
    await rest(1_500);
    await rig.stack.kill(victim);
    await rest(300);
    await rig.stack.restart(victim);
  }
}

async function allSettled(): Promise<boolean> {
  const [open] = await rig.rows<{ count: number }>(
    "select count(*)::int as count from deliveries where state in ('queued', 'sending', 'unknown')",
  );
  return open?.count === 0;
}

function countBy(values: readonly string[]): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const value of values) counts[value] = (counts[value] ?? 0) + 1;
  return counts;
}
