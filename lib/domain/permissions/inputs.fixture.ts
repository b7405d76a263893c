import fc from 'fast-check';
import type { BrandFacts, ContactFacts, NetworkFacts, PermissionInput } from './input';
import type { Known } from './known';
import { freshForMs } from './known';
import { purposes } from './purpose';
import { metaWindows } from './windows';
import { doors, xRuleSets } from './x-rules';

/** When every example is decided: some afternoon. */
export const now = Date.UTC(2026, 8, 15, 14, 0, 0);
export const hour = 3_600_000;
export const day = 24 * hour;

/** Something the network told us an hour ago. */
export function told<T>(value: T, at = now - hour): Known<T> {
  return { value, source: 'event', at };
}

/** On X today, between a brand that anyone may write to and somebody who wrote an hour ago. */
export function anInput(
  given: Partial<Omit<PermissionInput, 'contact' | 'brand'>> & {
    contact?: Partial<ContactFacts>;
    brand?: Partial<BrandFacts>;
  } = {},
): PermissionInput {
  const { contact, brand, ...rest } = given;
  return {
    now,
    marginMs: 0,
    purpose: 'reply',
    by: 'person',
    channel: { state: 'connected' },
    network: onX(),
    ...rest,
    contact: {
      isGone: null,
      blockedByUs: told(false),
      blockedByThem: told(false),
      optedOut: null,
      refusedAt: null,
      lastInboundAt: now - hour,
      lastOutboundAt: null,
      lastEncryptedAt: null,
      ...contact,
    },
    brand: {
      policy: {
        offers: { perContact: 2, inDays: 30, quiet: { from: '20:00', to: '08:00' } },
        outreach: { isAllowed: false, perChannelAndDay: 5, needsLead: true },
      },
      offerConsent: null,
      offersSentAt: [],
      outreachToday: 0,
      dayEndsAt: now + 10 * hour,
      approvedByLead: false,
      zone: null,
      ...brand,
    },
  };
}

type OnX = Extract<NetworkFacts, { rule: 'x' }>;

/** Strangers to each other on X today, of whom all is known; our own door stands open. */
export function onX(given: Partial<OnX> = {}): OnX {
  return {
    rule: 'x',
    ruleSet: 'x.today',
    recipientFollowsSender: told(false),
    senderFollowsRecipient: told(false),
    senderIsVerified: told(false),
    recipientDoor: told('nobody'),
    answer: null,
    ourDoor: told('everyone'),
    recipientIsVerified: told(false),
    ...given,
  };
}

const sources = ['event', 'look_up', 'refusal', 'message', 'book', 'supposed'] as const;
const past = fc.integer({ min: now - 40 * day, max: now });
const orNever = fc.option(past, { nil: null });

function known<T>(values: fc.Arbitrary<T>): fc.Arbitrary<Known<T>> {
  const one = fc.record({ value: values, source: fc.constantFrom(...sources), at: past });
  return fc.option(one, { nil: null });
}

const boolean = known(fc.boolean());
const door = known(fc.constantFrom(...doors));

const networks: fc.Arbitrary<NetworkFacts> = fc.oneof(
  fc.record({
    rule: fc.constant('x' as const),
    ruleSet: fc.constantFrom(...xRuleSets),
    recipientFollowsSender: boolean,
    senderFollowsRecipient: boolean,
    senderIsVerified: boolean,
    recipientDoor: door,
    answer: boolean,
    ourDoor: door,
    recipientIsVerified: boolean,
  }),
  fc.record({
    rule: fc.constant('bluesky' as const),
    recipientFollowsSender: boolean,
    conversationExists: fc.boolean(),
    allowIncoming: known(fc.constantFrom('all' as const, 'following' as const, 'none' as const)),
    answer: boolean,
  }),
  fc.constant({ rule: 'windows' as const, windows: metaWindows }),
);

const contacts: fc.Arbitrary<ContactFacts> = fc.record({
  isGone: mostlyNot(),
  blockedByUs: mostlyNot(),
  blockedByThem: fc.oneof(boolean, mostlyNot()),
  optedOut: fc.option(
    fc.record({ scope: fc.constantFrom('all' as const, 'offers' as const), at: past }),
    { nil: null, freq: 2 },
  ),
  refusedAt: orNever,
  lastInboundAt: orNever,
  lastOutboundAt: orNever,
  lastEncryptedAt: fc.oneof({ weight: 4, arbitrary: fc.constant(null) }, orNever),
});

const brands: fc.Arbitrary<BrandFacts> = fc.record({
  policy: fc.record({
    offers: fc.record({
      perContact: fc.integer({ min: 1, max: 3 }),
      inDays: fc.constantFrom(7, 30),
      quiet: fc.constantFrom(null, { from: '20:00', to: '08:00' }, { from: '09:00', to: '17:00' }),
    }),
    outreach: fc.record({
      isAllowed: fc.boolean(),
      perChannelAndDay: fc.integer({ min: 0, max: 3 }),
      needsLead: fc.boolean(),
    }),
  }),
  offerConsent: known(fc.constant(true as const)),
  offersSentAt: fc.array(past, { maxLength: 4 }),
  outreachToday: fc.integer({ min: 0, max: 3 }),
  dayEndsAt: fc.constant(now + 10 * hour),
  approvedByLead: fc.boolean(),
  zone: fc.constantFrom(null, 'Europe/Berlin', 'Asia/Kathmandu', 'Pacific/Apia'),
});

/** Any situation at all; troubles of the channel and the message are rare, so that the rest is reached. */
export const anyInput: fc.Arbitrary<PermissionInput> = fc.record(
  {
    now: fc.constant(now),
    marginMs: fc.constantFrom(0, 30_000),
    purpose: fc.constantFrom(...purposes),
    by: fc.constantFrom('person' as const, 'person' as const, 'automation' as const),
    channel: fc.record({
      state: fc.oneof(
        { weight: 8, arbitrary: fc.constant('connected' as const) },
        fc.constantFrom(...troubles()),
      ),
    }),
    contact: contacts,
    network: networks,
    brand: brands,
    message: fc.record({
      length: fc.integer({ min: 0, max: 11_000 }),
      maxLength: fc.constant(10_000),
      filesAreSupported: fc.boolean(),
    }),
    budget: fc.record({
      remaining: fc.integer({ min: 0, max: 3 }),
      resetAt: fc.integer({ min: now - hour, max: now + hour }),
    }),
  },
  {
    requiredKeys: ['now', 'marginMs', 'purpose', 'by', 'channel', 'contact', 'network', 'brand'],
  },
);

function mostlyNot(): fc.Arbitrary<Known<boolean>> {
  return fc.oneof({ weight: 6, arbitrary: fc.constant(told(false)) }, boolean);
}

function troubles() {
  return ['disconnected', 'suspended', 'locked', 'credits_depleted'] as const;
}

/** `freshForMs` of whatever was looked up, and a little: nobody believes it any more. */
export const staleAt = now - Math.max(...Object.values(freshForMs)) - 1;
