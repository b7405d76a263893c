import { setTimeout as rest } from 'node:timers/promises';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { ask, signedMessages } from '../wire';
import type { Rig } from './rig';
import { drained, seededRandom, startRig } from './rig';

const EVENTS = 2_000;
const PEOPLE = 120;
const KILLS = [
  'web',
  'worker',
  'postgres',
  'web',
  'worker',
  'backend',
  'web',
  'worker',
  'postgres',
  'web',
  'worker',
  'backend',
] as const;

let rig: Rig;
beforeAll(async () => {
  rig = await startRig('receiving', { port: 4310 });
});
afterAll(() => rig?.close());

type Sent = { id: string; from: string; at: number; text: string };

test('2,000 messages under repeats, disorder and twelve kill -9: none lost, doubled or invented, order exact', async () => {
  const random = seededRandom();
  const before = await totals();
  const sent = makeMessages(random);
  const deliveries = shuffledDeliveries(sent, random);

  let next = 0;
  let refused = 0;
  const killing = killAlong(() => next / deliveries.length);
  await Promise.all(
    Array.from({ length: 12 }, async () => {
      while (next < deliveries.length) {
        const batch = deliveries[next++];
        if (batch) refused += await deliver(batch);
      }
    }),
  );
  const kills = await killing;
  expect(kills).toBe(KILLS.length);
  await drained(rig);

  const stored = await rig.rows<{ external_id: string; sender: string; body: string }>(
    `select m.external_id, i.external_id as sender, m.body from messages m
     join conversations c on c.workspace_id = m.workspace_id and c.id = m.conversation_id
     join identities i on i.workspace_id = c.workspace_id and i.id = c.identity_id
     where i.external_id = any($1) order by m.at, m.tie`,
    [[...new Set(sent.map((each) => each.from))]],
  );
  for (const person of new Set(sent.map((each) => each.from))) {
    const said = sent.filter((each) => each.from === person).map((each) => [each.id, each.text]);
    const kept = stored
      .filter((row) => row.sender === person)
      .map((row) => [row.external_id, row.body]);
    expect(kept, `what ${person} wrote`).toEqual(said);
  }
  expect(stored).toHaveLength(EVENTS);

  const after = await totals();
  expect(after.contacts - before.contacts).toBe(PEOPLE);
  expect(after.conversations - before.conversations).toBe(PEOPLE);
  expect(after.messages - before.messages).toBe(EVENTS);
  expect(after.received - before.received, 'one event for each message').toBe(EVENTS);
  expect(after.seq, 'the spine is contiguous').toBe(after.events);
  expect(refused, 'the kills were felt').toBeGreaterThan(0);
  await everythingToldIsAccountedFor();
});

/** What the deliveries told equals what was received, repeated, ignored or put aside. */
async function everythingToldIsAccountedFor(): Promise<void> {
  const rows = await rig.rows<{ state: string; told: number; tallied: number }>(
    `select state, jsonb_array_length(convert_from(body, 'UTF8')::jsonb #> '{data,payload,direct_message_events}') as told,
       (tally->>'received')::int + (tally->>'repeated')::int
         + coalesce((select sum(value::int) from jsonb_each_text(tally->'ignored')), 0)::int as tallied
     from inbound_deliveries where convert_from(body, 'UTF8') like '%hard-%'`,
  );
  expect(rows.length).toBeGreaterThan(1_000);
  expect(rows.filter((row) => row.state !== 'done' || row.told !== row.tallied)).toEqual([]);
}

function makeMessages(random: () => number): Sent[] {
  const firstId = (BigInt(Date.now()) - 1_288_834_974_657n) << 22n;
  const people = Array.from({ length: PEOPLE }, (_, index) =>
    String(3_300_000_000_000_000_000n + BigInt(index)),
  );
  const startedAt = Date.now() - EVENTS * 20;
  return Array.from({ length: EVENTS }, (_, index) => ({
    id: String(firstId + BigInt(index)),
    // The first round gives everyone a message, so that every first contact happens under fire.
    from: `${people[index < PEOPLE ? index : Math.floor(random() * PEOPLE)]}`,
    at: startedAt + index * 20,
    text: `hard-${index}`,
  }));
}

/** Singles and small batches, three in ten again, a tenth out of order. */
function shuffledDeliveries(sent: Sent[], random: () => number): Sent[][] {
  const batches: Sent[][] = [];
  for (let from = 0; from < sent.length; ) {
    const size = random() < 0.1 ? 3 : 1;
    batches.push(sent.slice(from, from + size));
    from += size;
  }
  const repeated = batches.flatMap((batch) => {
    if (random() < 0.3) return random() < 0.5 ? [batch, batch] : [batch, batch, batch];
    return [batch];
  });
  for (let index = repeated.length - 1; index > 0; index--) {
    if (random() > 0.1) continue;
    const other = Math.max(0, index - Math.floor(random() * 40));
    const [one, two] = [repeated[index], repeated[other]];
    if (one && two) [repeated[index], repeated[other]] = [two, one];
  }
  return repeated;
}

let repeatNo = 0;

/** Pushes like the network: again and again until it hears 200. Answers how often it was let down. */
async function deliver(batch: Sent[]): Promise<number> {
  // Half of the repeats are new deliveries of known messages: the second level of recognition must catch them.
  const uuid = repeatNo++ % 2 === 0 ? `${batch[0]?.id}` : `${batch[0]?.id}-${repeatNo}`;
  const delivery = signedMessages(rig.secret, {
    uuid,
    to: rig.channel.externalId,
    messages: batch,
  });
  for (let letDown = 0; letDown < 200; letDown++) {
    const reply = await ask(`${rig.app}/api/webhooks/x`, { method: 'POST', ...delivery }).catch(
      () => null,
    );
    if (reply?.status === 200) return letDown;
    expect([undefined, 503], `an honest "not now", not: ${reply?.body}`).toContain(reply?.status);
    await rest(200);
  }
  throw new Error('the webhook never came back');
}

/** Kills one part after the other as the work goes on, and starts it again. */
async function killAlong(progress: () => number): Promise<number> {
  let kills = 0;
  for (const [index, victim] of KILLS.entries()) {
    while (progress() < (index + 1) / (KILLS.length + 2)) await rest(10);
    if (victim === 'backend') {
      await killOneBackend();
    } else {
      await rig.stack.kill(victim);
      await rig.stack.restart(victim);
    }
    kills++;
  }
  return kills;
}

async function killOneBackend(): Promise<void> {
  const [backend] = await rig.rows<{ pid: number }>(
    "select pid from pg_stat_activity where application_name like 'porchlight%' order by random() limit 1",
  );
  if (!backend) throw new Error('no backend to kill');
  process.kill(backend.pid, 'SIGKILL');
}

async function totals() {
  const [row] = await rig.rows<
    Record<'contacts' | 'conversations' | 'messages' | 'events' | 'received' | 'seq', number>
  >(`select (select count(*)::int from contacts) as contacts,
      (select count(*)::int from conversations) as conversations,
      (select count(*)::int from messages) as messages,
      (select count(*)::int from events) as events,
      (select count(*)::int from events where type = 'message.received') as received,
      (select seq::int from event_counters) as seq`);
  if (!row) throw new Error('no totals');
  return row;
}
