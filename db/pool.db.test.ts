import { sql } from 'drizzle-orm';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { poolCounts, withSystem, withWorkspace } from './client';
import { members } from './schema/workspaces';
import type { TestDatabase } from './testing';
import { aMember, aWorkspace, testDatabase } from './testing';

const POOL = 5;
const TRANSACTIONS = 2_000;

let database: TestDatabase;
beforeAll(async () => {
  database = await testDatabase({ DATABASE_POOL: String(POOL) });
});
afterAll(() => database.close());

/** A small generator whose seed is printed, so that a failing run can be run again. */
function dice(seed: number) {
  let state = seed;
  return (sides: number) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((state / 2 ** 32) * sides);
  };
}

test('twenty workspaces on five connections never see each other, whatever breaks in between', async () => {
  const seed = Date.now() & 0x7fffffff;
  process.stdout.write(`SEED=${seed}\n`);
  const roll = dice(seed);
  const homes = await Promise.all(
    Array.from({ length: 20 }, async () => {
      const workspaceId = await aWorkspace();
      const { memberId } = await aMember(workspaceId);
      return { workspaceId, memberId };
    }),
  );
  const tally = { clean: 0, broken: 0 };

  async function one(): Promise<void> {
    const home = homes[roll(homes.length)];
    if (!home) throw new Error('The dice rolled off the table.');
    const accident = roll(6);
    try {
      const seen = await withWorkspace(
        home.workspaceId,
        async (tx) => {
          if (accident === 1) await tx.execute(sql`select 1 / 0`);
          const rows = await tx.select({ id: members.id }).from(members);
          if (accident === 2) throw new Error('changed my mind');
          if (accident === 3) {
            await tx.execute(sql`set local statement_timeout = 1`);
            await tx.execute(sql`select pg_sleep(1)`);
          }
          return rows;
        },
        roll(2) === 0 ? 'read' : 'write',
      );
      expect(seen).toEqual([{ id: home.memberId }]);
      tally.clean += 1;
    } catch (error) {
      if (error instanceof Error && error.name === 'AssertionError') throw error;
      tally.broken += 1;
    }
  }

  const lanes = Array.from({ length: 12 }, async () => {
    for (let turn = 0; turn < TRANSACTIONS / 12; turn++) await one();
  });
  await Promise.all(lanes);
  expect(tally.clean).toBeGreaterThan(TRANSACTIONS / 3);
  expect(tally.broken).toBeGreaterThan(TRANSACTIONS / 5);
  expect(poolCounts()).toMatchObject({ waiting: 0 });
  expect(poolCounts().total).toBeLessThanOrEqual(POOL);
  const role = await withSystem((tx) =>
    tx.execute<{ role: string }>(sql`select current_user as role`),
  );
  expect(role.rows).toEqual([{ role: 'porchlight_system' }]);
});
