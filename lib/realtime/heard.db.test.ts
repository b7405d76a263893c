import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import type { TestDatabase } from '@/db/testing';
import { aMember, aWorkspace, testDatabase } from '@/db/testing';
import { touchMembers } from '@/lib/commands/presence/touch';
import type { Actor } from '@/lib/domain/access/can';
import { answerBeat, hear } from './heard';
import { hub } from './hub';
import { openStream } from './open-stream';
import type { Ear } from './testing';
import { aSignedIn, listenTo } from './testing';

let database: TestDatabase;
beforeAll(async () => {
  database = await testDatabase();
});
afterAll(async () => {
  await hub().stop();
  await database.close();
});

/** As the route does it. */
async function arrive(actor: Actor): Promise<Ear> {
  const abort = new AbortController();
  const ear = listenTo(await openStream(actor, { after: null, signal: abort.signal }));
  hear(actor);
  return { ...ear, hangUp: () => abort.abort() };
}

const changes = (ear: Ear) => ear.heard.filter(({ event }) => event === 'message');

async function seenSecondsAgo({ memberId }: Actor): Promise<number | null> {
  const { rows } = await database.admin.query<{ ago: number | null }>(
    'select extract(epoch from clock_timestamp() - seen_at)::float8 as ago from members where id = $1',
    [memberId],
  );
  return rows[0]?.ago ?? null;
}

async function lastSeen({ memberId }: Actor, secondsAgo: number): Promise<void> {
  await database.admin.query(
    "update members set seen_at = clock_timestamp() - $2 * interval '1 s' where id = $1",
    [memberId, secondsAgo],
  );
}

async function returnsOf({ workspaceId, memberId }: Actor): Promise<number> {
  const { rows } = await database.admin.query(
    `select 1 from events where workspace_id = $1 and member_id = $2 and type = 'member.availability'`,
    [workspaceId, memberId],
  );
  return rows.length;
}

test('whoever opens a window is here at once, and colleagues hear it once', async () => {
  const workspace = await aWorkspace();
  const colleague = await arrive(await aSignedIn(workspace));
  await vi.waitFor(() => expect(changes(colleague)).toHaveLength(1), 5_000);
  const me = await aSignedIn(workspace);
  const windows = await Promise.all([arrive(me), arrive(me), arrive(me)]);
  await vi.waitFor(() => expect(changes(colleague)).toHaveLength(2), 5_000);
  expect(changes(colleague)[1]?.data).toMatchObject({
    type: 'member.availability',
    memberId: me.memberId,
    actorMemberId: null,
  });
  expect(await seenSecondsAgo(me)).toBeLessThan(30);
  expect(await returnsOf(me)).toBe(1);
  for (const ear of [colleague, ...windows]) ear.hangUp();
});

test('a window that answers keeps its member here, whatever it shows', async () => {
  const me = await aSignedIn(await aWorkspace());
  const ear = await arrive(me);
  await vi.waitFor(async () => expect(await returnsOf(me)).toBe(1), 5_000);
  await lastSeen(me, 50);
  await answerBeat(me, {});
  await vi.waitFor(async () => expect(await seenSecondsAgo(me)).toBeLessThan(40), 5_000);
  expect(await returnsOf(me)).toBe(1);
  ear.hangUp();
});

test('a stream whose window says nothing keeps nobody here', async () => {
  const me = await aSignedIn(await aWorkspace());
  const { signal } = new AbortController();
  const ear = listenTo(await openStream(me, { after: null, signal }));
  await vi.waitFor(() => expect(ear.heard.map(({ event }) => event)).toContain('beat'), 5_000);
  expect(await seenSecondsAgo(me)).toBeNull();
  ear.hangUp();
});

test('a phone that comes and goes within the grace is no news, however often', async () => {
  const seed = Number(process.env['SEED'] ?? Date.now() % 2 ** 31);
  process.stdout.write(`SEED=${seed}\n`);
  const me = await aSignedIn(await aWorkspace());
  await touchMembers(me.workspaceId, [me.memberId]);
  for (let turn = 0; turn < 40; turn += 1) {
    await lastSeen(me, 5 + ((seed + turn * 7919) % 54));
    await touchMembers(me.workspaceId, [me.memberId]);
  }
  expect(await returnsOf(me)).toBe(1);
  await lastSeen(me, 61);
  await touchMembers(me.workspaceId, [me.memberId]);
  expect(await returnsOf(me)).toBe(2);
});

test('of eight processes that hear the same return in one moment, one tells it', async () => {
  const workspace = await aWorkspace();
  const members = await Promise.all(Array.from({ length: 12 }, () => aMember(workspace)));
  for (let round = 1; round <= 5; round += 1) {
    await Promise.all(members.map((member) => lastSeen(member, 300)));
    await Promise.all(
      Array.from({ length: 8 }, (_, turn) => {
        const ids = members.map(({ memberId }) => memberId);
        return touchMembers(workspace, turn % 2 === 0 ? ids : ids.toReversed());
      }),
    );
    const told = await Promise.all(members.map(returnsOf));
    expect(told).toEqual(members.map(() => round));
  }
});

test('nobody is here for another workspace, and whoever was removed is nowhere', async () => {
  const me = await aSignedIn(await aWorkspace());
  await touchMembers(await aWorkspace(), [me.memberId]);
  await database.admin.query('update members set removed_at = now() where id = $1', [me.memberId]);
  await touchMembers(me.workspaceId, [me.memberId]);
  expect(await seenSecondsAgo(me)).toBeNull();
  const nobody = await aMember(me.workspaceId, []);
  expect(() => answerBeat(nobody, {})).toThrow();
});
