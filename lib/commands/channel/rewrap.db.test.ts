import { randomBytes } from 'node:crypto';
import { eq } from 'drizzle-orm';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { withWorkspace } from '@/db/client';
import { channelCredentials } from '@/db/schema/channels';
import type { TestDatabase } from '@/db/testing';
import { aChannel, aWorkspace, testDatabase } from '@/db/testing';
import { env } from '@/lib/env';
import { isCurrent, unseal } from '@/lib/vault';
import { cellOf, findGrant, sealedColumns } from './credentials';
import { rewrapGrants } from './rewrap';

let database: TestDatabase;
beforeAll(async () => {
  database = await testDatabase();
});
afterAll(() => database.close());

async function aGrant(workspaceId: string) {
  const place = { workspaceId, channelId: (await aChannel(workspaceId)).id };
  const sealed = await sealedColumns(place, {
    accessToken: `access of ${place.channelId}`,
    refreshToken: `refresh of ${place.channelId}`,
    scope: 'dm.read',
    expiresAt: new Date(Date.now() + 60_000),
  });
  await withWorkspace(workspaceId, (tx) =>
    tx.insert(channelCredentials).values({ ...place, ...sealed }),
  );
  return place;
}

test('tokens are sealed anew with the newest key, and the old key can go', async () => {
  const places = [];
  for (let workspace = 0; workspace < 3; workspace++) {
    const workspaceId = await aWorkspace();
    for (let channel = 0; channel < 5; channel++) places.push(await aGrant(workspaceId));
  }
  const keys = env().ENCRYPTION_KEYS;
  keys.unshift({ kid: 't2', key: randomBytes(32) });
  expect(await rewrapGrants()).toBe(15);
  expect(await rewrapGrants()).toBe(0);
  keys.pop();
  for (const place of places) {
    const grant = await findGrant(place);
    expect(isCurrent(`${grant?.accessToken}`)).toBe(true);
    expect(await unseal(`${grant?.refreshToken}`, cellOf(place, 'refresh_token'))).toBe(
      `refresh of ${place.channelId}`,
    );
    expect(grant?.version).toBe(1);
  }
});

test('a token copied from one channel to another opens for neither', async () => {
  const workspaceId = await aWorkspace();
  const [ours, other] = [await aGrant(workspaceId), await aGrant(workspaceId)];
  await database.admin.query(
    `update channel_credentials set access_token = (
       select access_token from channel_credentials where channel_id = $1) where channel_id = $2`,
    [other.channelId, ours.channelId],
  );
  const swapped = await findGrant(ours);
  await expect(unseal(`${swapped?.accessToken}`, cellOf(ours, 'access_token'))).rejects.toThrow(
    'another row',
  );
});

test('the database itself refuses a token in the clear', async () => {
  const place = await aGrant(await aWorkspace());
  const writing = withWorkspace(place.workspaceId, (tx) =>
    tx
      .update(channelCredentials)
      .set({ accessToken: 'in the clear' })
      .where(eq(channelCredentials.channelId, place.channelId)),
  );
  await expect(writing).rejects.toMatchObject({ cause: { code: '23514' } });
});
