import { afterAll, beforeAll, beforeEach, describe, expect, it, test } from 'vitest';
import type { TestDatabase } from '@/db/testing';
import { aMember, aWorkspace, testDatabase } from '@/db/testing';
import type { Market } from '@/lib/commands/offer/offer.fixture';
import { aMarket } from '@/lib/commands/offer/offer.fixture';
import type { Actor } from '@/lib/domain/access/can';
import { audienceFor } from './audience';
import { offerFile } from './export';
import { offerView } from './offer';
import { offerList } from './offer-list';
import { recipients } from './recipients';

let database: TestDatabase;
let here: Market;
beforeAll(async () => {
  database = await testDatabase();
});
afterAll(() => database.close());
beforeEach(async () => {
  here = await aMarket(database);
});

/** Two who have it, one who said no meanwhile, one whose turn has not come. */
async function halfway(): Promise<string> {
  const fans = await Promise.all([here.aFan(), here.aFan(), here.aFan(), here.aFan()]);
  const offerId = await here.started();
  await here.give(offerId);
  await here.give(offerId);
  await here.allArrive();
  const { lines } = await recipients(
    here.lead,
    offerId,
    new URLSearchParams({ outcome: 'waiting' }),
  );
  const next = fans.find(({ identityId }) => identityId === lines[0]?.identityId);
  if (next) await here.says(next, false, { hoursAgo: 0 });
  await here.give(offerId);
  return offerId;
}

describe('how far an offer came', () => {
  it('is told in the list', async () => {
    const offerId = await halfway();
    expect(await offerList(here.lead)).toMatchObject([
      { id: offerId, state: 'running', given: 2, total: 4, keptBack: 1 },
    ]);
  });

  it('is told on its page, by outcome and reason', async () => {
    const { groups, codes, approvers } = await offerView(here.lead, await halfway());
    expect(groups).toEqual([
      { outcome: 'given', reason: null, count: 2 },
      { outcome: 'kept_back', reason: 'OPTED_OUT', count: 1 },
      { outcome: 'waiting', reason: null, count: 1 },
    ]);
    expect(codes).toEqual({ total: 5, given: 2, next: 'A3' });
    expect(approvers).toEqual([here.lead.name]);
  });

  it('is told of each, a page at a time', async () => {
    const offerId = await halfway();
    const of = (search: Record<string, string>) =>
      recipients(here.lead, offerId, new URLSearchParams(search));
    expect((await of({})).lines).toHaveLength(4);
    const given = await of({ outcome: 'given', reason: '' });
    expect(given).toMatchObject({
      after: null,
      lines: [{ delivery: 'sent' }, { delivery: 'sent' }],
    });
    expect(given.lines.map(({ code }) => code).toSorted()).toEqual(['A1', 'A2']);
    const [first] = given.lines;
    const rest = await of({ outcome: 'given', after: first?.identityId ?? '' });
    expect(rest.lines).toHaveLength(1);
    expect((await of({ outcome: 'kept_back', reason: 'OPTED_OUT' })).lines).toMatchObject([
      { name: 'Ana Lima', code: null, reason: 'OPTED_OUT' },
    ]);
    expect((await of({ outcome: 'kept_back', reason: 'NO_CODE' })).lines).toEqual([]);
  });

  it('goes into a table', async () => {
    const { text } = await offerFile(here.lead, await halfway());
    const rows = text.trim().split('\r\n');
    expect(rows[0]).toBe('name,handle,outcome,reason,sentence,code,delivery,decided_at');
    expect(rows).toHaveLength(5);
    expect(rows.filter((row) => row.includes('Ana Lima asked not to be written to.'))).toHaveLength(
      1,
    );
  });

  it('is not told beyond half of what the channel may send', async () => {
    const offerId = await here.draft();
    expect((await offerView(here.lead, offerId)).windowSpentUntil).toBeNull();
    await database.admin.query(
      `insert into channel_budgets (workspace_id, channel_id, purpose, window_limit, remaining, reset_at)
       values ($1, $2, 'send', 15, 8, '2100-01-01')`,
      [here.workspaceId, here.channelId],
    );
    const { windowSpentUntil } = await offerView(here.lead, offerId);
    expect(windowSpentUntil).toBe('2100-01-01T00:00:00.000Z');
  });
});

describe('an audience', () => {
  it('is counted for labels that are being chosen', async () => {
    const label = '01990000-0000-7000-8000-000000000001';
    const fan = await here.aFan({ labelIds: [label] });
    await here.aFan();
    const asked = new URLSearchParams({ channel: here.channelId, label });
    expect(await audienceFor(here.marketer, asked)).toEqual({
      ...{ agreed: 2, chosen: 1, byLabel: { [label]: 1 } },
      sample: { name: 'Ana Lima', conversationId: fan.id },
    });
  });
});

describe('nobody reads it, but', () => {
  const reads = {
    page: (actor: Actor, offerId: string) => offerView(actor, offerId),
    recipients: (actor: Actor, offerId: string) =>
      recipients(actor, offerId, new URLSearchParams()),
    table: (actor: Actor, offerId: string) => offerFile(actor, offerId),
  };
  const all = Object.keys(reads) as (keyof typeof reads)[];

  test.each(all)('a role that holds it: %s', async (read) => {
    const offerId = await here.draft();
    const agent = await aMember(here.workspaceId);
    await expect(reads[read](agent, offerId)).rejects.toMatchObject({ code: 'forbidden' });
    await expect(offerList(agent)).rejects.toMatchObject({ code: 'forbidden' });
    const asked = new URLSearchParams({ channel: here.channelId });
    await expect(audienceFor(agent, asked)).rejects.toMatchObject({ code: 'forbidden' });
  });

  test.each(all)('a member of this workspace: %s', async (read) => {
    const offerId = await here.draft();
    await here.aFan();
    const stranger = await aMember(await aWorkspace(), ['marketer']);
    await expect(reads[read](stranger, offerId)).rejects.toMatchObject({ code: 'not_found' });
    await expect(reads[read](here.marketer, 'no-id')).rejects.toMatchObject({ code: 'not_found' });
    expect(await offerList(stranger)).toEqual([]);
    const asked = new URLSearchParams({ channel: here.channelId });
    expect(await audienceFor(stranger, asked)).toMatchObject({ agreed: 0, sample: null });
  });
});
