import { describe, expect, it } from 'vitest';
import { decide } from './decide';
import type { PermissionInput } from './input';
import { anInput, day, hour, now, onX, staleAt, told } from './inputs.fixture';
import { metaWindows } from './windows';

const stranger = { lastInboundAt: null, blockedByThem: null };
const said = (input: PermissionInput) => {
  const { verdict, mode, layer, reason, remedies } = decide(input);
  return { verdict, mode, layer, reason, remedies: remedies.map(({ kind }) => kind) };
};

describe('a yes', () => {
  it('to somebody who wrote, wherever their door stands', () => {
    expect(said(anInput())).toEqual({
      verdict: 'allow',
      mode: 'reply',
      layer: 'network',
      reason: 'RECIPIENT_HAS_WRITTEN',
      remedies: [],
    });
  });

  it('names what it rests on, with where that comes from and how old it is', () => {
    expect(decide(anInput()).facts).toContainEqual({
      name: 'last_inbound',
      value: true,
      source: 'message',
      at: now - hour,
    });
    expect(decide(anInput()).facts).toContainEqual({
      name: 'their_door',
      value: 'nobody',
      source: 'event',
      at: now - hour,
    });
  });

  it('in a window ends with it', () => {
    const input = anInput({ network: { rule: 'windows', windows: metaWindows } });
    expect(decide(input)).toMatchObject({ verdict: 'allow', until: now - hour + day });
  });
});

type Row = [string, PermissionInput, object];

const channels: Row[] = (
  [
    ['disconnected', 'CHANNEL_DISCONNECTED', 'connect_channel'],
    ['suspended', 'CHANNEL_SUSPENDED', 'settle_with_network'],
    ['locked', 'CHANNEL_LOCKED', 'settle_with_network'],
    ['credits_depleted', 'CREDITS_DEPLETED', 'top_up_credits'],
  ] as const
).map(([state, reason, remedy]) => [
  `a channel that is ${state}`,
  anInput({ channel: { state } }),
  { verdict: 'refuse', layer: 'channel', reason, remedies: [remedy] },
]);

const people: Row[] = [
  [
    'somebody whose account is gone',
    anInput({ contact: { isGone: told(true) } }),
    { layer: 'contact', reason: 'RECIPIENT_GONE', remedies: ['close_conversation'] },
  ],
  [
    'somebody we blocked',
    anInput({ contact: { blockedByUs: told(true) } }),
    { layer: 'contact', reason: 'BLOCKED_BY_US', remedies: ['unblock'] },
  ],
  [
    'somebody who blocked us',
    anInput({ contact: { blockedByThem: told(true) } }),
    { layer: 'contact', reason: 'BLOCKED_BY_THEM', remedies: ['wait_for_them'] },
  ],
  [
    'somebody who opted out and has not written since',
    anInput({ contact: { optedOut: { scope: 'all', at: now - 1 } } }),
    { layer: 'contact', reason: 'OPTED_OUT', remedies: ['wait_for_them'] },
  ],
  [
    'a follow-up to somebody who opted out, though they wrote since',
    anInput({ purpose: 'follow_up', contact: { optedOut: { scope: 'all', at: now - day } } }),
    { layer: 'contact', reason: 'OPTED_OUT', remedies: ['wait_for_them', 'record_consent'] },
  ],
  [
    'an offer to somebody who wants none',
    anInput({ purpose: 'offer', contact: { optedOut: { scope: 'offers', at: now - day } } }),
    { layer: 'contact', reason: 'OPTED_OUT', remedies: ['write_as', 'record_consent'] },
  ],
  [
    'somebody whom the network refused since they wrote',
    anInput({ contact: { refusedAt: now - 1 } }),
    {
      layer: 'contact',
      reason: 'RECIPIENT_REFUSED_BEFORE',
      remedies: ['check', 'invite', 'wait_for_them'],
    },
  ],
  [
    'somebody who has not answered our first message',
    anInput({ contact: { lastInboundAt: null, lastOutboundAt: now - day } }),
    { layer: 'contact', reason: 'REQUEST_PENDING', remedies: ['wait_for_them'] },
  ],
  [
    'somebody whose newest message is encrypted',
    anInput({ contact: { lastEncryptedAt: now - 1 } }),
    {
      layer: 'contact',
      reason: 'ENCRYPTED_ELSEWHERE',
      remedies: ['answer_there', 'wait_for_them'],
    },
  ],
];

const outreach = { isAllowed: true, perChannelAndDay: 5, needsLead: true };
const policy = (more: Partial<PermissionInput['brand']['policy']> = {}) => ({
  policy: { ...anInput().brand.policy, ...more },
});
const agreed = { offerConsent: told(true as const) };
const openToUs = {
  contact: { ...stranger, blockedByThem: told(false) },
  network: onX({ recipientDoor: told('everyone') }),
};

const brands: Row[] = [
  [
    'an offer that nobody agreed to',
    anInput({ purpose: 'offer' }),
    { verdict: 'refuse', reason: 'NO_OFFER_CONSENT', remedies: ['record_consent'] },
  ],
  [
    'one offer too many',
    anInput({ purpose: 'offer', brand: { ...agreed, offersSentAt: [now - day, now - 2 * day] } }),
    { verdict: 'refuse', reason: 'OFFER_CAP_REACHED', remedies: ['wait_until'] },
  ],
  [
    'an offer at night',
    anInput({ purpose: 'offer', brand: { ...agreed, zone: 'Asia/Tokyo' } }),
    { verdict: 'defer', reason: 'QUIET_HOURS', remedies: ['wait_until'] },
  ],
  [
    'a first message to a stranger',
    anInput({ purpose: 'outreach', ...openToUs }),
    { verdict: 'refuse', reason: 'OUTREACH_NOT_ALLOWED', remedies: ['ask', 'invite'] },
  ],
  [
    'one stranger too many',
    anInput({
      purpose: 'outreach',
      ...openToUs,
      brand: { ...policy({ outreach }), outreachToday: 5 },
    }),
    { verdict: 'refuse', reason: 'OUTREACH_CAP_REACHED', remedies: ['wait_until'] },
  ],
  [
    'a first message that no lead has seen',
    anInput({ purpose: 'outreach', ...openToUs, brand: policy({ outreach }) }),
    { verdict: 'refuse', reason: 'OUTREACH_NEEDS_LEAD', remedies: ['ask'] },
  ],
  [
    'a follow-up of nothing',
    anInput({ purpose: 'follow_up', ...openToUs }),
    { verdict: 'refuse', reason: 'NO_EARLIER_CONVERSATION' },
  ],
  [
    'a machine that writes first',
    anInput({ by: 'automation', ...openToUs }),
    { verdict: 'refuse', reason: 'AUTOMATION_NEEDS_INBOUND' },
  ],
];

describe('a no', () => {
  it.each([...channels, ...people])('%s', (_, input, expected) => {
    expect(said(input)).toMatchObject({ verdict: 'refuse', ...expected });
  });

  it.each(brands)('by the brand: %s', (_, input, expected) => {
    expect(said(input)).toMatchObject({ layer: 'brand', ...expected });
  });

  it('names the earliest layer of those that refuse', () => {
    const all = anInput({
      channel: { state: 'locked' },
      contact: { blockedByUs: told(true) },
      purpose: 'offer',
    });
    expect(said(all)).toMatchObject({ layer: 'channel' });
    expect(said({ ...all, channel: { state: 'connected' } })).toMatchObject({ layer: 'contact' });
  });

  it('needs no look-up: what the brand forbids is not asked of the network', () => {
    const unknown = anInput({
      purpose: 'outreach',
      contact: stranger,
      network: onX({ recipientFollowsSender: null, recipientDoor: null }),
    });
    expect(said(unknown)).toMatchObject({ verdict: 'refuse', reason: 'OUTREACH_NOT_ALLOWED' });
    const allowed = {
      ...unknown,
      brand: { ...unknown.brand, ...policy({ outreach: { ...outreach, needsLead: false } }) },
    };
    expect(said(allowed)).toMatchObject({ verdict: 'check_first', reason: 'NETWORK_MUST_SAY' });
  });

  it.each([
    [10_001, 'TEXT_TOO_LONG', 'shorten'],
    [10_000, 'MEDIA_UNSUPPORTED', 'remove_files'],
  ])('of what is to be sent, %i characters long: %s', (length, reason, remedy) => {
    const message = { length, maxLength: 10_000, filesAreSupported: false };
    expect(said(anInput({ message }))).toMatchObject({
      layer: 'message',
      reason,
      remedies: [remedy],
    });
  });

  it('for now, when the budget is spent: it says when it goes out', () => {
    const budget = { remaining: 0, resetAt: now + 60_000 };
    expect(decide(anInput({ budget }))).toMatchObject({
      verdict: 'defer',
      reason: 'RATE_LIMITED',
      until: now + 60_000,
    });
    expect(said(anInput({ budget: { ...budget, resetAt: now } })).verdict).toBe('allow');
  });
});

describe('what the network says', () => {
  const closed = anInput({ contact: stranger, network: onX() });

  it('beats what we put together, either way', () => {
    const yes = { ...closed, network: onX({ answer: told(true, now) }) };
    expect(said(yes)).toMatchObject({ verdict: 'allow', reason: 'NETWORK_SAYS_YES' });
    const no = anInput({ network: onX({ answer: told(false, now) }) });
    expect(said(no)).toMatchObject({ verdict: 'refuse', reason: 'RECIPIENT_CLOSED' });
  });

  it('is asked again when it is too old', () => {
    const answer = { value: true, source: 'look_up', at: staleAt } as const;
    const input = anInput({ contact: stranger, network: onX({ answer, recipientDoor: null }) });
    expect(said(input)).toMatchObject({ verdict: 'check_first', remedies: ['check'] });
  });

  it('is outdated once they write', () => {
    const answer = told(false, now - 2 * hour);
    expect(said(anInput({ network: onX({ answer }) }))).toMatchObject({ verdict: 'allow' });
  });

  it('clears a refusal that came before it; so does a follow', () => {
    const refusedAt = now - 2 * hour;
    const answered = anInput({
      contact: { refusedAt, lastInboundAt: null },
      network: onX({ answer: told(true) }),
    });
    expect(said(answered)).toMatchObject({ verdict: 'allow' });
    const followed = { ...answered, network: onX({ recipientFollowsSender: told(true) }) };
    expect(said(followed)).toMatchObject({ verdict: 'allow', mode: 'inbox' });
  });
});

describe('what can be done on X', () => {
  const closed = (more: Parameters<typeof onX>[0]) =>
    said(anInput({ contact: { ...stranger, blockedByThem: told(false) }, network: onX(more) }));

  it.each([
    ['open', {}, ['ask_to_follow', 'invite']],
    ['closed', { ourDoor: told('nobody' as const) }, ['ask_to_follow', 'open_door']],
    ['not known', { ourDoor: null }, ['ask_to_follow', 'open_door']],
  ])('with our own door %s', (_, more, remedies) => {
    expect(closed(more)).toMatchObject({ reason: 'RECIPIENT_CLOSED', remedies });
  });

  it('when they take messages from the verified only', () => {
    expect(closed({ recipientDoor: told('verified') })).toMatchObject({
      reason: 'RECIPIENT_VERIFIED_ONLY',
      remedies: ['get_verified', 'invite'],
    });
  });

  it.each(['x.mutual_follow', 'x.followers_opt_in_2013'] as const)('under %s', (ruleSet) => {
    expect(closed({ ruleSet })).toMatchObject({
      reason: 'RECIPIENT_DOES_NOT_FOLLOW',
      remedies: ['ask_to_follow'],
    });
    expect(closed({ ruleSet, recipientDoor: told('followers') })).toMatchObject({
      remedies: ['ask_to_follow', 'follow_them'],
    });
  });
});
