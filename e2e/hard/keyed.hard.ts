import { createHash, randomBytes } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import type { Reply } from '../wire';
import { ask } from '../wire';
import type { Rig } from './rig';
import { startRig } from './rig';

let rig: Rig;
let secret: string;
let handle: string;
beforeAll(async () => {
  rig = await startRig('keyed', { port: 4360 });
  secret = `plk_${randomBytes(32).toString('base64url')}`;
  await rig.rows(
    `insert into api_keys (workspace_id, id, name, prefix, secret_hash, created_by)
     select workspace_id, gen_random_uuid(), 'Hostile', 'plk_hard', $1, id
     from members where email = 'ada@saltedcaramel.example'`,
    [createHash('sha256').update(secret).digest('hex')],
  );
  const [person] = await rig.rows<{ handle: string }>(
    'select handle from identities where workspace_id = $1 and handle is not null limit 1',
    [rig.workspaceId],
  );
  handle = `${person?.handle}`;
});
afterAll(() => rig?.close());
beforeEach(() => rig.rows("update api_keys set budget = 600 where name = 'Hostile'"));

const visit = (id: string) => ({
  kind: 'web_visit',
  id,
  at: '2026-11-01T10:00:00Z',
  title: 'Looked at the pistachio',
});

function tell(
  body: unknown,
  { identity = `x:@${handle}`, ...headers }: Record<string, string> = {},
): Promise<Reply> {
  const text = typeof body === 'string' ? body : JSON.stringify(body);
  const named = encodeURIComponent(identity);
  return ask(`${rig.app}/api/v1/contacts/${named}/events`, {
    method: 'POST',
    body: text,
    headers: {
      'content-type': 'application/json',
      'content-length': `${Buffer.byteLength(text)}`,
      authorization: `Bearer ${secret}`,
      ...headers,
    },
  });
}

async function kept(): Promise<number> {
  const [row] = await rig.rows<{ n: number }>(
    "select count(*)::int as n from contact_events where source = 'Hostile'",
  );
  return row?.n ?? -1;
}

test('a request with a key comes through from anywhere, however the contact is written in the address', async () => {
  const [person] = await rig.rows<{ id: string; contact: string }>(
    'select external_id as id, contact_id as contact from identities where workspace_id = $1 and handle = $2',
    [rig.workspaceId, handle],
  );
  const before = await kept();
  const plain = `${rig.app}/api/v1/contacts/x:@${handle}/events`;
  const encoded = await tell(visit('one'));
  expect(encoded.status).toBe(201);
  const body = JSON.stringify(visit('one'));
  const headers = { 'content-type': 'application/json', authorization: `Bearer ${secret}` };
  const length = { 'content-length': `${body.length}` };
  const again = await ask(plain, { method: 'POST', body, headers: { ...headers, ...length } });
  expect([again.status, again.body]).toEqual([200, encoded.body]);
  for (const identity of [`x:${person?.id}`, `${person?.contact}`]) {
    expect((await tell(visit('one'), { identity })).status).toBe(200);
  }
  const foreign = { origin: 'https://shop.example', 'sec-fetch-site': 'cross-site' };
  expect((await tell(visit('two'), foreign)).status).toBe(201);
  expect(await kept()).toBe(before + 2);
});

test('forged keys, cookies and other methods do nothing', async () => {
  const before = await kept();
  const cookie = `${await rig.cookieOf('ada')}`;
  for (let turn = 0; turn < 200; turn += 1) {
    const forged = `plk_${randomBytes(32).toString('base64url')}`;
    const reply = await tell(visit('forged'), { authorization: `Bearer ${forged}` });
    expect(reply.status).toBe(401);
  }
  expect((await tell(visit('forged'), { cookie })).status).toBe(400);
  expect((await tell(visit('forged'), { cookie, authorization: '' })).status).toBe(400);
  const url = `${rig.app}/api/v1/contacts/x:1/events`;
  for (const method of ['GET', 'PUT', 'DELETE', 'PATCH']) {
    const reply = await ask(url, { method, headers: { authorization: `Bearer ${secret}` } });
    expect(reply.status, method).toBe(405);
  }
  expect(await kept()).toBe(before);
});

test('bodies too large, cut and bent are turned away without a trace and without harm', async () => {
  const before = await kept();
  const pids = { ...rig.stack.pids };
  const good = JSON.stringify(visit('bent'));
  const huge = JSON.stringify({ ...visit('huge'), body: 'x'.repeat(300_000) });
  expect((await tell(huge)).status).toBe(413);
  const bodies = [
    ...Array.from({ length: good.length }, (_, length) => good.slice(0, length)),
    '{"__proto__":{"kind":"order"}}',
    `${'['.repeat(100_000)}`,
    `${'{"a":'.repeat(20_000)}1${'}'.repeat(20_000)}`,
    good.replace('"x', '"\\ud800x').replace('web_visit', '\\u0000'),
    JSON.stringify(Array.from({ length: 5_000 }, (_, no) => visit(`${no}`))).slice(0, 260_000),
    JSON.stringify(Array.from({ length: 101 }, (_, no) => visit(`${no}`))),
  ];
  for (const body of bodies) {
    const reply = await tell(body);
    expect([400, 422, 429], body.slice(0, 60)).toContain(reply.status);
    expect(reply.body).not.toMatch(/\.(?:ts|js):\d|node_modules|select |Error/);
  }
  for (const identity of ['..', '../..', 'x:%', "x:' or 1=1", 'x:\u0000', '🍦', 'x:@'.repeat(90)]) {
    const reply = await tell(visit('bent'), { identity });
    expect(reply.status, identity).toBeGreaterThanOrEqual(400);
    expect(reply.status, identity).toBeLessThan(500);
  }
  expect(rig.stack.pids).toEqual(pids);
  expect(await kept()).toBe(before);
});

test('of a flood no more comes through than a key may tell', async () => {
  const before = await kept();
  const startedAt = performance.now();
  const replies = await Promise.all(
    Array.from({ length: 40 }, (_, turn) =>
      tell(Array.from({ length: 50 }, (__, no) => visit(`flood-${turn}-${no}`))),
    ),
  );
  const seconds = (performance.now() - startedAt) / 1_000;
  const statuses = replies.map(({ status }) => status);
  expect(new Set(statuses)).toEqual(new Set([201, 429]));
  const told = (await kept()) - before;
  expect(told).toBe(50 * statuses.filter((status) => status === 201).length);
  expect(told).toBeLessThanOrEqual(600 + 10 * Math.ceil(seconds));
});

test('how it is asked can be read by anybody', async () => {
  const reply = await ask(`${rig.app}/api/v1/openapi.json`);
  expect(reply.status).toBe(200);
  expect(JSON.parse(reply.body)).toMatchObject({ openapi: '3.1.0' });
});
