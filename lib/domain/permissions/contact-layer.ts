import type { Fact, Hindrance } from './finding';
import { booked, fact, refuse } from './finding';
import type { ContactFacts, NetworkFacts, PermissionInput } from './input';
import { invitation } from './invitation';
import type { Known } from './known';
import { fresh, freshForMs } from './known';
import type { Remedy } from './remedies';

/** Second layer: what stands between the two, whatever the network's rule. The first that applies counts. */
export function contactLayer(input: PermissionInput): Hindrance | null {
  const { contact, purpose } = input;
  if (contact.isGone?.value) return refuse('RECIPIENT_GONE', { kind: 'close_conversation' });
  if (contact.blockedByUs?.value) return refuse('BLOCKED_BY_US', { kind: 'unblock' });
  if (contact.blockedByThem?.value) return refuse('BLOCKED_BY_THEM', { kind: 'wait_for_them' });
  if (!input.confirmsOptOut && isOptedOut(contact, purpose)) return optedOut(input);
  if (isRefused(input)) {
    return refuse('RECIPIENT_REFUSED_BEFORE', { kind: 'check' }, invitation(input), {
      kind: 'wait_for_them',
    });
  }
  if (isPending(input)) return refuse('REQUEST_PENDING', { kind: 'wait_for_them' });
  if (isAfter(contact.lastEncryptedAt, contact.lastInboundAt)) {
    return refuse('ENCRYPTED_ELSEWHERE', { kind: 'answer_there' }, { kind: 'wait_for_them' });
  }
  return null;
}

export function contactFacts({ contact }: PermissionInput): Fact[] {
  return [
    fact('gone', contact.isGone),
    fact('blocked_by_us', contact.blockedByUs),
    fact('blocked_by_them', contact.blockedByThem),
    booked('opted_out', contact.optedOut?.scope ?? null, contact.optedOut?.at ?? null),
    happened('refused', contact.refusedAt, 'refusal'),
    happened('last_inbound', contact.lastInboundAt, 'message'),
    happened('last_outbound', contact.lastOutboundAt, 'message'),
    happened('encrypted', contact.lastEncryptedAt, 'event'),
  ];
}

/** Whoever writes after opting out wants an answer, and nothing else. */
function isOptedOut(
  { optedOut, lastInboundAt }: ContactFacts,
  purpose: PermissionInput['purpose'],
) {
  if (optedOut === null) return false;
  if (optedOut.scope === 'offers') return purpose === 'offer';
  return purpose !== 'reply' || !isAfter(lastInboundAt, optedOut.at);
}

function optedOut({ contact, purpose }: PermissionInput): Hindrance {
  const { optedOut, lastInboundAt } = contact;
  const mayAnswer = optedOut?.scope === 'offers' || isAfter(lastInboundAt, optedOut?.at ?? null);
  if (!mayAnswer) return refuse('OPTED_OUT', { kind: 'wait_for_them' });
  const instead: Remedy =
    purpose === 'follow_up' ? { kind: 'wait_for_them' } : { kind: 'write_as', purpose: 'reply' };
  return refuse('OPTED_OUT', instead, { kind: 'record_consent' });
}

/** A refusal holds until they write, follow us, or the network says otherwise. */
function isRefused({ contact, network, now }: PermissionInput): boolean {
  const { refusedAt, lastInboundAt } = contact;
  if (refusedAt === null || isAfter(lastInboundAt, refusedAt)) return false;
  const word = network.rule === 'windows' ? null : fresh(network.answer, freshForMs.answer, now);
  return ![word, follow(network, now)].some((known) => known?.value && known.at > refusedAt);
}

/** A first message that nobody answered waits among their requests, unless they follow us. */
function isPending({ contact, network, now }: PermissionInput): boolean {
  if (contact.lastOutboundAt === null || contact.lastInboundAt !== null) return false;
  return follow(network, now)?.value !== true;
}

function follow(network: NetworkFacts, now: number): Known<boolean> {
  if (network.rule === 'windows') return null;
  return fresh(network.recipientFollowsSender, freshForMs.relation, now);
}

function isAfter(one: number | null, other: number | null): boolean {
  return one !== null && (other === null || one > other);
}

function happened(name: Fact['name'], at: number | null, source: 'refusal' | 'message' | 'event') {
  return { name, value: at === null ? null : true, source: at === null ? null : source, at };
}
