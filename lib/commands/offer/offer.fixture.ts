import { v7 as uuid } from 'uuid';
import { withWorkspace } from '@/db/client';
import { consents } from '@/db/schema/consent';
import type { conversations } from '@/db/schema/conversations';
import type { TestDatabase } from '@/db/testing';
import { aChannel, aConversation, aMember, aWorkspace } from '@/db/testing';
import type { ConsentScope } from '@/lib/domain/consent/ledger';
import { addOfferCodes } from './add-codes';
import { approveOffer } from './approve';
import { createOffer } from './create';
import { giveNext } from './give';
import { stepOffer } from './step';

/** A workspace with a marketer, a lead and a channel, and the verbs that tests of offers repeat. */
export type Market = Awaited<ReturnType<typeof aMarket>>;
export type Fan = Awaited<ReturnType<typeof aConversation>>;

type OfferOptions = { body?: string; codes?: string; labelIds?: string[] };

const hour = 3_600_000;
const rests = { underWayMs: 1, windowMs: 60_000, channelMs: 30_000, askedMs: 0 };

export async function aMarket(
  database: TestDatabase,
  place?: { workspaceId: string; channelId: string },
) {
  const workspaceId = place?.workspaceId ?? (await aWorkspace());
  const channelId = place?.channelId ?? (await aChannel(workspaceId)).id;
  const marketer = await aMember(workspaceId, ['marketer']);
  const lead = await aMember(workspaceId, ['lead']);

  const people = peopleOf({ workspaceId, channelId });

  async function draft({ body = 'Hi {name}: {code}', codes, labelIds = [] }: OfferOptions = {}) {
    const input = { channelId, name: 'Summer', body, labelIds };
    const { offerId } = await createOffer(marketer, input);
    if (codes !== undefined) await addOfferCodes(marketer, { offerId, csv: codes });
    return offerId;
  }

  async function approved(options: OfferOptions = {}) {
    const offerId = await draft({ codes: 'A1\nA2\nA3\nA4\nA5', ...options });
    await approveOffer(lead, { offerId, version: 1 });
    return offerId;
  }

  const step = (offerId: string, name: 'start' | 'pause' | 'resume' | 'stop') =>
    stepOffer(marketer, { offerId, version: 1, step: name });

  async function started(options: OfferOptions = {}) {
    const offerId = await approved(options);
    await step(offerId, 'start');
    return offerId;
  }

  const give = (offerId: string) => giveNext({ workspaceId, offerId }, rests);

  /** What became of each, by the identity: state, code, the reason of the rules, and the text. */
  async function fates(offerId: string) {
    const { rows } = await database.admin.query<{
      identityId: string;
      state: string;
      code: string | null;
      reason: string | null;
      body: string | null;
    }>(
      `select r.identity_id as "identityId", r.state, g.code, r.decision->>'reason' as reason, m.body
       from offer_recipients r
       left join offer_codes g on g.offer_id = r.offer_id and g.identity_id = r.identity_id
       left join messages m on m.id = r.message_id
       where r.offer_id = $1 order by r.decided_at nulls last, r.identity_id`,
      [offerId],
    );
    return rows;
  }

  async function stateOf(offerId: string): Promise<string | undefined> {
    const { rows } = await database.admin.query<{ state: string }>(
      'select state from offers where id = $1',
      [offerId],
    );
    return rows[0]?.state;
  }

  /** What was handed over arrives at once: nothing is under way any more. */
  async function allArrive(): Promise<void> {
    await database.admin.query(
      "update deliveries set state = 'sent', due_at = null where workspace_id = $1 and state = 'queued'",
      [workspaceId],
    );
  }

  return {
    ...{ workspaceId, channelId, marketer, lead },
    ...people,
    ...{ draft, approved, started, step, give, fates, stateOf, allArrive },
  };
}

type Said = { hoursAgo?: number; scope?: ConsentScope; now?: number };

/** Who writes to a channel, and what they allow. */
function peopleOf({ workspaceId, channelId }: { workspaceId: string; channelId: string }) {
  /** They say yes or no, so many hours ago. */
  async function says(
    fan: Fan,
    granted: boolean,
    { hoursAgo = 1, scope = 'offers', now = Date.now() }: Said = {},
  ): Promise<void> {
    const at = new Date(now - hoursAgo * hour).toISOString();
    await withWorkspace(workspaceId, (tx) =>
      tx.insert(consents).values({
        ...{ workspaceId, id: uuid(), scope, granted, at, source: 'told', evidence: 'by phone' },
        contactId: fan.contactId,
        identityId: fan.identityId,
        conversationId: fan.id,
      }),
    );
  }

  /** Somebody who wrote. */
  function aPerson(values: Partial<typeof conversations.$inferInsert> = {}): Promise<Fan> {
    return aConversation(workspaceId, { channelId, ...values });
  }

  /** Somebody who wrote and agreed to be sent offers. */
  async function aFan(values: Partial<typeof conversations.$inferInsert> = {}): Promise<Fan> {
    const fan = await aPerson(values);
    await says(fan, true);
    return fan;
  }

  return { says, aPerson, aFan };
}
