import { createHmac } from 'node:crypto';
import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { ask, signed, signedMessage } from '../wire';
import type { Rig } from './rig';
import { drained, startRig, until } from './rig';

let rig: Rig;
let url: string;
beforeAll(async () => {
  rig = await startRig('hostile', { port: 4330 });
  url = `${rig.app}/api/webhooks/x`;
});
afterAll(() => rig?.close());

const SEED = Number(process.env['SEED'] ?? Date.now() % 2 ** 31);
const RUNS = 1_500;

test('a thousand wrongly signed posts get 401 and leave no row', async () => {
  const before = await rawRows();
  const forgeries = [
    (body: string) => signed('not-the-secret-not-the-secret', body).headers,
    (body: string) => ({
      ...signed(rig.secret, `${body} `).headers,
      'content-length': `${body.length}`,
    }),
    (body: string) => ({ 'content-type': 'application/json', 'content-length': `${body.length}` }),
    (body: string) => ({
      ...signed(rig.secret, body).headers,
      'x-twitter-webhooks-signature': 'sha256=',
    }),
    (body: string) => ({
      ...signed(rig.secret, body).headers,
      'x-twitter-webhooks-signature': 'x'.repeat(5_000),
    }),
  ];
  const statuses = await inBatches(1_000, (turn) => {
    const { body } = signedMessage(rig.secret, messageNo(turn));
    const headers = forgeries[turn % forgeries.length]?.(body) ?? {};
    return ask(url, { method: 'POST', body, headers });
  });
  expect(new Set(statuses)).toEqual(new Set([401]));
  expect(await rawRows()).toBe(before);
});

test('truly signed nonsense never hurts: no 5xx, nobody dies, memory stays, the next good message is in', async () => {
  process.stdout.write(`SEED=${SEED}\n`);
  const pids = { ...rig.stack.pids };
  const memoryBefore = residentMegabytes(pids.web);
  const bodies = fc.sample(hostileBody(), { numRuns: RUNS, seed: SEED });
  const statuses = await inBatches(bodies.length, (turn) => {
    const delivery = signed(rig.secret, `${bodies[turn]}`);
    return ask(url, { method: 'POST', ...delivery });
  });
  expect(statuses.filter((status) => status >= 500)).toEqual([]);
  // Nothing, and what could have been the token of an address check, is not believed, whoever signed it.
  const tokenShaped = bodies.map((body) => /^[\w+/=-]{0,256}$/.test(body));
  expect(statuses).toEqual(tokenShaped.map((shaped) => (shaped ? 401 : 200)));

  const sentAt = Date.now();
  const good = { ...messageNo(9_999_999), text: 'the next good one' };
  await ask(url, { method: 'POST', ...signedMessage(rig.secret, good) });
  await until('the next good message is in', () => isIn(good.id), 5_000);
  process.stdout.write(`next good message in after ${Date.now() - sentAt} ms\n`);

  await drained(rig);
  expect(rig.stack.pids).toEqual(pids);
  expect(residentMegabytes(rig.stack.pids.web) - memoryBefore).toBeLessThan(150);
  expect(logs()).not.toMatch(/unhandled/i);
});

test('what is not a webhook is turned away by name: method, type, encoding, size, network', async () => {
  const delivery = signedMessage(rig.secret, messageNo(1));
  const post = (headers: Record<string, string>, body = delivery.body) =>
    ask(url, { method: 'POST', body, headers: { ...delivery.headers, ...headers } });
  expect((await ask(url, { method: 'PUT', ...delivery })).status).toBe(405);
  expect((await post({ 'content-type': 'text/html' })).status).toBe(415);
  expect((await post({ 'content-encoding': 'gzip' })).status).toBe(415);
  const huge = `{"a":"${'x'.repeat(1_100_000)}"}`;
  expect((await ask(url, { method: 'POST', ...signed(rig.secret, huge) })).status).toBe(413);
  expect(
    (await ask(`${rig.app}/api/webhooks/nowhere`, { method: 'POST', ...delivery })).status,
  ).toBe(404);
});

test('the check of the address cannot be made to sign a delivery', async () => {
  const { body } = signedMessage(rig.secret, messageNo(2));
  const wanted = createHmac('sha256', rig.secret).update(body).digest('base64');
  const tokens = [
    body,
    '{',
    '"',
    `${body}\n`,
    'a b',
    'a\u0000',
    'x'.repeat(257),
    '',
    '{"a":1}',
    'ü',
  ];
  for (const token of tokens) {
    const reply = await ask(`${url}?${new URLSearchParams({ crc_token: token })}`);
    expect(reply.status, token.slice(0, 20)).toBe(400);
    expect(reply.body).not.toContain('response_token');
    expect(reply.body).not.toContain(wanted);
  }
  expect((await ask(url)).status).toBe(400);

  const honest = await ask(`${url}?crc_token=some_random`);
  const expected = createHmac('sha256', rig.secret).update('some_random').digest('base64');
  expect(honest.status).toBe(200);
  expect(JSON.parse(honest.body)).toEqual({ response_token: `sha256=${expected}` });
});

/** Real deliveries bent in every way, and bodies that were never deliveries. */
function hostileBody(): fc.Arbitrary<string> {
  const good = JSON.parse(signedMessage(rig.secret, messageNo(3)).body) as Record<string, unknown>;
  const bent = fc
    .tuple(
      fc.constantFrom(...pathsOf(good)),
      fc.oneof(fc.jsonValue(), hostileText(), fc.constant(undefined)),
    )
    .map(([where, value]) => JSON.stringify(replaced(good, where, value)));
  const cut = fc.nat(400).map((length) => JSON.stringify(good).slice(0, length));
  const loose = fc.oneof(
    fc.json(),
    fc.string({ unit: 'binary' }),
    fc.constantFrom(
      '',
      'null',
      '[]',
      '{}',
      '0',
      '{"__proto__":{"admin":true}}',
      '[[[[[[]]]]]]',
      '\ufeff{}',
    ),
    fc.integer({ min: 1, max: 3_000 }).map((depth) => `${'['.repeat(depth)}${']'.repeat(depth)}`),
    fc
      .constantFrom('direct_message_events', 'tweet_create_events', 'follow_events', 'user_event')
      .map(
        (list) =>
          `{"for_user_id":"${rig.channel.externalId}","${list}":[{}, null, 7, {"type":"message_create"}]}`,
      ),
  );
  return fc.oneof(
    { weight: 4, arbitrary: bent },
    { weight: 1, arbitrary: cut },
    { weight: 2, arbitrary: loose },
  );
}

function hostileText(): fc.Arbitrary<string> {
  return fc.constantFrom(
    '\u0000',
    '\ud800',
    '\u202egnirts',
    '99999999999999999999999999',
    '-1',
    '1e309',
    "'; drop table messages; --",
    '<script>alert(1)</script>',
    'x'.repeat(20_000),
    '\u200d'.repeat(500),
  );
}

type Where = readonly (string | number)[];

function pathsOf(value: unknown, at: Where = []): Where[] {
  if (typeof value !== 'object' || value === null) return [at];
  return [
    at,
    ...Object.entries(value).flatMap(([key, inner]) => pathsOf(inner, [...at, key])),
  ].filter((where) => where.length > 0);
}

function replaced(value: unknown, [key, ...rest]: Where, by: unknown): unknown {
  if (key === undefined) return by;
  if (Array.isArray(value))
    return value.map((each, index) =>
      String(index) === String(key) ? replaced(each, rest, by) : each,
    );
  return {
    ...(value as object),
    [key]: replaced((value as Record<string, unknown>)[key], rest, by),
  };
}

function messageNo(turn: number) {
  const id = String(2_900_000_000_000_000_000n + BigInt(turn));
  return {
    id,
    from: '3500000000000000001',
    to: rig.channel.externalId,
    text: `forged ${turn}`,
    at: Date.now(),
  };
}

async function inBatches(
  count: number,
  work: (turn: number) => Promise<{ status: number }>,
): Promise<number[]> {
  const statuses: number[] = [];
  for (let from = 0; from < count; from += 16) {
    const batch = Array.from({ length: Math.min(16, count - from) }, (_, index) =>
      work(from + index),
    );
    statuses.push(...(await Promise.all(batch)).map((reply) => reply.status));
  }
  return statuses;
}

async function rawRows(): Promise<number> {
  const [row] = await rig.rows<{ count: number }>(
    'select count(*)::int as count from inbound_deliveries',
  );
  return row?.count ?? -1;
}

async function isIn(externalId: string): Promise<boolean> {
  return (
    (await rig.rows('select 1 from messages where external_id = $1', [externalId])).length === 1
  );
}

/** Resident memory of a process, in megabytes; 0 where the system does not tell. */
function residentMegabytes(pid: number | undefined): number {
  try {
    const status = readFileSync(`/proc/${pid}/status`, 'utf8');
    return Number(/VmRSS:\s+(\d+)/.exec(status)?.[1] ?? 0) / 1_024;
  } catch {
    return 0;
  }
}

function logs(): string {
  return ['web', 'worker']
    .map((part) => readFileSync(`.test/hard-hostile/logs/${part}.log`, 'utf8'))
    .join('\n');
}
