import { sql } from 'drizzle-orm';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { withWorkspace } from '@/db/client';
import type { TestDatabase } from '@/db/testing';
import { aWorkspace, testDatabase } from '@/db/testing';
import { asSystem } from '@/lib/commands/command';
import { closeWithEvents } from '@/lib/commands/record';
import type { Actor } from '@/lib/domain/access/can';
import { hub } from './hub';
import { MOST_REPLAYED, openStream } from './open-stream';
import type { Ear } from './testing';
import { aSignedIn, listenTo } from './testing';

let database: TestDatabase;
beforeAll(async () => {
  // Sweeps at their real pace: what arrives within a test was told, not swept up.
  database = await testDatabase({ TIME_SCALE: '1' });
});
afterAll(async () => {
  await hub().stop();
  await database.close();
});

async function listening(actor: Actor, after: number | null = null): Promise<Ear> {
  const abort = new AbortController();
  const ear = listenTo(await openStream(actor, { after, signal: abort.signal }));
  return { ...ear, hangUp: () => abort.abort() };
}

function change(workspaceId: string, count = 1): Promise<void> {
  return asSystem(workspaceId, () =>
    Promise.resolve({
      value: undefined,
      events: Array.from({ length: count }, () => ({ type: 'channel.changed' }) as const),
    }),
  );
}

/** Events as a migration or an old version might have left them: without a notification. */
async function past(workspaceId: string, count: number): Promise<void> {
  await database.admin.query(
    `insert into events (workspace_id, seq, type) select $1, n, 'channel.changed' from generate_series(1, $2::int) n`,
    [workspaceId, count],
  );
  await database.admin.query('insert into event_counters values ($1, $2)', [workspaceId, count]);
}

function upTo(last: number, from = 1): number[] {
  return Array.from({ length: last - from + 1 }, (_, index) => from + index);
}

test('every change is heard once, in order, through late commits and twenty reconnections', async () => {
  const workspace = await aWorkspace();
  const me = await aSignedIn(workspace);
  const seed = Date.now() % 100_000;
  process.stdout.write(`SEED=${seed}\n`);
  const steady = await listening(me, 0);
  const known: number[] = [];

  const writers = Array.from({ length: 6 }, async (_, writer) => {
    for (let round = 0; round < 40; round++) {
      await withWorkspace(workspace, async (tx) => {
        // Some think long before they write, so that commits overtake each other's beginnings.
        if ((seed + writer * 7 + round) % 9 === 0) await tx.execute(sql`select pg_sleep(0.05)`);
        await closeWithEvents(tx, {
          workspaceId: workspace,
          actorMemberId: me.memberId,
          events: Array.from({ length: 1 + (round % 3) }, () => ({ type: 'channel.changed' })),
          nudges: [],
        });
      });
    }
  });
  const total =
    6 * Array.from({ length: 40 }, (_, round) => 1 + (round % 3)).reduce((a, b) => a + b);
  for (let cut = 0; cut < 20; cut++) {
    const ear = await listening(me, known.at(-1) ?? 0);
    const enough = known.length + 1 + ((seed + cut) % 15);
    await vi.waitFor(
      () =>
        expect(known.length + ear.seqs().length).toBeGreaterThanOrEqual(Math.min(enough, total)),
      5_000,
    );
    ear.hangUp();
    known.push(...ear.seqs());
  }
  await Promise.all(writers);
  const last = await listening(me, known.at(-1) ?? 0);
  await vi.waitFor(() => expect(steady.seqs()).toHaveLength(total), 5_000);
  await vi.waitFor(() => expect(known.length + last.seqs().length).toBe(total), 5_000);
  expect(steady.seqs()).toEqual(upTo(total));
  expect([...known, ...last.seqs()]).toEqual(upTo(total));
  for (const ear of [steady, last]) ear.hangUp();
});

test('a stream says where it begins and gives each change its place as id', async () => {
  const workspace = await aWorkspace();
  const me = await aSignedIn(workspace);
  await change(workspace, 3);
  const ear = await listening(me);
  await vi.waitFor(() => expect(ear.heard).toHaveLength(1));
  await change(workspace);
  await vi.waitFor(() => expect(ear.heard).toHaveLength(2));
  expect(ear.heard).toEqual([
    { event: 'hello', id: '3', data: { seq: 3 } },
    {
      event: 'message',
      id: '4',
      data: {
        seq: 4,
        type: 'channel.changed',
        conversationId: null,
        messageId: null,
        channelId: null,
        memberId: null,
        actorMemberId: null,
      },
    },
  ]);
  ear.hangUp();
});

test('whoever missed as much as is kept is told all of it, whoever missed more begins anew', async () => {
  const workspace = await aWorkspace();
  const me = await aSignedIn(workspace);
  await past(workspace, MOST_REPLAYED + 1);
  const near = await listening(me, 1);
  const far = await listening(me, 0);
  await vi.waitFor(() => expect(near.seqs()).toHaveLength(MOST_REPLAYED));
  expect(near.seqs()).toEqual(upTo(MOST_REPLAYED + 1, 2));
  await change(workspace);
  await vi.waitFor(() => expect(far.heard).toHaveLength(2));
  expect(far.heard[0]).toEqual({ event: 'resync', id: '5001', data: { seq: 5001 } });
  expect(far.seqs()).toEqual([5002]);
  for (const ear of [near, far]) ear.hangUp();
});

test('a browser that is ahead of the database, or behind what was pruned, begins anew', async () => {
  const workspace = await aWorkspace();
  const me = await aSignedIn(workspace);
  await past(workspace, 10);
  await database.admin.query('delete from events where workspace_id = $1 and seq <= 4', [
    workspace,
  ]);
  for (const after of [11, 3]) {
    const ear = await listening(me, after);
    await vi.waitFor(() => expect(ear.heard).toHaveLength(1));
    expect(ear.heard[0]).toMatchObject({ event: 'resync', data: { seq: 10 } });
    ear.hangUp();
  }
  const kept = await listening(me, 4);
  await vi.waitFor(() => expect(kept.seqs()).toEqual(upTo(10, 5)));
  kept.hangUp();
});

test('nobody hears of another workspace', async () => {
  const [ours, theirs] = [await aWorkspace(), await aWorkspace()];
  const me = await listening(await aSignedIn(ours));
  const them = await listening(await aSignedIn(theirs));
  await change(theirs);
  await change(ours);
  await vi.waitFor(() => expect(me.seqs()).toEqual([1]));
  await vi.waitFor(() => expect(them.seqs()).toEqual([1]));
  for (const ear of [me, them]) ear.hangUp();
});

test('a member without any role hears nothing', async () => {
  const nobody = await aSignedIn(await aWorkspace(), []);
  await expect(listening(nobody)).rejects.toMatchObject({ code: 'forbidden' });
});

test('what happens while the listening connection is cut is told when it is back', async () => {
  const workspace = await aWorkspace();
  const ear = await listening(await aSignedIn(workspace), 0);
  await change(workspace);
  await vi.waitFor(() => expect(ear.seqs()).toEqual([1]));
  const { rowCount } = await database.admin.query(
    `select pg_terminate_backend(pid) from pg_stat_activity
     where datname = current_database() and application_name = 'porchlight listener'`,
  );
  expect(rowCount).toBe(1);
  await change(workspace, 2);
  await vi.waitFor(() => expect(ear.seqs()).toEqual([1, 2, 3]), 5_000);
  ear.hangUp();
});

test('a reader that does not read is cut off, and the others go on', async () => {
  const workspace = await aWorkspace();
  const me = await aSignedIn(workspace);
  const steady = await listening(me, 0);
  const before = hub().size;
  const stuck = await openStream(me, { after: 0, signal: new AbortController().signal });
  for (let round = 0; round < 10; round++) await change(workspace, 2_000);
  await vi.waitFor(() => expect(steady.seqs()).toHaveLength(20_000), 10_000);
  await vi.waitFor(() => expect(hub().size).toBe(before));
  expect(await listenTo(stuck).ended).toBe(true);
  steady.hangUp();
});

test('five hundred openings and closings leave nothing behind', async () => {
  const workspace = await aWorkspace();
  const me = await aSignedIn(workspace);
  const before = hub().size;
  for (let round = 0; round < 25; round++) {
    const ears = await Promise.all(Array.from({ length: 20 }, () => listening(me)));
    expect(hub().size).toBe(before + 20);
    await expect(listening(me)).rejects.toMatchObject({ code: 'too_many' });
    for (const ear of ears) ear.hangUp();
    expect(hub().size).toBe(before);
  }
});

test('at the end every stream is told, and no new one begins', async () => {
  const workspace = await aWorkspace();
  const me = await aSignedIn(workspace);
  const ears = await Promise.all([listening(me), listening(me)]);
  hub().closeAll();
  for (const ear of ears) {
    expect(await ear.ended).toBe(false);
    expect(ear.heard.at(-1)).toMatchObject({ event: 'bye', data: { reason: 'shutdown' } });
  }
  expect(hub().size).toBe(0);
  await expect(listening(me)).rejects.toMatchObject({ code: 'unavailable' });
});
