import { v7 as uuid } from 'uuid';
import { afterAll, beforeAll, beforeEach, describe, expect, it, test } from 'vitest';
import { withWorkspace } from '@/db/client';
import { labels } from '@/db/schema/labels';
import type { TestDatabase } from '@/db/testing';
import { aChannel, aMember, aWorkspace, testDatabase } from '@/db/testing';
import { offerView } from '@/lib/queries/offers/offer';
import { addOfferCodes } from './add-codes';
import { approveOffer } from './approve';
import { changeOffer } from './change';
import { createOffer } from './create';
import type { Market } from './offer.fixture';
import { aMarket } from './offer.fixture';
import { removeOfferCodes } from './remove-codes';
import { stepOffer } from './step';

let database: TestDatabase;
let here: Market;
beforeAll(async () => {
  database = await testDatabase();
});
afterAll(() => database.close());
beforeEach(async () => {
  here = await aMarket(database);
});

async function aLabel(name: string): Promise<string> {
  const { workspaceId } = here;
  const id = uuid();
  await withWorkspace(workspaceId, (tx) =>
    tx.insert(labels).values({ workspaceId, id, name, colour: 'grey' }),
  );
  return id;
}

const change = (offerId: string, version: number, body = 'Other words.') =>
  changeOffer(here.marketer, { offerId, version, name: 'Summer', body, labelIds: [] });

describe('an offer is written', () => {
  it('by a marketer, for people of a label', async () => {
    const label = await aLabel('Club');
    const offerId = await here.draft({ labelIds: [label], codes: 'A1' });
    expect(await offerView(here.lead, offerId)).toMatchObject({
      ...{ name: 'Summer', state: 'draft', version: 1, labelIds: [label] },
      ...{ author: here.marketer.name, approver: null },
      codes: { total: 1, given: 0, next: 'A1' },
    });
  });

  it('with the channel and the labels of this workspace only', async () => {
    const there = await aMarket(database);
    const offer = { channelId: there.channelId, name: 'Summer', body: '' };
    await expect(createOffer(here.marketer, offer)).rejects.toMatchObject({ code: 'not_found' });
    await expect(here.draft({ labelIds: [uuid()] })).rejects.toMatchObject({ code: 'not_found' });
  });

  it('and changed by whoever saw what stands there now', async () => {
    const offerId = await here.draft();
    expect(await change(offerId, 1)).toEqual({ version: 2 });
    await expect(change(offerId, 1)).rejects.toMatchObject({ code: 'conflict' });
    expect(await offerView(here.lead, offerId)).toMatchObject({ body: 'Other words.', version: 2 });
  });
});

describe('codes', () => {
  it('are added once each, and repeats are told', async () => {
    const offerId = await here.draft({ codes: 'code\nA1\nA2\nA2' });
    const again = await addOfferCodes(here.marketer, { offerId, csv: 'A2\nA3\nA3' });
    expect(again).toEqual({ added: 1, repeated: 2 });
    const { codes } = await offerView(here.lead, offerId);
    expect(codes).toEqual({ total: 3, given: 0, next: 'A1' });
  });

  it('are not added at all where one of them is wrong', async () => {
    const offerId = await here.draft();
    const adding = addOfferCodes(here.marketer, { offerId, csv: `A1\n${'x'.repeat(101)}` });
    await expect(adding).rejects.toThrow('Row 2: a code has at most 100 characters. Nothing was');
    expect((await offerView(here.lead, offerId)).codes.total).toBe(0);
  });

  it('of a wrong file are taken out before the offer starts, and not after', async () => {
    await here.aFan();
    const offerId = await here.approved();
    expect(await removeOfferCodes(here.marketer, { offerId })).toEqual({ removed: 5 });
    await addOfferCodes(here.marketer, { offerId, csv: 'B1' });
    await here.step(offerId, 'start');
    const removing = removeOfferCodes(here.marketer, { offerId });
    await expect(removing).rejects.toMatchObject({ code: 'conflict' });
  });

  it('give those another turn who got none', async () => {
    await here.aFan();
    await here.aFan();
    await here.aFan();
    const offerId = await here.started({ codes: 'A1' });
    await here.give(offerId);
    await here.give(offerId);
    expect((await here.fates(offerId)).map(({ state }) => state).toSorted()).toEqual([
      'no_code',
      'queued',
      'waiting',
    ]);
    await addOfferCodes(here.marketer, { offerId, csv: 'A2\nA3' });
    await here.give(offerId);
    await here.give(offerId);
    const codes = (await here.fates(offerId)).map(({ code }) => code);
    expect(codes.toSorted()).toEqual(['A1', 'A2', 'A3']);
    expect(await here.stateOf(offerId)).toBe('done');
  });
});

describe('an offer is approved', () => {
  it('by somebody else than its author, also where the author could', async () => {
    const offerId = await here.draft();
    const approving = approveOffer(here.marketer, { offerId, version: 1 });
    await expect(approving).rejects.toThrow('You wrote this offer.');
    await expect(
      database.admin.query(
        "update offers set state = 'approved', approved_by = author_id where id = $1",
        [offerId],
      ),
    ).rejects.toThrow('offers_four_eyes');
    const other = await aMember(here.workspaceId, ['marketer'], 'Nils');
    await approveOffer(other, { offerId, version: 1 });
    expect(await offerView(here.lead, offerId)).toMatchObject({
      state: 'approved',
      approver: 'Nils',
    });
  });

  it('as it was read, and not as it was changed meanwhile', async () => {
    const offerId = await here.draft();
    await change(offerId, 1);
    const approving = approveOffer(here.lead, { offerId, version: 1 });
    await expect(approving).rejects.toMatchObject({ code: 'conflict' });
  });

  it('until somebody changes it, who is its author from then on', async () => {
    const offerId = await here.approved();
    const other = await aMember(here.workspaceId, ['marketer']);
    await changeOffer(other, { offerId, version: 1, name: 'Summer', body: 'New', labelIds: [] });
    expect(await here.stateOf(offerId)).toBe('draft');
    const approving = approveOffer(other, { offerId, version: 2 });
    await expect(approving).rejects.toMatchObject({ code: 'forbidden' });
    await approveOffer(here.marketer, { offerId, version: 2 });
  });

  it.each(['', 'Hi {nmae}', `${'x'.repeat(9_993)}{name}`])(
    'but not with a text such as “%.12s”',
    async (body) => {
      await here.aFan();
      const offerId = await here.draft({ body });
      const approving = approveOffer(here.lead, { offerId, version: 1 });
      await expect(approving).rejects.toMatchObject({ code: 'invalid' });
    },
  );
});

describe('an offer is started', () => {
  it('for those alone who agreed, carry the label, are on this channel and no spam', async () => {
    const label = await aLabel('Club');
    const labelIds = [label];
    const fan = await here.aFan({ labelIds });
    await here.aFan();
    await here.aPerson({ labelIds });
    await here.aFan({ labelIds, status: 'spam' });
    await here.aFan({ labelIds, channelId: (await aChannel(here.workspaceId)).id });
    const gone = await here.aFan({ labelIds });
    await here.says(gone, false, { hoursAgo: 0 });
    const offerId = await here.started({ labelIds });
    expect((await here.fates(offerId)).map(({ identityId }) => identityId)).toEqual([
      fan.identityId,
    ]);
    expect(await offerView(here.lead, offerId)).toMatchObject({
      audience: { agreed: 2, chosen: 1, byLabel: { [label]: 1 }, sample: { name: 'Ana Lima' } },
      groups: [{ outcome: 'waiting', reason: null, count: 1 }],
    });
  });

  it('for somebody at least', async () => {
    const offerId = await here.approved();
    await expect(here.step(offerId, 'start')).rejects.toThrow('Nobody on this channel has agreed');
    expect(await here.stateOf(offerId)).toBe('approved');
  });

  it('with the codes that its text promises', async () => {
    await here.aFan();
    const offerId = await here.draft();
    await approveOffer(here.lead, { offerId, version: 1 });
    await expect(here.step(offerId, 'start')).rejects.toThrow('The text promises a code');
    const without = await here.draft({ body: 'Ice for all, {name}.' });
    await approveOffer(here.lead, { offerId: without, version: 1 });
    await expect(here.step(without, 'start')).resolves.toEqual({ state: 'running' });
  });

  it('only when it is approved', async () => {
    await here.aFan();
    const offerId = await here.draft({ codes: 'A1' });
    await expect(here.step(offerId, 'start')).rejects.toMatchObject({ code: 'conflict' });
    await expect(here.step(offerId, 'pause')).rejects.toMatchObject({ code: 'conflict' });
  });
});

describe('an offer is stopped', () => {
  it('for good: nobody’s turn comes, and what has not left is taken back', async () => {
    await here.aFan();
    await here.aFan();
    await here.aFan();
    const offerId = await here.started();
    await here.give(offerId);
    await here.allArrive();
    await here.give(offerId);
    await here.step(offerId, 'stop');
    expect((await here.fates(offerId)).map(({ state }) => state)).toEqual([
      'queued',
      'stopped',
      'stopped',
    ]);
    expect(await offerView(here.lead, offerId)).toMatchObject({
      state: 'stopped',
      groups: [
        { outcome: 'kept_back', reason: 'STOPPED', count: 2 },
        { outcome: 'given', reason: null, count: 1 },
      ],
    });
    const { rows } = await database.admin.query(
      'select state from deliveries where workspace_id = $1 order by created_at',
      [here.workspaceId],
    );
    expect(rows).toEqual([{ state: 'sent' }, { state: 'cancelled' }]);
    await expect(here.step(offerId, 'resume')).rejects.toMatchObject({ code: 'conflict' });
    expect(await here.give(offerId)).toEqual({ kind: 'nobody' });
  });
});

describe('nobody may, but', () => {
  const verbs = {
    create: (actor: Market['lead'], offerId: string) =>
      createOffer(actor, { channelId: here.channelId, name: offerId, body: '' }),
    change: (actor: Market['lead'], offerId: string) =>
      changeOffer(actor, { offerId, version: 1, name: 'x', body: '', labelIds: [] }),
    addCodes: (actor: Market['lead'], offerId: string) =>
      addOfferCodes(actor, { offerId, csv: 'A1' }),
    removeCodes: (actor: Market['lead'], offerId: string) => removeOfferCodes(actor, { offerId }),
    approve: (actor: Market['lead'], offerId: string) =>
      approveOffer(actor, { offerId, version: 1 }),
    step: (actor: Market['lead'], offerId: string) =>
      stepOffer(actor, { offerId, version: 1, step: 'stop' }),
  };
  type Verb = keyof typeof verbs;
  const all = Object.keys(verbs) as Verb[];

  test.each(all)('a role that holds it: %s', async (verb) => {
    const offerId = await here.draft();
    const agent = await aMember(here.workspaceId, ['agent']);
    await expect(verbs[verb](agent, offerId)).rejects.toMatchObject({ code: 'forbidden' });
    if (verb === 'approve') return;
    await expect(verbs[verb](here.lead, offerId)).rejects.toMatchObject({ code: 'forbidden' });
  });

  test.each(all)('a member of this workspace: %s', async (verb) => {
    const offerId = await here.draft();
    const stranger = await aMember(await aWorkspace(), ['marketer']);
    await expect(verbs[verb](stranger, offerId)).rejects.toMatchObject({ code: 'not_found' });
    expect(await here.stateOf(offerId)).toBe('draft');
  });
});
