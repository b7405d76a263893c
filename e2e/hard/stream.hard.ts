import { setTimeout as rest } from 'node:timers/promises';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { ask, follow, signedMessage } from '../wire';
import type { Rig } from './rig';
import { startRig, until } from './rig';

const CHANGES = 600;
const CUTS = 20;

let rig: Rig;
beforeAll(async () => {
  rig = await startRig('stream', { port: 4340 });
});
afterAll(() => rig?.close());

test('a stream cut twenty times, and its server killed thrice, misses nothing and hears nothing twice', async () => {
  const cookie = await rig.cookieOf('priya');
  const start = await newest();
  const heard: number[] = [];
  let last = start;
  let stop = false;
  let cuts = 0;

  const listening = (async () => {
    while (!stop) {
      const from = last;
      const stream = await follow(`${rig.app}/api/live?after=${from}`, cookie, (frame) => {
        const seq = Number(/^id: ?(\d+)/m.exec(frame)?.[1] ?? 0);
        // Changes have no event name; a greeting repeats the position, which is no change.
        if (seq === 0 || /^event:/m.test(frame)) return;
        heard.push(seq);
        last = seq;
      }).catch(() => undefined);
      while (!stop && stream?.isOpen() && last < from + CHANGES / (CUTS + 6)) await rest(5);
      if (!stream?.isOpen()) await rest(100);
      else if (!stop) cuts++;
      stream?.close();
    }
  })();

  for (let turn = 0; turn < CHANGES; turn++) {
    await push(turn);
    if (turn % 200 === 100) {
      await rig.stack.kill('web');
      await rig.stack.restart('web');
    }
  }
  await until(
    'all that was pushed is on the spine',
    async () => (await newest()) >= start + CHANGES,
  );
  const end = await newest();
  await until(
    'the listener has heard to the end',
    () => Promise.resolve(last >= end),
    60_000,
  ).catch(() => undefined);
  stop = true;
  await listening;

  // Clocks go on and make changes of their own, so what was heard may reach past the end as it was read.
  expect(last).toBeGreaterThanOrEqual(end);
  expect(heard).toEqual(Array.from({ length: last - start }, (_, index) => start + index + 1));
  expect(cuts).toBeGreaterThanOrEqual(CUTS);
});

test('the stream of a revoked session is closed within five seconds', async () => {
  const cookie = await rig.cookieOf('mo');
  let closed = false;
  const response = await fetch(`${rig.app}/api/live?after=0`, { headers: { cookie } });
  expect(response.status).toBe(200);
  const reading = (async () => {
    for await (const _ of response.body ?? []) {
      // only the end matters
    }
  })()
    .catch(() => undefined)
    .finally(() => {
      closed = true;
    });
  await rig.rows(
    `update sessions set revoked_at = now() where user_id = (select user_id from members where email = 'mo@saltedcaramel.example')`,
  );
  await until('the stream is closed', () => Promise.resolve(closed), 5_000);
  await reading;
  expect((await ask(`${rig.app}/api/me`, { headers: { cookie } })).status).toBe(401);
});

async function push(turn: number): Promise<void> {
  const delivery = signedMessage(rig.secret, {
    id: String(2_950_000_000_000_000_000n + BigInt(turn)),
    from: String(3_600_000_000_000_000_000n + BigInt(turn % 7)),
    to: rig.channel.externalId,
    text: `change ${turn}`,
    at: Date.now(),
  });
  for (;;) {
    const reply = await ask(`${rig.app}/api/webhooks/x`, { method: 'POST', ...delivery }).catch(
      () => null,
    );
    if (reply?.status === 200) return;
    await rest(100);
  }
}

async function newest(): Promise<number> {
  const [row] = await rig.rows<{ seq: number }>(
    'select seq::int as seq from event_counters where workspace_id = $1',
    [rig.workspaceId],
  );
  return row?.seq ?? 0;
}

test('steps that fall due while the worker is killed again and again happen once, and never early', async () => {
  // As if the promises of the whole demo came due within seconds.
  const armed = await rig.rows<{ target_id: string }>(
    `update sla_timers set due_at = now() + random() * interval '6 seconds'
     where due_at is not null and fired_at is null returning target_id`,
  );
  expect(armed.length).toBeGreaterThan(100);
  const due = async () => {
    const [row] = await rig.rows<{ count: number }>(
      'select count(*)::int as count from sla_timers where due_at <= now() and fired_at is null',
    );
    return row?.count ?? 0;
  };
  for (let kills = 0; kills < 6; kills++) {
    await rest(900);
    await rig.stack.kill('worker');
    await rig.stack.restart('worker');
  }
  await until('nothing is due any more', async () => (await due()) === 0);
  const fired = await rig.rows<{ step: string; early: boolean; told: number }>(
    `select t.step, t.fired_at < t.due_at as early, (
       select count(*)::int from events e where e.workspace_id = t.workspace_id
         and e.conversation_id = t.conversation_id and e.data ->> 'targetId' = t.target_id::text
         and e.type = case t.step when 'risk' then 'sla.warned' else 'sla.breached' end
         and e.at > now() - interval '5 minutes') as told
     from sla_timers t
     where t.step in ('risk', 'breach') and t.fired_at > now() - interval '5 minutes'`,
  );
  expect(fired.length).toBeGreaterThan(100);
  expect(fired.filter(({ early, told }) => early || told !== 1)).toEqual([]);
});
