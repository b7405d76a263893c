import { setTimeout as rest } from 'node:timers/promises';
import { follow, ok, signedMessage } from '@/e2e/wire';
import type { Timings } from './clock';
import { summary, time } from './clock';
import type { Line } from './line';
import { line } from './reads';
import type { Rig } from './rig';

let lastId = BigInt(Date.now()) * 4_194_304n;

/** Budgets 7 and 8: signed deliveries taken in durably, and from the webhook to twenty open streams. */
export async function intake(rig: Rig): Promise<Line[]> {
  const flood = await time((turn) => push(rig, turn), { count: 4_000, together: 32 });
  await drained(rig);
  const steady = await atRate(50, 20, (turn) => push(rig, turn));
  await drained(rig);
  const streams = await toStreams(rig, { streams: 20, perSecond: 50, seconds: 20 });
  return [
    line('7', 'deliveries taken in, 32 at once', flood.perSecond, {
      unit: '/s',
      limit: 600,
      sense: 'least',
    }),
    line('7', 'delivery answered at 50/s, p99', steady.p99, { unit: 'ms', limit: 500 }),
    line('8', 'webhook to 20 streams at 50/s, p95', streams.p95, { unit: 'ms', limit: 50 }),
    line('8', 'the same, p50', streams.p50, { unit: 'ms' }),
  ];
}

/** Pushes one private message of the `turn`th person of the data set, as X would. */
export function push(rig: Rig, turn: number, text = `Message ${turn}`) {
  lastId += 1n;
  const conversation = rig.loaded.conversations[turn % rig.loaded.conversations.length];
  const channel = rig.loaded.channels[turn % rig.loaded.channels.length];
  if (!conversation || !channel) throw new Error('the data set is empty');
  const delivery = signedMessage(`${rig.stack.env['X_CONSUMER_SECRET']}`, {
    id: String(lastId),
    from: conversation.personExternalId,
    to: channel.externalId,
    text,
    at: Date.now(),
  });
  return ok(`${rig.app}/api/webhooks/x`, { method: 'POST', ...delivery });
}

/** Waits until every delivery has been read. */
async function drained(rig: Rig): Promise<void> {
  for (;;) {
    const { rows } = await rig.admin.query<{ open: number }>(
      "select count(*)::int as open from inbound_deliveries where state in ('pending', 'processing')",
    );
    if (rows[0]?.open === 0) return;
    await rest(100);
  }
}

async function atRate(
  perSecond: number,
  seconds: number,
  work: (turn: number) => Promise<unknown>,
): Promise<Omit<Timings, 'perSecond'>> {
  const taken: number[] = [];
  const calls: Promise<void>[] = [];
  const startedAt = performance.now();
  for (let turn = 0; turn < perSecond * seconds; turn++) {
    const due = startedAt + (turn * 1_000) / perSecond;
    await rest(Math.max(0, due - performance.now()));
    const from = performance.now();
    calls.push(work(turn).then(() => void taken.push(performance.now() - from)));
  }
  await Promise.all(calls);
  return summary(taken);
}

type Load = { streams: number; perSecond: number; seconds: number };

async function toStreams(rig: Rig, { streams, perSecond, seconds }: Load) {
  const sentAt: number[] = [];
  const waits: number[] = [];
  const firstSeq = await newestSeq(rig);
  const open = await Promise.all(
    Array.from({ length: streams }, () => {
      let heard = 0;
      return follow(`${rig.app}/api/live?after=${firstSeq}`, rig.cookie, (frame, at) => {
        if (!frame.includes('message.received')) return;
        const sent = sentAt[heard++];
        if (sent !== undefined) waits.push(at - sent);
      });
    }),
  );
  await atRate(perSecond, seconds, (turn) => {
    sentAt.push(performance.now());
    return push(rig, turn);
  });
  await drained(rig);
  await rest(500);
  for (const stream of open) stream.close();
  const expected = streams * perSecond * seconds;
  if (waits.length !== expected)
    throw new Error(`streams heard ${waits.length} of ${expected} changes`);
  return summary(waits);
}

export async function newestSeq(rig: Rig): Promise<number> {
  const { rows } = await rig.admin.query<{ seq: number }>(
    'select seq::int as seq from event_counters where workspace_id = $1',
    [rig.loaded.workspaceId],
  );
  return rows[0]?.seq ?? 0;
}
