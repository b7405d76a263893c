import { quietUntil } from '../quiet-hours';
import type { Fact, Hindrance } from './finding';
import { booked, fact, refuse } from './finding';
import type { PermissionInput } from './input';
import { invitation } from './invitation';
import type { Purpose } from './purpose';

const DAY = 86_400_000;

/** Fourth layer: what the brand allows itself. */
export function brandLayer(input: PermissionInput): Hindrance | null {
  if (input.by === 'automation' && input.contact.lastInboundAt === null) {
    return refuse('AUTOMATION_NEEDS_INBOUND', { kind: 'write_yourself' }, invitation(input));
  }
  return byPurpose[input.purpose](input);
}

export function brandFacts({ brand, purpose }: PermissionInput): Fact[] {
  const { policy } = brand;
  if (purpose === 'offer') {
    return [
      fact('offer_consent', brand.offerConsent),
      booked('offers_sent', brand.offersSentAt.length, newest(brand.offersSentAt)),
      booked('zone', brand.zone),
    ];
  }
  if (purpose === 'outreach') {
    return [
      booked('outreach_allowed', policy.outreach.isAllowed),
      booked('outreach_today', brand.outreachToday),
    ];
  }
  return [];
}

const byPurpose: Record<Purpose, (input: PermissionInput) => Hindrance | null> = {
  reply: () => null,
  follow_up: (input) => {
    const { lastInboundAt, lastOutboundAt } = input.contact;
    if (lastInboundAt !== null || lastOutboundAt !== null) return null;
    return refuse('NO_EARLIER_CONVERSATION', invitation(input), { kind: 'wait_for_them' });
  },
  offer: offers,
  outreach,
};

function offers({ brand, now, marginMs }: PermissionInput): Hindrance | null {
  const { perContact, inDays, quiet } = brand.policy.offers;
  if (brand.offerConsent === null) return refuse('NO_OFFER_CONSENT', { kind: 'record_consent' });
  const counted = brand.offersSentAt.filter((at) => at > now - inDays * DAY).sort((a, b) => b - a);
  if (counted.length >= perContact) {
    // When so many are old enough that one fewer than the cap counts.
    const freeing = counted[perContact - 1];
    const until = freeing === undefined ? undefined : freeing + inDays * DAY;
    return refusedUntil('OFFER_CAP_REACHED', until);
  }
  const until = quiet && brand.zone ? quietUntil(quiet, brand.zone, now + marginMs) : null;
  if (until === null) return null;
  return { ...refusedUntil('QUIET_HOURS', until), verdict: 'defer' };
}

function outreach(input: PermissionInput): Hindrance | null {
  const { brand, contact } = input;
  const { isAllowed, perChannelAndDay, needsLead } = brand.policy.outreach;
  // Whoever wrote is no stranger.
  if (contact.lastInboundAt !== null) return null;
  if (!isAllowed) {
    return refuse(
      'OUTREACH_NOT_ALLOWED',
      { kind: 'ask', role: 'admin', about: 'policy' },
      invitation(input),
    );
  }
  if (brand.outreachToday >= perChannelAndDay) {
    return refusedUntil('OUTREACH_CAP_REACHED', brand.dayEndsAt);
  }
  if (needsLead && !brand.approvedByLead) {
    return refuse('OUTREACH_NEEDS_LEAD', { kind: 'ask', role: 'lead', about: 'approval' });
  }
  return null;
}

function refusedUntil(reason: Hindrance['reason'], until: number | undefined): Hindrance {
  if (until === undefined) return refuse(reason, { kind: 'ask', role: 'admin', about: 'policy' });
  return { ...refuse(reason, { kind: 'wait_until', at: until }), until };
}

function newest(times: readonly number[]): number | null {
  return times.length === 0 ? null : Math.max(...times);
}
