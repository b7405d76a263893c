import 'server-only';
import { sql } from 'drizzle-orm';
import { z } from 'zod';
import { offers } from '@/db/schema/offers';
import type { EventDraft } from '@/lib/domain/conversation/events';
import type { Lane } from '@/lib/jobs/nudge';
import type { CommandContext } from '../command';
import { command } from '../command';
import { gather } from './gather';
import type { Offer } from './offer-for';
import { isOffer, offerChanged, offerFor, requireStep, requireVersion } from './offer-for';
import { takeBack } from './take-back';

const steps = ['start', 'pause', 'resume', 'stop'] as const;
type Step = (typeof steps)[number];

/** Starts an offer, pauses it, goes on, or ends it for good. Each holds at once. */
export const stepOffer = command({
  permission: 'offer.write',
  input: z.strictObject({ offerId: z.uuid(), version: z.int(), step: z.enum(steps) }),
  async run(context, { offerId, version, step }) {
    const { tx, workspaceId } = context;
    const offer = await offerFor(context, offerId);
    if (step === 'start') requireVersion(offer, version);
    const state = requireStep(offer, step);
    const { events, nudges } = await effects[step](context, offer);
    await tx
      .update(offers)
      .set({ state, ...times[step] })
      .where(isOffer(workspaceId, offerId));
    return { value: { state }, events: [...events, offerChanged(offer)], nudges };
  },
});

type Effect = { events: EventDraft[]; nudges: Lane[] };

const effects: Record<Step, (context: CommandContext, offer: Offer) => Promise<Effect>> = {
  start: async (context, offer) => {
    await gather(context, offer);
    return { events: [], nudges: ['offer'] };
  },
  pause: async () => ({ events: [], nudges: [] }),
  resume: async () => ({ events: [], nudges: ['offer'] }),
  stop: takeBack,
};

const now = sql`now()`;
const times = { start: { startedAt: now }, pause: {}, resume: {}, stop: { endedAt: now } };
