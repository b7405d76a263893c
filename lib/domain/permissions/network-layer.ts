import { blueskyRule, blueskySettings } from './bluesky-rule';
import type { Fact, Hindrance, Passage } from './finding';
import { booked, fact, refuse } from './finding';
import type { NetworkFacts, PermissionInput } from './input';
import { invitation } from './invitation';
import type { Known } from './known';
import { fresh, freshForMs } from './known';
import type { AllowReason, RefuseReason } from './reasons';
import type { Remedy } from './remedies';
import { windowRule } from './windows';
import type { Door } from './x-rules';
import { doors, networkRule } from './x-rules';

type On<Rule extends NetworkFacts['rule']> = Extract<NetworkFacts, { rule: Rule }>;
type Verdict =
  | { allow: true; mode: Passage['mode']; reason: AllowReason }
  | { allow: false; reason: RefuseReason };

/** Third layer: the network's own rule, on what is known and still believed. */
export function networkLayer(input: PermissionInput): Hindrance | Passage {
  const { network } = input;
  switch (network.rule) {
    case 'x':
      return onX(input, network);
    case 'bluesky':
      return onBluesky(input, network);
    case 'windows':
      return inWindows(input, network);
  }
}

export function networkFacts({ network }: PermissionInput): Fact[] {
  switch (network.rule) {
    case 'x':
      return [
        booked('rule_set', network.ruleSet),
        fact('network_answer', network.answer),
        fact('follows_us', network.recipientFollowsSender),
        fact('we_follow', network.senderFollowsRecipient),
        fact('their_door', network.recipientDoor),
        fact('we_are_verified', network.senderIsVerified),
        fact('our_door', network.ourDoor),
      ];
    case 'bluesky':
      return [
        booked('rule_set', 'bluesky'),
        fact('network_answer', network.answer),
        fact('follows_us', network.recipientFollowsSender),
        fact('their_door', network.allowIncoming),
        booked('conversation_exists', network.conversationExists),
      ];
    case 'windows':
      return [booked('rule_set', 'windows')];
  }
}

function onX(input: PermissionInput, network: On<'x'>): Hindrance | Passage {
  const { contact, now } = input;
  const door = fresh(network.recipientDoor, freshForMs.door, now)?.value;
  /** Every fact but a block can only help: with the unknown taken as `no` at worst, as `yes` at best. */
  const ruled = (unknown: boolean, recipientDoor: Door) =>
    networkRule(network.ruleSet, {
      recipientFollowsSender: relation(network.recipientFollowsSender, now) ?? unknown,
      senderFollowsRecipient: relation(network.senderFollowsRecipient, now) ?? unknown,
      senderIsVerified: relation(network.senderIsVerified, now) ?? unknown,
      recipientHasWritten: contact.lastInboundAt !== null,
      blockedEitherWay: contact.blockedByThem?.value ?? false,
      recipientDoor,
    });
  const best = door ? [door] : doors;
  const settled = settle(input, network.answer, {
    known: ruled(false, door ?? 'nobody'),
    mayBeOpen: best.some((one) => ruled(true, one).allow),
  });
  if (settled === null || settled.allow) return passage(settled);
  return refuse(settled.reason, ...remediesOnX(input, network, settled.reason));
}

function onBluesky(input: PermissionInput, network: On<'bluesky'>): Hindrance | Passage {
  const { contact, now } = input;
  const setting = fresh(network.allowIncoming, freshForMs.door, now)?.value;
  const ruled = (unknown: boolean, allowIncoming: (typeof blueskySettings)[number]) =>
    blueskyRule({
      recipientFollowsSender: relation(network.recipientFollowsSender, now) ?? unknown,
      conversationExists: network.conversationExists,
      recipientHasWritten: contact.lastInboundAt !== null,
      blockedEitherWay: contact.blockedByThem?.value ?? false,
      allowIncoming,
    });
  const best = setting ? [setting] : blueskySettings;
  const settled = settle(input, network.answer, {
    known: ruled(false, setting ?? 'none'),
    mayBeOpen: best.some((one) => ruled(true, one).allow),
  });
  if (settled === null || settled.allow) return passage(settled);
  return refuse(settled.reason, invitation(input), { kind: 'ask_to_follow' });
}

function inWindows(input: PermissionInput, { windows }: On<'windows'>): Hindrance | Passage {
  const { contact, now, marginMs, by, purpose } = input;
  const { lastInboundAt } = contact;
  const verdict = windowRule(windows, { lastInboundAt, now, marginMs, by, purpose });
  if (verdict.allow) return { mode: verdict.mode, reason: 'WINDOW_OPEN', until: verdict.until };
  switch (verdict.reason) {
    case 'WINDOW_FOR_PEOPLE_ONLY':
      return refuse(verdict.reason, { kind: 'write_yourself' });
    case 'WINDOW_FOR_SERVICE_ONLY':
      return refuse(verdict.reason, { kind: 'write_as', purpose: 'reply' });
    default:
      return refuse(verdict.reason, invitation(input), { kind: 'wait_for_them' });
  }
}

function relation(known: Known<boolean>, now: number): boolean | undefined {
  return fresh(known, freshForMs.relation, now)?.value;
}

/**
 * What holds when a rule was asked on what is known: the network's own word first, unless they have
 * written since; then the rule, if what nobody knows cannot change it. Null: ask the network.
 */
function settle(
  { contact, now }: PermissionInput,
  answer: Known<boolean>,
  { known, mayBeOpen }: { known: Verdict; mayBeOpen: boolean },
): Verdict | null {
  const word = fresh(answer, freshForMs.answer, now);
  if (word?.value === true) {
    return known.allow ? known : { allow: true, mode: 'request', reason: 'NETWORK_SAYS_YES' };
  }
  if (word && word.at >= (contact.lastInboundAt ?? word.at)) {
    return known.allow ? { allow: false, reason: 'RECIPIENT_CLOSED' } : known;
  }
  // Nobody can look up whether they blocked us: only a fact that excludes it makes a yes sure.
  if (known.allow) return contact.blockedByThem === null ? null : known;
  return mayBeOpen ? null : known;
}

function passage(settled: Extract<Verdict, { allow: true }> | null): Hindrance | Passage {
  if (settled) return { mode: settled.mode, reason: settled.reason };
  return { verdict: 'check_first', reason: 'NETWORK_MUST_SAY', remedies: [{ kind: 'check' }] };
}

function remediesOnX(
  input: PermissionInput,
  network: On<'x'>,
  reason: RefuseReason,
): readonly [Remedy, ...Remedy[]] {
  const follow: Remedy = { kind: 'ask_to_follow' };
  switch (reason) {
    case 'BLOCKED_BY_THEM':
      return [{ kind: 'wait_for_them' }];
    case 'RECIPIENT_DOES_NOT_FOLLOW':
      return network.recipientDoor?.value === 'followers'
        ? [follow, { kind: 'follow_them' }]
        : [follow];
    case 'RECIPIENT_VERIFIED_ONLY':
      return [{ kind: 'get_verified' }, invitation(input)];
    default:
      return [follow, invitation(input)];
  }
}
