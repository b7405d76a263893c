import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { TestDatabase } from '@/db/testing';
import { testDatabase } from '@/db/testing';
import { deliveryPolicy } from '@/lib/domain/delivery/policy';
import { offerView } from '@/lib/queries/offers/offer';
import { denials } from '@/lib/queries/permissions/denials';
import { asSystem } from '../command';
import { depart } from '../delivery/begin';
import { claimChecks, postponeCheck } from '../relation/checks';
import { learn } from '../relation/learn';
import { offersDue, putOffFirst } from './due';
import type { Fan, Market } from './offer.fixture';
import { aMarket } from './offer.fixture';

let database: TestDatabase;
let here: Market;
beforeAll(async () => {
  database = await testDatabase();
});
afterAll(() => database.close());
beforeEach(async () => {
  here = await aMarket(database);
});

async function fans(count: number): Promise<Fan[]> {
  return await Promise.all(Array.from({ length: count }, () => here.aFan()));
}

/** So much is left of what the channel may send. */
function budget(remaining: number, limit = 15) {
  return database.admin.query(
    `insert into channel_budgets (workspace_id, channel_id, purpose, window_limit, remaining, reset_at)
     values ($1, $2, 'send', $4, $3, now() + interval '5 minutes')
     on conflict (workspace_id, channel_id, purpose) do update
       set remaining = excluded.remaining, window_limit = excluded.window_limit`,
    [here.workspaceId, here.channelId, remaining, limit],
  );
}

describe('somebody’s turn', () => {
  it('gives them their code in the words that were approved, and ends the offer after the last', async () => {
    const [fan] = await fans(1);
    const offerId = await here.started();
    expect(await here.give(offerId)).toEqual({ kind: 'went_on' });
    expect(await here.fates(offerId)).toEqual([
      {
        identityId: fan?.identityId,
        state: 'queued',
        code: 'A1',
        reason: 'RECIPIENT_HAS_WRITTEN',
        body: 'Hi Ana Lima: A1',
      },
    ]);
    expect(await here.stateOf(offerId)).toBe('done');
    expect(await here.give(offerId)).toEqual({ kind: 'nobody' });
    const { rows } = await database.admin.query(
      `select d.purpose, m.automatic, m.author_id as author, c.waiting_since is not null as waits
       from deliveries d join messages m on m.id = d.message_id
       join conversations c on c.id = d.conversation_id where d.workspace_id = $1`,
      [here.workspaceId],
    );
    const author = here.marketer.memberId;
    expect(rows).toEqual([{ purpose: 'offer', automatic: 'offer', author, waits: true }]);
  });

  it('is refused to whoever said no since the start, and written down with why', async () => {
    const [fan] = await fans(1);
    const offerId = await here.started();
    if (fan) await here.says(fan, false, { hoursAgo: 0 });
    await here.give(offerId);
    expect(await here.fates(offerId)).toMatchObject([
      { state: 'refused', reason: 'OPTED_OUT', code: null, body: null },
    ]);
    expect((await denials(here.lead)).lines).toMatchObject([
      { denied: 'offer', purpose: 'offer', member: here.marketer.name, conversationId: fan?.id },
    ]);
  });

  it('is refused to whoever has had as many offers as the brand allows', async () => {
    await fans(1);
    for (const _ of [1, 2]) {
      const offerId = await here.started();
      await here.give(offerId);
      await here.allArrive();
    }
    const third = await here.started();
    await here.give(third);
    expect(await here.fates(third)).toMatchObject([
      { state: 'refused', reason: 'OFFER_CAP_REACHED' },
    ]);
  });

  it('comes again when the quiet hours where they live are over', async () => {
    const [fan] = await fans(1);
    const hour = new Date().getUTCHours();
    const clock = (at: number) => `${String((at + 24) % 24).padStart(2, '0')}:00`;
    await database.admin.query("update contacts set zone = 'UTC' where id = $1", [fan?.contactId]);
    await database.admin.query(
      `insert into brand_policies (workspace_id, scope_id, offers_per_contact, offers_in_days, quiet_from, quiet_to)
       values ($1, $1, 2, 30, $2, $3)`,
      [here.workspaceId, clock(hour - 1), clock(hour + 2)],
    );
    const offerId = await here.started();
    expect(await here.give(offerId)).toEqual({ kind: 'went_on' });
    expect(await here.fates(offerId)).toMatchObject([{ state: 'waiting', reason: 'QUIET_HOURS' }]);
    expect(await here.stateOf(offerId)).toBe('running');
    expect(await here.give(offerId)).toEqual({ kind: 'nobody' });
    const { rows } = await database.admin.query<{ hour: number }>(
      "select extract(hour from due_at at time zone 'UTC')::int as hour from offer_recipients where offer_id = $1",
      [offerId],
    );
    expect(rows).toEqual([{ hour: (hour + 2) % 24 }]);
  });

  it('comes to nothing when no code is left', async () => {
    await fans(2);
    const offerId = await here.started({ codes: 'A1' });
    await here.give(offerId);
    await here.give(offerId);
    expect((await here.fates(offerId)).map(({ state, code }) => [state, code])).toEqual([
      ['queued', 'A1'],
      ['no_code', null],
    ]);
    // More codes may come: only then, or when it is stopped, is it over.
    expect(await here.stateOf(offerId)).toBe('running');
  });
});

describe('where the network’s word could change a no, it', () => {
  /** Somebody to whom the network let nothing through, though they had written. */
  async function aRiddle(): Promise<Fan> {
    const fan = await here.aFan();
    await asSystem(here.workspaceId, async (context) => {
      const learned = [{ name: 'refused', value: true, source: 'refusal' }] as const;
      return { value: null, events: await learn(context, pairOf(fan), { learned }) };
    });
    return fan;
  }
  const pairOf = ({ identityId }: Fan) => ({ channelId: here.channelId, identityId });

  it('is asked, and their turn comes again with its answer', async () => {
    const fan = await aRiddle();
    const offerId = await here.started();
    await here.give(offerId);
    expect(await here.fates(offerId)).toMatchObject([
      { state: 'waiting', reason: 'RECIPIENT_REFUSED_BEFORE' },
    ]);
    const [held] = await claimChecks(10, 60_000);
    expect(held).toMatchObject({ identityId: fan.identityId });
    await here.give(offerId);
    expect(await here.fates(offerId)).toMatchObject([{ state: 'waiting' }]);
    await asSystem(here.workspaceId, async (context) => ({
      value: null,
      events: await learn(context, pairOf(fan), {
        learned: [{ name: 'answer', value: true, source: 'look_up' }],
      }),
    }));
    await here.give(offerId);
    expect(await here.fates(offerId)).toMatchObject([{ state: 'queued', code: 'A1' }]);
  });

  it('and does not say, unknown is not yes', async () => {
    await aRiddle();
    const offerId = await here.started();
    await here.give(offerId);
    const [held] = await claimChecks(10, 60_000);
    if (!held) throw new Error('nobody was asked about');
    await database.admin.query('update relation_checks set tries = 8 where identity_id = $1', [
      held.identityId,
    ]);
    await postponeCheck(held, { until: new Date(), problem: 'network', counted: true });
    await here.give(offerId);
    expect(await here.fates(offerId)).toMatchObject([
      { state: 'refused', reason: 'RECIPIENT_REFUSED_BEFORE', code: null },
    ]);
  });
});

describe('the channel’s budget', () => {
  it('has a few under way at a time, and those who wait lose nothing', async () => {
    await fans(5);
    const offerId = await here.started();
    const turns = [];
    for (let turn = 0; turn < 4; turn += 1) turns.push((await here.give(offerId)).kind);
    expect(turns).toEqual(['went_on', 'went_on', 'went_on', 'rests']);
    await here.allArrive();
    expect(await here.give(offerId)).toEqual({ kind: 'went_on' });
  });

  it('keeps half of a window for replies, and waits for the next one', async () => {
    await fans(2);
    const offerId = await here.started();
    await budget(9);
    expect(await here.give(offerId)).toEqual({ kind: 'went_on' });
    await here.allArrive();
    await budget(8);
    expect(await here.give(offerId)).toEqual({ kind: 'rests', forMs: 60_000 });
    expect((await here.fates(offerId)).map(({ state }) => state)).toEqual(['queued', 'waiting']);
  });

  it('is shared by two offers of one channel', async () => {
    await fans(3);
    const one = await here.started();
    const other = await here.started();
    await budget(9);
    expect(await here.give(one)).toEqual({ kind: 'went_on' });
    expect(await here.give(other)).toMatchObject({ kind: 'rests' });
  });

  it('turns nobody away while the channel is cut off', async () => {
    await fans(1);
    const offerId = await here.started();
    await database.admin.query("update channels set status = 'reconnect' where id = $1", [
      here.channelId,
    ]);
    expect(await here.give(offerId)).toMatchObject({ kind: 'rests' });
    expect(await here.fates(offerId)).toMatchObject([{ state: 'waiting', reason: null }]);
  });
});

describe('many workers at once', () => {
  it('give everybody one code and nobody two', async () => {
    await fans(12);
    await budget(1_000, 1_000);
    const codes = Array.from({ length: 12 }, (_, at) => `C${at}`);
    const offerId = await here.started({ codes: codes.join('\n') });
    const worker = async () => {
      for (;;) {
        const { kind } = await here.give(offerId);
        if (kind === 'nobody') return;
        if (kind === 'rests') await here.allArrive();
      }
    };
    await Promise.all([worker(), worker(), worker(), worker()]);
    const fates = await here.fates(offerId);
    expect(fates.map(({ code }) => code).toSorted()).toEqual(codes.toSorted());
    expect(fates.every(({ body, code }) => body === `Hi Ana Lima: ${code}`)).toBe(true);
    const { rows } = await database.admin.query(
      'select count(*)::int as messages from deliveries where workspace_id = $1',
      [here.workspaceId],
    );
    expect(rows).toEqual([{ messages: 12 }]);
    expect(await here.stateOf(offerId)).toBe('done');
  });

  it('and a pause in between: whose turn it is is given, and nobody after', async () => {
    await fans(3);
    const offerId = await here.started();
    await Promise.all([here.give(offerId), here.step(offerId, 'pause')]);
    const given = async () =>
      (await here.fates(offerId)).filter(({ state }) => state === 'queued').length;
    const before = await given();
    expect(await here.give(offerId)).toEqual({ kind: 'nobody' });
    expect(await given()).toBe(before);
    expect(await offersDue(50, [])).not.toContainEqual(expect.objectContaining({ offerId }));
    await here.step(offerId, 'resume');
    expect(await offersDue(50, [])).toContainEqual(expect.objectContaining({ offerId }));
    expect(await here.give(offerId)).toEqual({ kind: 'went_on' });
  });

  it('lose nothing when one dies in the middle of a turn', async () => {
    await fans(1);
    const offerId = await here.started();
    await database.admin.query(
      `create function dies() returns trigger language plpgsql as $$ begin raise 'killed'; end $$;
       create trigger dies before update on offer_recipients for each row
         when (new.state = 'queued') execute function dies()`,
    );
    await expect(here.give(offerId)).rejects.toThrow();
    await database.admin.query('drop trigger dies on offer_recipients; drop function dies()');
    expect(await here.fates(offerId)).toMatchObject([{ state: 'waiting', code: null, body: null }]);
    await here.give(offerId);
    expect(await here.fates(offerId)).toMatchObject([{ state: 'queued', code: 'A1' }]);
  });
});

describe('trouble over one recipient', () => {
  it('lets the others pass, and their turn comes again later', async () => {
    await fans(2);
    const offerId = await here.started();
    const { workspaceId } = here;
    await putOffFirst({ workspaceId, offerId }, 60_000);
    expect(await here.give(offerId)).toEqual({ kind: 'went_on' });
    expect(await here.give(offerId)).toEqual({ kind: 'nobody' });
    expect((await here.fates(offerId)).map(({ state }) => state)).toEqual(['queued', 'waiting']);
    expect(await here.stateOf(offerId)).toBe('running');
    await database.admin.query(
      "update offer_recipients set due_at = now() where offer_id = $1 and state = 'waiting'",
      [offerId],
    );
    await here.give(offerId);
    expect(await here.stateOf(offerId)).toBe('done');
  });
});

describe('an offer that was handed over', () => {
  it('counts as kept back, with why, when the rules stop it as it leaves', async () => {
    const [fan] = await fans(1);
    const offerId = await here.started();
    await here.give(offerId);
    if (fan) await here.says(fan, false, { hoursAgo: 0 });
    const { rows } = await database.admin.query<{ messageId: string }>(
      'select message_id as "messageId" from offer_recipients where offer_id = $1',
      [offerId],
    );
    const messageId = rows[0]?.messageId ?? '';
    const { workspaceId } = here;
    expect(await depart({ workspaceId, messageId }, deliveryPolicy(0.02))).toBeUndefined();
    expect((await offerView(here.lead, offerId)).groups).toEqual([
      { outcome: 'kept_back', reason: 'OPTED_OUT', count: 1 },
    ]);
  });
});
