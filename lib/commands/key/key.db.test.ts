import { v7 as uuid } from 'uuid';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import type { TestDatabase } from '@/db/testing';
import { aMember, aWorkspace, testDatabase } from '@/db/testing';
import { keyHolder } from '@/lib/api/key-holder';
import type { Actor } from '@/lib/domain/access/can';
import { eventBudget } from '@/lib/domain/contact/outside-event';
import { keyList } from '@/lib/queries/keys/key-list';
import { createKey } from './create';
import { revokeKey } from './revoke';
import { spendKey } from './spend';

let database: TestDatabase;
let admin: Actor;
beforeAll(async () => {
  database = await testDatabase();
});
afterAll(() => database.close());
beforeEach(async () => {
  admin = await aMember(await aWorkspace(), ['admin']);
});

test('a key is shown once, kept as a hash, and leads to its workspace until it is revoked', async () => {
  const { keyId, secret } = await createKey(admin, { name: 'Shop' });
  expect(secret).toMatch(/^plk_[\w-]{43}$/);
  const { rows } = await database.admin.query('select * from api_keys where id = $1', [keyId]);
  expect(JSON.stringify(rows)).not.toContain(secret.slice(10));
  const { workspaceId } = admin;
  expect(await keyHolder(secret)).toEqual({ workspaceId, keyId, source: 'Shop' });
  expect(await keyHolder(`${secret.slice(0, -1)}_`)).toBeUndefined();
  await revokeKey(admin, { keyId });
  expect(await keyHolder(secret)).toBeUndefined();
  expect(await spendKey({ workspaceId, keyId }, 1)).toBeUndefined();
  expect(await keyList(admin)).toMatchObject([
    { id: keyId, name: 'Shop', prefix: secret.slice(0, 10), revokedAt: expect.any(String) },
  ]);
});

test('two keys in use never have the same name; a revoked one gives it free', async () => {
  const { keyId } = await createKey(admin, { name: 'Shop' });
  await expect(createKey(admin, { name: ' SHOP' })).rejects.toMatchObject({
    code: 'conflict',
    details: { fields: { name: expect.any(String) } },
  });
  await revokeKey(admin, { keyId });
  await revokeKey(admin, { keyId });
  await createKey(admin, { name: 'Shop' });
  const { rows } = await database.admin.query(
    "select 1 from events where workspace_id = $1 and type = 'key.changed'",
    [admin.workspaceId],
  );
  expect(rows).toHaveLength(3);
});

test('of many who use a key at once no more come through than it has room for', async () => {
  const { keyId } = await createKey(admin, { name: 'Shop' });
  const holder = { workspaceId: admin.workspaceId, keyId };
  // What comes back within this test is far from a hundred.
  await database.admin.query(
    "update api_keys set budget = 405, budget_at = clock_timestamp() + interval '1 hour' where id = $1",
    [keyId],
  );
  const spent = await Promise.all(Array.from({ length: 12 }, () => spendKey(holder, 100)));
  expect(spent.filter((one) => one?.allowed)).toHaveLength(4);
  await database.admin.query(
    "update api_keys set budget = 0, budget_at = now() - interval '2 hours' where id = $1",
    [keyId],
  );
  expect(await spendKey(holder, 100)).toEqual({ allowed: true, left: eventBudget.most - 100 });
});

test('a key of another workspace is not found', async () => {
  const { keyId } = await createKey(admin, { name: 'Shop' });
  const foreign = await aMember(await aWorkspace(), ['admin']);
  for (const id of [keyId, uuid()]) {
    await expect(revokeKey(foreign, { keyId: id })).rejects.toMatchObject({ code: 'not_found' });
  }
  expect(await keyList(foreign)).toEqual([]);
});

test('only admins make, see and revoke keys', async () => {
  const { keyId } = await createKey(admin, { name: 'Shop' });
  const other = await aMember(admin.workspaceId, ['agent', 'lead', 'marketer']);
  const forbidden = { code: 'forbidden' };
  await expect(createKey(other, { name: 'Mine' })).rejects.toMatchObject(forbidden);
  await expect(revokeKey(other, { keyId })).rejects.toMatchObject(forbidden);
  await expect(keyList(other)).rejects.toMatchObject(forbidden);
});
