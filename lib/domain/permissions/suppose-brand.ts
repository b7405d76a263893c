import type { Hours } from '../quiet-hours';
import type { BrandFacts, PermissionInput } from './input';
import type { Field } from './suppose-field';
import { count, knownAs, oneOf, yesOrNo } from './suppose-field';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;
const HOURS = /^([01]\d|2[0-3]):[0-5]\d-([01]\d|2[0-3]):[0-5]\d$/;

/** What matters to an offer, then what matters to a first message. */
export const brandFields = {
  consent: {
    ...knownAs(
      { yes: true } as const,
      ({ brand }) => brand.offerConsent,
      (input, offerConsent) => withBrand(input, { offerConsent }),
    ),
    fact: 'offer_consent',
  },
  offersSent: {
    ...count(['0', '1', '2', '3'], offersCounted, (input, sent) =>
      withBrand(input, {
        offersSentAt: Array.from({ length: sent }, (_, index) => input.now - (index + 1) * MINUTE),
      }),
    ),
    fact: 'offers_sent',
  },
  offerCap: count(
    ['1', '2', '3', '5'],
    ({ brand }) => brand.policy.offers.perContact,
    (input, perContact) => withOffers(input, { perContact }),
  ),
  offerDays: count(
    ['7', '30', '90'],
    ({ brand }) => brand.policy.offers.inDays,
    (input, inDays) => withOffers(input, { inDays }),
  ),
  quiet: {
    read: ({ brand }) => wordOfHours(brand.policy.offers.quiet),
    set: (input, word) => withOffers(input, { quiet: hoursIn(word) }),
    takes: (word) => word === 'none' || HOURS.test(word),
    offered: ['none', '21:00-08:00', '19:00-09:00', '00:00-23:59'],
  },
  zone: {
    read: ({ brand }) => brand.zone ?? 'unknown',
    set: (input, word) => withBrand(input, { zone: word === 'unknown' ? null : word }),
    takes: (word) => word === 'unknown' || isZone(word),
    offered: [
      'unknown',
      'America/Los_Angeles',
      'America/New_York',
      'America/Sao_Paulo',
      'Europe/London',
      'Europe/Berlin',
      'Asia/Dubai',
      'Asia/Kolkata',
      'Asia/Tokyo',
      'Australia/Sydney',
    ],
    fact: 'zone',
  },
  outreach: {
    ...yesOrNo(
      ({ brand }) => brand.policy.outreach.isAllowed,
      (input, isAllowed) => withOutreach(input, { isAllowed }),
    ),
    fact: 'outreach_allowed',
  },
  outreachToday: {
    ...count(
      ['0', '1', '5', '10'],
      ({ brand }) => brand.outreachToday,
      (input, outreachToday) => withBrand(input, { outreachToday }),
    ),
    fact: 'outreach_today',
  },
  outreachCap: count(
    ['0', '1', '5', '10'],
    ({ brand }) => brand.policy.outreach.perChannelAndDay,
    (input, perChannelAndDay) => withOutreach(input, { perChannelAndDay }),
  ),
  needsLead: yesOrNo(
    ({ brand }) => brand.policy.outreach.needsLead,
    (input, needsLead) => withOutreach(input, { needsLead }),
  ),
  approved: yesOrNo(
    ({ brand }) => brand.approvedByLead,
    (input, approvedByLead) => withBrand(input, { approvedByLead }),
  ),
} as const satisfies Record<string, Field>;

/** The last two layers: what is to be sent, and what the network lets the channel send for now. */
export const sendingFields = {
  message: oneOf(['fits', 'too_long', 'files'], messageOf, withMessage),
  budget: oneOf(
    ['room', 'spent'],
    ({ budget }) => (budget && budget.remaining <= 0 ? 'spent' : 'room'),
    ({ budget: _, ...input }, word) =>
      word === 'room'
        ? input
        : { ...input, budget: { remaining: 0, resetAt: input.now + HOUR / 4 } },
  ),
} as const satisfies Record<string, Field>;

function messageOf({ message }: PermissionInput): 'fits' | 'too_long' | 'files' {
  if (!message) return 'fits';
  if (message.length > message.maxLength) return 'too_long';
  return message.filesAreSupported ? 'fits' : 'files';
}

/** In characters; X takes ten thousand. */
const most = 10_000;

function withMessage(
  { message: _, ...input }: PermissionInput,
  word: 'fits' | 'too_long' | 'files',
): PermissionInput {
  if (word === 'fits') return input;
  const length = word === 'too_long' ? most + 120 : 0;
  return { ...input, message: { length, maxLength: most, filesAreSupported: word !== 'files' } };
}

function offersCounted({ brand, now }: PermissionInput): number {
  const since = now - brand.policy.offers.inDays * DAY;
  return brand.offersSentAt.filter((at) => at > since).length;
}

function wordOfHours(hours: Hours | null): string {
  return hours ? `${hours.from}-${hours.to}` : 'none';
}

function hoursIn(word: string): Hours | null {
  const [from, to] = word.split('-');
  return from && to ? { from, to } : null;
}

function isZone(word: string): boolean {
  try {
    return new Intl.DateTimeFormat('en-GB', { timeZone: word }).resolvedOptions().timeZone !== '';
  } catch {
    return false;
  }
}

function withBrand(input: PermissionInput, more: Partial<BrandFacts>): PermissionInput {
  return { ...input, brand: { ...input.brand, ...more } };
}

function withOffers(
  input: PermissionInput,
  more: Partial<BrandFacts['policy']['offers']>,
): PermissionInput {
  const { policy } = input.brand;
  return withBrand(input, { policy: { ...policy, offers: { ...policy.offers, ...more } } });
}

function withOutreach(
  input: PermissionInput,
  more: Partial<BrandFacts['policy']['outreach']>,
): PermissionInput {
  const { policy } = input.brand;
  return withBrand(input, { policy: { ...policy, outreach: { ...policy.outreach, ...more } } });
}
