import { v7 as uuid } from 'uuid';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { TestDatabase } from '@/db/testing';
import { aConversation, aMember, aWorkspace, testDatabase } from '@/db/testing';
import { createKey } from '@/lib/commands/key/create';
import { revokeKey } from '@/lib/commands/key/revoke';
import type { Actor } from '@/lib/domain/access/can';
import { POST } from './route';

let database: TestDatabase;
let admin: Actor;
let key: { keyId: string; secret: string };
let person: Awaited<ReturnType<typeof aConversation>>;
let handle: string;
beforeAll(async () => {
  database = await testDatabase();
});
afterAll(() => database.close());
beforeEach(async () => {
  admin = await aMember(await aWorkspace(), ['admin']);
  key = await createKey(admin, { name: 'Shop' });
  person = await aConversation(admin.workspaceId);
  handle = `ana${person.personExternalId.slice(-6)}`;
});

const order = {
  kind: 'order',
  id: 'order-1042',
  at: '2026-11-01T14:03:00+01:00',
  title: 'Order 1042, paid',
  body: 'Two tubs of pistachio.\nOne of salted caramel.',
  url: 'https://shop.example/orders/1042',
  data: { total: '24.50 EUR', items: 3, first: true },
};

type Asked = { identity?: string; headers?: Record<string, string>; secret?: string };

function tell(body: unknown, asked: Asked = {}): Promise<Response> {
  const { identity = `x:${person.personExternalId}`, headers = {}, secret = key.secret } = asked;
  const raw = typeof body === 'string' || Buffer.isBuffer(body) ? body : JSON.stringify(body);
  const request = new Request('http://localhost:4999/api/v1/contacts/x/events', {
    method: 'POST',
    body: Buffer.from(raw),
    headers: {
      'content-type': 'application/json',
      authorization: `Bearer ${secret}`,
      ...headers,
    },
  });
  return POST(request, { params: Promise.resolve({ identity }) });
}

async function kept(): Promise<Record<string, unknown>[]> {
  const { rows } = await database.admin.query(
    'select * from contact_events where workspace_id = $1 order by at, id',
    [admin.workspaceId],
  );
  return rows;
}

async function told(): Promise<unknown[]> {
  const { rows } = await database.admin.query(
    `select conversation_id as conversation, data from events
     where workspace_id = $1 and type = 'contact.event' order by seq`,
    [admin.workspaceId],
  );
  return rows;
}

async function problemOf(answer: Response): Promise<Record<string, unknown>> {
  expect(answer.headers.get('content-type')).toBe('application/problem+json');
  return await answer.json();
}

test('an event is recorded with its source, and open screens hear of it', async () => {
  const answer = await tell(order);
  expect(answer.status).toBe(201);
  const [row] = await kept();
  expect(await answer.json()).toEqual({
    contactId: person.contactId,
    events: [{ id: 'order-1042', eventId: row?.['id'] }],
  });
  expect(row).toMatchObject({
    contact_id: person.contactId,
    source: 'Shop',
    kind: 'order',
    title: order.title,
    body: order.body,
    url: order.url,
    data: order.data,
    at: new Date('2026-11-01T13:03:00Z'),
  });
  expect(await told()).toEqual([
    { conversation: null, data: { contactId: person.contactId, added: 1 } },
  ]);
  expect(answer.headers.get('ratelimit')).toMatch(/^"events";r=599;t=\d+$/);
  expect(answer.headers.get('ratelimit-policy')).toBe('"events";q=600;w=60');
  expect(answer.headers.get('access-control-allow-origin')).toBeNull();
  expect(answer.headers.get('set-cookie')).toBeNull();
});

test('the same again is answered the same and recorded once, whoever it is named by', async () => {
  const first = await (await tell(order)).json();
  for (const identity of [`x:@${handle}`, `x:@${handle.toUpperCase()}`, person.contactId]) {
    const again = await tell({ ...order, at: '2026-11-01T13:03:00.000Z' }, { identity });
    expect([again.status, await again.json()]).toEqual([200, first]);
  }
  expect(await kept()).toHaveLength(1);
  expect(await told()).toHaveLength(1);
});

test('the same list twenty times at once is recorded once', async () => {
  const list = Array.from({ length: 10 }, (_, no) => ({ ...order, id: `visit-${no}` }));
  const answers = await Promise.all(
    Array.from({ length: 20 }, (_, no) => tell(no % 2 === 0 ? list : list.toReversed())),
  );
  expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([200, 201]));
  expect(answers.filter(({ status }) => status === 201)).toHaveLength(1);
  expect(await kept()).toHaveLength(10);
});

test('what has changed under the same id is refused with its place, and nothing beside it is recorded', async () => {
  await tell(order);
  const answer = await tell([
    { ...order, id: 'another' },
    { ...order, title: 'Order 1042, cancelled' },
  ]);
  expect(answer.status).toBe(409);
  expect(await problemOf(answer)).toMatchObject({
    code: 'id_taken',
    errors: [{ at: '/1/id', detail: expect.any(String) }],
  });
  expect(await kept()).toMatchObject([{ title: order.title }]);
  const somebodyElse = await aConversation(admin.workspaceId);
  expect((await tell(order, { identity: somebodyElse.contactId })).status).toBe(409);
});

test('a new key of the same name is the same source; one of another name is not', async () => {
  await tell(order);
  await revokeKey(admin, { keyId: key.keyId });
  const renewed = await createKey(admin, { name: 'Shop' });
  expect((await tell(order, renewed)).status).toBe(200);
  const phone = await createKey(admin, { name: 'Phone' });
  expect((await tell(order, phone)).status).toBe(201);
  expect((await kept()).map(({ source }) => source).toSorted()).toEqual(['Phone', 'Shop']);
});

test('the order of the data says nothing', async () => {
  await tell(order);
  const { total, items, first } = order.data;
  expect((await tell({ ...order, data: { first, items, total } })).status).toBe(200);
  expect((await tell({ ...order, data: { first, items: 4, total } })).status).toBe(409);
});

describe('who asks without a key that is in use', () => {
  test.each<[string, Record<string, string>]>([
    ['no header', { authorization: '' }],
    ['another scheme', { authorization: 'Basic cGxrXzphYmM=' }],
    ['a key that nobody has', { authorization: `Bearer plk_${'a'.repeat(43)}` }],
    ['a hash', { authorization: `Bearer ${'a'.repeat(64)}` }],
    ['something else behind it', { authorization: `Bearer plk_${'a'.repeat(43)} x` }],
  ])('with %s is told how, and nothing else', async (_, headers) => {
    const answer = await tell(order, { headers });
    expect(answer.status).toBe(401);
    expect(answer.headers.get('www-authenticate')).toBe('Bearer realm="Porchlight"');
    expect(await problemOf(answer)).toMatchObject({ code: 'key_unknown' });
    expect(await kept()).toEqual([]);
  });

  test('because it was revoked is told the same', async () => {
    await revokeKey(admin, { keyId: key.keyId });
    const [revoked, unknown] = [
      await tell(order),
      await tell(order, { secret: `plk_${'b'.repeat(43)}` }),
    ];
    expect(revoked.status).toBe(401);
    expect(await revoked.json()).toEqual(await unknown.json());
  });

  test('but with a cookie is refused, even beside a key', async () => {
    const answer = await tell(order, { headers: { cookie: 'porchlight.session=x' } });
    expect([answer.status, (await problemOf(answer))['code']]).toEqual([400, 'cookie_sent']);
    expect(await kept()).toEqual([]);
  });
});

test('a key reaches nobody of another workspace', async () => {
  const foreign = await aConversation(await aWorkspace());
  for (const identity of [
    `x:${foreign.personExternalId}`,
    `x:@ana${foreign.personExternalId.slice(-6)}`,
    foreign.contactId,
    'x:1',
    'x:@nobody',
    'y:@ana',
    uuid(),
  ]) {
    const answer = await tell(order, { identity });
    expect(answer.status, identity).toBe(404);
    expect(await problemOf(answer)).toMatchObject({ code: 'contact_unknown' });
  }
  const { rows } = await database.admin.query(
    'select count(*)::int as n from contacts where workspace_id = $1',
    [admin.workspaceId],
  );
  expect(rows).toEqual([{ n: 1 }]);
});

test.each(['', 'ana', '@ana', 'x:', 'x:@', 'X:1', 'x:a b', "x:'", 'x:1/2', `x:${'1'.repeat(300)}`])(
  '%j names nobody',
  async (identity) => {
    expect((await tell(order, { identity })).status).toBe(400);
  },
);

test('a handle that several have had is not guessed', async () => {
  const other = await aConversation(admin.workspaceId);
  await database.admin.query(
    "update identities set handle = 'taken_over' where workspace_id = $1 and contact_id = any($2)",
    [admin.workspaceId, [person.contactId, other.contactId]],
  );
  const answer = await tell(order, { identity: 'x:@Taken_Over' });
  expect([answer.status, (await problemOf(answer))['code']]).toEqual([409, 'handle_ambiguous']);
});

test.each<[string, number, string | Buffer, Record<string, string>]>([
  ['in another form than JSON', 415, JSON.stringify(order), { 'content-type': 'text/plain' }],
  ['compressed', 415, JSON.stringify(order), { 'content-encoding': 'gzip' }],
  ['of more than 256 KiB', 413, Buffer.alloc(256 * 1024 + 1, ' '), {}],
  ['that promises more than 256 KiB', 413, '{}', { 'content-length': '99999999' }],
  ['of nothing', 400, '', {}],
  ['that ends too soon', 400, '{"kind":"order"', {}],
  ['that is not UTF-8', 400, Buffer.from([0x22, 0xff, 0xfe, 0x22]), {}],
  ['of brackets alone', 400, '['.repeat(200_000), {}],
])('a body %s is answered %i and leaves no trace', async (_, status, raw, headers) => {
  const answer = await tell(raw, { headers });
  expect(answer.status).toBe(status);
  expect(JSON.stringify(await problemOf(answer))).not.toMatch(/at .*\.ts|Error:/);
  expect(await kept()).toEqual([]);
});

describe('what is not right is told with its place', () => {
  test.each<[string, unknown, string]>([
    ['another kind', { ...order, kind: 'visit' }, '/kind'],
    ['no id', { ...order, id: '' }, '/id'],
    ['an id too long', { ...order, id: 'x'.repeat(201) }, '/id'],
    ['an instant without an offset', { ...order, at: '2026-11-01T14:03:00' }, '/at'],
    ['a day that there is not', { ...order, at: '2026-02-30T14:03:00Z' }, '/at'],
    ['what has not happened yet', { ...order, at: '2999-01-01T00:00:00Z' }, '/at'],
    ['what was before all this', { ...order, at: '1970-01-01T00:00:00Z' }, '/at'],
    ['a title of two lines', { ...order, title: 'a\nb' }, '/title'],
    ['what a database does not take', { ...order, title: 'a\u0000b' }, '/title'],
    ['half a letter', { ...order, body: 'a\ud800b' }, '/body'],
    ['a script as an address', { ...order, url: 'javascript:alert(1)' }, '/url'],
    ['a password in an address', { ...order, url: 'https://a:b@shop.example/' }, '/url'],
    ['data in data', { ...order, data: { a: { b: 1 } } }, '/data/a'],
    ['a null', { ...order, data: { a: null } }, '/data/a'],
    ['too much data', { ...order, data: Object.fromEntries(many(31)) }, '/data'],
    ['a misspelt name', { ...order, titel: 'x' }, ''],
    ['a text', '"order"', ''],
    ['an empty list', [], ''],
    ['too long a list', Array.from({ length: 101 }, (_, no) => ({ ...order, id: `${no}` })), ''],
    [
      'one wrong in a list',
      [
        { ...order, id: 'a' },
        { ...order, title: 7 },
      ],
      '/1/title',
    ],
    ['an id twice in a list', [order, order], '/1/id'],
  ])('%s', async (_, body, at) => {
    const answer = await tell(body);
    expect(answer.status).toBe(422);
    const { errors } = await problemOf(answer);
    expect(errors).toEqual([{ at, detail: expect.stringMatching(/^[A-Z].*\.$/) }]);
    expect(await kept()).toEqual([]);
  });
});

test('a key that has told too much waits, and is told how long', async () => {
  const left = (n: number) =>
    database.admin.query(
      "update api_keys set budget = $2, budget_at = clock_timestamp() + interval '1 hour' where id = $1",
      [key.keyId, n],
    );
  const list = Array.from({ length: 50 }, (_, no) => ({ ...order, id: `visit-${no}` }));
  await left(20);
  const answer = await tell(list);
  expect(answer.status).toBe(429);
  expect(answer.headers.get('retry-after')).toBe('3');
  expect(answer.headers.get('ratelimit')).toBe('"events";r=20;t=3');
  expect(await problemOf(answer)).toMatchObject({ code: 'too_many' });
  expect(await kept()).toEqual([]);
  // What is refused for another reason was asked as well.
  await left(0);
  expect((await tell('{}')).status).toBe(429);
  await left(50);
  expect((await tell(list)).status).toBe(201);
});

test('while the database does not answer the source is asked to come again, and told nothing of why', async () => {
  const lock = await database.admin.connect();
  await lock.query('begin; lock table contact_events in access exclusive mode');
  try {
    const answer = await tell(order);
    expect(answer.status).toBe(503);
    expect(answer.headers.get('retry-after')).toBe('5');
    expect(JSON.stringify(await problemOf(answer))).not.toMatch(/lock|relation|select/i);
  } finally {
    await lock.query('rollback');
    lock.release();
  }
  expect((await tell(order)).status).toBe(201);
});

function many(count: number): [string, number][] {
  return Array.from({ length: count }, (_, no) => [`name ${no}`, no]);
}
