import { createHmac } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import type { TestDatabase } from '@/db/testing';
import { testDatabase } from '@/db/testing';
import { GET, POST } from './route';

const SECRET = 'test-consumer-secret';
const PREVIOUS = 'test-consumer-secret-before';

let database: TestDatabase;
beforeAll(async () => {
  database = await testDatabase({
    X_CONSUMER_SECRET: SECRET,
    X_CONSUMER_SECRET_PREVIOUS: PREVIOUS,
  });
});
afterAll(() => database.close());
beforeEach(async () => {
  await database.admin.query('delete from inbound_deliveries');
});

const to = (network: string) => ({ params: Promise.resolve({ network }) });

function signed(body: string | Buffer, secret: string): string {
  return `sha256=${createHmac('sha256', secret).update(body).digest('base64')}`;
}

function post(
  body: string | Buffer,
  headers: Record<string, string> = {},
  network = 'x',
): Promise<Response> {
  const request = new Request('http://localhost:4999/api/webhooks/x', {
    method: 'POST',
    body: Buffer.from(body),
    headers: {
      'content-type': 'application/json',
      'x-twitter-webhooks-signature': signed(body, SECRET),
      ...headers,
    },
  });
  return POST(request, to(network));
}

async function kept(): Promise<{ body: Buffer; state: string }[]> {
  const { rows } = await database.admin.query<{ body: Buffer; state: string }>(
    'select body, state from inbound_deliveries',
  );
  return rows;
}

// Bytes that no JSON library would write again: escapes, a number beyond 2^53, odd spacing.
const body = '{ "for_user_id":"1",\n "x":"\\u003c", "n": 9007199254740993 }';

test('a signed body is kept byte for byte before the 200', async () => {
  const answer = await post(body);
  expect(answer.status).toBe(200);
  expect(await kept()).toEqual([{ body: Buffer.from(body), state: 'pending' }]);
});

test('the same body twenty times at once is kept once, and answered 200 each time', async () => {
  const answers = await Promise.all(Array.from({ length: 20 }, () => post(body)));
  expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([200]));
  expect(await kept()).toHaveLength(1);
});

test('the secret before is accepted while secrets rotate; one before that is not', async () => {
  const by = (secret: string) => ({ 'x-twitter-webhooks-signature': signed(body, secret) });
  expect((await post(body, by(PREVIOUS))).status).toBe(200);
  expect((await post(body, by('the secret before that one'))).status).toBe(401);
  expect(await kept()).toHaveLength(1);
});

test.each<[string, number, string | Buffer, Record<string, string>]>([
  ['without a signature', 401, body, { 'x-twitter-webhooks-signature': '' }],
  [
    'with a signature of other bytes',
    401,
    body,
    { 'x-twitter-webhooks-signature': signed('x', SECRET) },
  ],
  [
    'with a signature of another length',
    401,
    body,
    { 'x-twitter-webhooks-signature': 'sha256=AA' },
  ],
  ['of nothing at all', 401, '', {}],
  ['in another form than JSON', 415, body, { 'content-type': 'text/plain' }],
  ['compressed', 415, body, { 'content-encoding': 'gzip' }],
  ['of more than a megabyte', 413, Buffer.alloc(1024 * 1024 + 1, 'a'), {}],
])('a body %s is answered %i and leaves no trace', async (_, status, raw, headers) => {
  expect((await post(raw, headers)).status).toBe(status);
  expect(await kept()).toEqual([]);
});

test('a body of exactly a megabyte is kept', async () => {
  expect((await post(Buffer.alloc(1024 * 1024, ' '))).status).toBe(200);
});

test('a signed body that is no JSON is kept too: the network would repeat it for ever', async () => {
  expect((await post('{"data": [')).status).toBe(200);
  expect(await kept()).toHaveLength(1);
});

test('a network that does not exist is not found', async () => {
  expect((await post(body, {}, 'myspace')).status).toBe(404);
  const asked = new Request('http://localhost:4999/api/webhooks/myspace?crc_token=a');
  expect((await GET(asked, to('myspace'))).status).toBe(404);
});

test("the network's check is answered, and cannot be made to sign a body", async () => {
  const ask = (token: string) =>
    GET(
      new Request(`http://localhost:4999/api/webhooks/x?crc_token=${encodeURIComponent(token)}`),
      to('x'),
    );
  const good = await ask('some_random');
  expect([good.status, await good.json()]).toEqual([
    200,
    { response_token: signed('some_random', SECRET) },
  ]);
  for (const token of [body, '{}', '"', '', 'a'.repeat(257), 'a b']) {
    const refused = await ask(token);
    expect(refused.status).toBe(400);
    expect(await refused.text()).not.toContain('sha256=');
  }
});

test('while the database does not answer the network is asked to come again, in time', async () => {
  const lock = await database.admin.connect();
  await lock.query('begin; lock table inbound_deliveries in access exclusive mode');
  try {
    const before = performance.now();
    const answer = await post(body);
    expect(answer.status).toBe(503);
    expect(answer.headers.get('retry-after')).toBe('2');
    expect(performance.now() - before).toBeLessThan(3_000);
  } finally {
    await lock.query('rollback');
    lock.release();
  }
  expect((await post(body)).status).toBe(200);
});
