import type { ChannelState, ContactFacts, PermissionInput } from './input';
import type { Field } from './suppose-field';
import { ago, answers, knownAs, oneOf } from './suppose-field';

const states = [
  'connected',
  'disconnected',
  'suspended',
  'locked',
  'credits_depleted',
] as const satisfies readonly ChannelState[];

export const contactFields = {
  state: {
    ...oneOf(
      states,
      ({ channel }) => channel.state,
      (input, state) => ({ ...input, channel: { state } }),
    ),
    fact: 'channel_state',
  },
  lastInbound: { ...moment('lastInboundAt'), fact: 'last_inbound' },
  lastOutbound: { ...moment('lastOutboundAt'), fact: 'last_outbound' },
  optedOut: {
    ...oneOf(
      ['no', 'offers', 'all'],
      ({ contact }) => contact.optedOut?.scope ?? 'no',
      (input, scope) => {
        const at = input.contact.optedOut?.at ?? input.now;
        return withContact(input, { optedOut: scope === 'no' ? null : { scope, at } });
      },
    ),
    fact: 'opted_out',
  },
  optedOutAgo: optedOutAgo(),
  refused: { ...moment('refusedAt'), fact: 'refused' },
  encrypted: { ...moment('lastEncryptedAt'), fact: 'encrypted' },
  blockedByUs: { ...known('blockedByUs'), fact: 'blocked_by_us' },
  blockedByThem: { ...known('blockedByThem'), fact: 'blocked_by_them' },
  gone: { ...known('isGone'), fact: 'gone' },
} as const satisfies Record<string, Field>;

type Moment = 'lastInboundAt' | 'lastOutboundAt' | 'refusedAt' | 'lastEncryptedAt';

function moment(name: Moment): Field {
  return ago(
    ({ contact }) => contact[name],
    (input, at) => withContact(input, { [name]: at }),
  );
}

/** Since when; only where they opted out at all. */
function optedOutAgo(): Field {
  const field = ago(
    ({ contact }) => contact.optedOut?.at ?? null,
    (input, at) => {
      const { optedOut } = input.contact;
      return optedOut && at !== null
        ? withContact(input, { optedOut: { ...optedOut, at } })
        : input;
    },
  );
  return {
    ...field,
    read: (input) => (input.contact.optedOut ? field.read(input) : null),
    takes: (word) => word !== 'never' && field.takes(word),
    offered: ['0m', '1h', '1d', '7d', '40d'],
  };
}

function known(name: 'blockedByUs' | 'blockedByThem' | 'isGone'): Field {
  return knownAs(
    answers,
    ({ contact }) => contact[name],
    (input, value) => withContact(input, { [name]: value }),
  );
}

function withContact(input: PermissionInput, more: Partial<ContactFacts>): PermissionInput {
  return { ...input, contact: { ...input.contact, ...more } };
}
