import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { prepared, withWorkspace } from '@/db/client';
import type { TestDatabase } from '@/db/testing';
import { testDatabase } from '@/db/testing';
import type { Fan, Market } from './commands/offer/offer.fixture';
import { aMarket } from './commands/offer/offer.fixture';
import { standingOf } from './domain/consent/ledger';
import { audience } from './offer-audience';

let database: TestDatabase;
let here: Market;
let fans: Fan[];
beforeAll(async () => {
  database = await testDatabase();
  here = await aMarket(database);
  fans = await Promise.all(Array.from({ length: 20 }, () => here.aPerson()));
});
afterAll(() => database.close());

const said = fc.record({
  scope: fc.constantFrom('all' as const, 'offers' as const),
  granted: fc.boolean(),
  // Few instants, so that two words fall on one.
  hoursAgo: fc.integer({ min: 1, max: 5 }),
});

async function inAudience(): Promise<Set<string>> {
  const rows = await withWorkspace(here.workspaceId, (tx) =>
    prepared<{ id: string }>(tx, {
      text: `select i.id from ${audience}`,
      values: [here.workspaceId, here.channelId, []],
    }),
  );
  return new Set(rows.map(({ id }) => id));
}

describe('an audience', () => {
  it('is exactly whoever has agreed by their whole ledger', async () => {
    const ledger = fc.array(said, { maxLength: 5 });
    const seed = Number(process.env['SEED'] ?? Date.now() % 1e9);
    let sawSomebody = false;
    await fc.assert(
      fc.asyncProperty(fc.array(ledger, { minLength: 20, maxLength: 20 }), async (ledgers) => {
        await database.admin.query('delete from consents');
        const agreed = new Set<string>();
        const now = Date.now();
        for (const [at, fan] of fans.entries()) {
          const entries = ledgers[at] ?? [];
          await Promise.all(
            entries.map((entry) => here.says(fan, entry.granted, { ...entry, now })),
          );
          const standing = standingOf(
            entries.map(({ hoursAgo, ...entry }) => ({ ...entry, source: 'told', at: -hoursAgo })),
          );
          if (standing.offersSince !== null) agreed.add(fan.identityId);
        }
        sawSomebody ||= agreed.size > 0;
        expect(await inAudience()).toEqual(agreed);
      }),
      { numRuns: 8, seed },
    );
    expect(sawSomebody).toBe(true);
  });
});
