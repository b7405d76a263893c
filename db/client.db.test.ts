import { sql } from 'drizzle-orm';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { withSystem, withWorkspace } from './client';
import { members } from './schema/workspaces';
import type { TestDatabase } from './testing';
import { aMember, aWorkspace, testDatabase } from './testing';

let database: TestDatabase;
beforeAll(async () => {
  database = await testDatabase();
});
afterAll(() => database.close());

test('a transaction sees its own workspace and no other, even without asking', async () => {
  const [ours, theirs] = [await aWorkspace(), await aWorkspace()];
  const me = await aMember(ours);
  await aMember(theirs);
  const seen = await withWorkspace(ours, (tx) => tx.select().from(members));
  expect(seen.map((row) => row.id)).toEqual([me.memberId]);
});

test('a row for another workspace is refused by the database', async () => {
  const [ours, theirs] = [await aWorkspace(), await aWorkspace()];
  const me = await aMember(ours);
  const moving = withWorkspace(ours, (tx) =>
    tx.update(members).set({ workspaceId: theirs }).where(sql`id = ${me.memberId}`),
  );
  await expect(moving).rejects.toMatchObject({ cause: { code: '42501' } });
});

test('the system role cannot read what customers wrote', async () => {
  const reading = withSystem((tx) => tx.execute(sql`select body from messages`));
  await expect(reading).rejects.toMatchObject({ cause: { code: '42501' } });
});

test('an event, once written, can be neither changed nor removed', async () => {
  const ours = await aWorkspace();
  for (const statement of [sql`update events set type = 'x'`, sql`delete from events`]) {
    await expect(withWorkspace(ours, (tx) => tx.execute(statement))).rejects.toMatchObject({
      cause: { code: '42501' },
    });
  }
});

test('a read is a snapshot that cannot write', async () => {
  const ours = await aWorkspace();
  const writing = withWorkspace(
    ours,
    (tx) => tx.execute(sql`update workspaces set name = 'x'`),
    'read',
  );
  await expect(writing).rejects.toMatchObject({ cause: { code: '25006' } });
});

test('a connection that dies between two statements costs its transaction, not the process', async () => {
  const ours = await aWorkspace();
  const cut = withWorkspace(ours, async (tx) => {
    const { rows } = await tx.execute<{ pid: number }>(sql`select pg_backend_pid() as pid`);
    await database.admin.query('select pg_terminate_backend($1)', [rows[0]?.pid]);
    await new Promise((resolve) => setTimeout(resolve, 100));
    await tx.execute(sql`select 1`);
  });
  await expect(cut).rejects.toThrow();
  expect(await withWorkspace(ours, (tx) => tx.execute(sql`select 1`))).toMatchObject({
    rowCount: 1,
  });
});
