import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import type { TestDatabase } from '@/db/testing';
import { anExternalId, testDatabase } from '@/db/testing';
import type { TestSandbox } from '@/sandbox/testing/start';
import { startTestSandbox } from '@/sandbox/testing/start';
import { asSystem } from '../../commands/command';
import { receiveMessage } from '../../commands/inbound/receive';
import type { Market } from '../../commands/offer/offer.fixture';
import { aMarket } from '../../commands/offer/offer.fixture';
import { offerView } from '../../queries/offers/offer';
import type { Granted } from '../granted.fixture';
import { aGrantedChannel, aPersonThere, ledgerOf } from '../granted.fixture';
import type { RunningLane } from '../lane';
import { startLane } from '../lane';
import { deliveryLane } from './delivery';
import { offerLane } from './offer';

const TIME_SCALE = 0.005;
let database: TestDatabase;
let sandbox: TestSandbox;
let granted: Granted;
let here: Market;
let lanes: RunningLane[] = [];
beforeAll(async () => {
  sandbox = await startTestSandbox({ timeScale: TIME_SCALE });
  database = await testDatabase({ X_API_URL: sandbox.url, TIME_SCALE: String(TIME_SCALE) });
});
afterAll(async () => {
  await database.close();
  await sandbox.remove();
});
beforeEach(async () => {
  await sandbox.control('DELETE', '/sandbox/faults');
  granted = await aGrantedChannel(sandbox);
  here = await aMarket(database, granted);
});
afterEach(async () => {
  await Promise.all(lanes.map((lane) => lane.stop()));
  lanes = [];
});

/** Somebody on the network who wrote and agreed to be sent offers. */
async function aFan() {
  const person = await aPersonThere(sandbox);
  const fan = await here.aFan();
  await database.admin.query('update identities set external_id = $2 where id = $1', [
    fan.identityId,
    person,
  ]);
  return { ...fan, person };
}
type Fan = Awaited<ReturnType<typeof aFan>>;

async function sentTo({ person }: Fan): Promise<string[]> {
  const entries = await ledgerOf(sandbox, 'message.created');
  return entries
    .map((entry) => JSON.stringify(entry))
    .filter((entry) => entry.includes(`"toId":"${person}"`))
    .map((entry) => /"text":"([^"]*)"/.exec(entry)?.[1] ?? '');
}

/** Two workers, as it were. */
function giveOut() {
  lanes.push(startLane({ ...offerLane(), pollMs: 20 }), startLane({ ...offerLane(), pollMs: 20 }));
}

function deliver() {
  lanes.push(startLane({ ...deliveryLane, pollMs: 20 }));
}

const soon = { timeout: 15_000 };

describe('an offer', () => {
  it('reaches everybody who agreed, each with a code of their own, and ends by itself', async () => {
    const fans = await Promise.all([aFan(), aFan(), aFan(), aFan(), aFan()]);
    const offerId = await here.started();
    giveOut();
    deliver();
    await vi.waitFor(async () => {
      const { state, groups } = await offerView(here.lead, offerId);
      expect({ state, groups }).toEqual({
        state: 'done',
        groups: [{ outcome: 'given', reason: null, count: 5 }],
      });
    }, soon);
    const texts = (await Promise.all(fans.map(sentTo))).flat();
    expect(texts.toSorted()).toEqual([1, 2, 3, 4, 5].map((no) => `Hi Ana Lima: A${no}`));
  });

  it('is kept from whoever opts out after it was handed over and before it leaves', async () => {
    const fan = await aFan();
    const offerId = await here.started();
    giveOut();
    await vi.waitFor(async () => expect(await here.stateOf(offerId)).toBe('done'), soon);
    await says(fan, 'I am not interested.');
    await here.says(fan, false, { hoursAgo: 0 });
    deliver();
    await vi.waitFor(async () => {
      expect((await offerView(here.lead, offerId)).groups).toEqual([
        { outcome: 'kept_back', reason: 'OPTED_OUT', count: 1 },
      ]);
    }, soon);
    expect(await sentTo(fan)).toEqual([]);
    const { rows } = await database.admin.query(
      'select denied, purpose, reason from denials where conversation_id = $1',
      [fan.id],
    );
    expect(rows).toEqual([{ denied: 'sending', purpose: 'offer', reason: 'OPTED_OUT' }]);
  });

  it('waits in a spent window, and goes on in the next', async () => {
    const fan = await aFan();
    await database.admin.query(
      `insert into channel_budgets (workspace_id, channel_id, purpose, window_limit, remaining, reset_at)
       values ($1, $2, 'send', 15, 8, now() + interval '2 seconds')`,
      [here.workspaceId, here.channelId],
    );
    const offerId = await here.started();
    expect((await offerView(here.lead, offerId)).windowSpentUntil).not.toBeNull();
    giveOut();
    deliver();
    await vi.waitFor(async () => expect(await sentTo(fan)).toEqual(['Hi Ana Lima: A1']), soon);
    const { rows } = await database.admin.query<{ waited: boolean }>(
      `select r.decided_at > o.started_at + interval '1 second' as waited
       from offer_recipients r join offers o on o.id = r.offer_id where r.offer_id = $1`,
      [offerId],
    );
    expect(rows).toEqual([{ waited: true }]);
  });
});

function says({ person }: Fan, text: string) {
  const { workspaceId, channelId } = granted;
  const message = {
    channelId,
    kind: 'message',
    externalId: anExternalId(),
    participant: { externalId: person },
    text,
    at: new Date(),
  } as const;
  return asSystem(workspaceId, (context) =>
    receiveMessage(context, { ...message, attachments: [] }),
  );
}
