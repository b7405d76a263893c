import type { DeliveryState } from './states';

/** Everything that can happen to a delivery. Proof that the network has the message brings its id along. */
export type Happening =
  | { kind: 'accepted' | 'echoed' | 'found'; externalId: string }
  | { kind: Exclude<HappeningKind, 'accepted' | 'echoed' | 'found'> };

export const happeningKinds = [
  // the worker and the network
  'leased',
  'accepted',
  'not_accepted',
  'refused',
  'unknown',
  'lease_expired',
  // what the network shows us later
  'echoed',
  'found',
  'absent_once',
  'absence_proven',
  'proof_impossible',
  // what a person decides
  'arrived',
  'send_again',
  'discard',
  'retried',
  'cancelled',
  // what happens around it
  'channel_gone',
  // A file of it was not taken, or the rules forbid it: it never set out.
  'held_back',
] as const;
export type HappeningKind = (typeof happeningKinds)[number];

/** Why nothing may change. `stale` is the answer to a worker that was overtaken. */
export type WhyNot =
  | 'stale'
  | 'in_flight'
  | 'unproven'
  | 'not_queued'
  | 'not_failed'
  | 'not_in_review'
  | 'settled';

/** `sent` always says how we know: the network's id, or the word of a person who looked. */
export type Next =
  | { ok: true; state: 'sent'; proof: { externalId: string } | { witness: 'person' } }
  | { ok: true; state: Exclude<DeliveryState, 'sent'> }
  | { ok: false; why: WhyNot };

/** The state machine of an outbound message: total, and the only place that knows where a state leads. */
export function next(state: DeliveryState, happening: Happening): Next {
  const cell = table[state][happening.kind];
  if (typeof cell !== 'string') return { ok: false, why: cell.no };
  if (cell !== 'sent') return { ok: true, state: cell };
  if ('externalId' in happening) {
    return { ok: true, state: cell, proof: { externalId: happening.externalId } };
  }
  return { ok: true, state: cell, proof: { witness: 'person' } };
}

const no = <Why extends WhyNot>(why: Why) => ({ no: why });

type Cell = DeliveryState | { no: WhyNot };

const table: Record<DeliveryState, Record<HappeningKind, Cell>> = {
  queued: {
    leased: 'sending',
    accepted: no('stale'),
    not_accepted: no('stale'),
    refused: no('stale'),
    unknown: no('stale'),
    lease_expired: no('stale'),
    echoed: 'sent',
    found: 'sent',
    absent_once: no('stale'),
    absence_proven: no('stale'),
    proof_impossible: no('stale'),
    arrived: no('not_in_review'),
    send_again: no('not_in_review'),
    discard: no('not_in_review'),
    retried: no('not_failed'),
    cancelled: 'cancelled',
    channel_gone: 'failed',
    held_back: 'failed',
  },
  sending: {
    leased: no('in_flight'),
    accepted: 'sent',
    not_accepted: 'queued',
    refused: 'failed',
    unknown: 'unknown',
    lease_expired: 'unknown',
    echoed: 'sent',
    found: 'sent',
    absent_once: no('in_flight'),
    absence_proven: no('in_flight'),
    proof_impossible: no('in_flight'),
    arrived: no('not_in_review'),
    send_again: no('not_in_review'),
    discard: no('not_in_review'),
    retried: no('not_failed'),
    cancelled: no('in_flight'),
    channel_gone: no('in_flight'),
    held_back: no('in_flight'),
  },
  unknown: {
    leased: no('unproven'),
    accepted: no('stale'),
    not_accepted: no('stale'),
    refused: no('stale'),
    unknown: no('stale'),
    lease_expired: no('stale'),
    echoed: 'sent',
    found: 'sent',
    absent_once: 'unknown',
    absence_proven: 'queued',
    proof_impossible: 'needs_review',
    arrived: no('unproven'),
    send_again: no('unproven'),
    discard: no('unproven'),
    retried: no('unproven'),
    cancelled: no('unproven'),
    channel_gone: 'needs_review',
    held_back: no('stale'),
  },
  needs_review: {
    leased: no('unproven'),
    accepted: no('stale'),
    not_accepted: no('stale'),
    refused: no('stale'),
    unknown: no('stale'),
    lease_expired: no('stale'),
    echoed: 'sent',
    found: 'sent',
    absent_once: no('stale'),
    absence_proven: no('stale'),
    proof_impossible: no('stale'),
    arrived: 'sent',
    send_again: 'queued',
    discard: 'cancelled',
    retried: no('not_failed'),
    cancelled: no('not_queued'),
    channel_gone: no('stale'),
    held_back: no('stale'),
  },
  sent: {
    leased: no('settled'),
    accepted: no('settled'),
    not_accepted: no('settled'),
    refused: no('settled'),
    unknown: no('settled'),
    lease_expired: no('settled'),
    echoed: 'sent',
    found: 'sent',
    absent_once: no('settled'),
    absence_proven: no('settled'),
    proof_impossible: no('settled'),
    arrived: no('settled'),
    send_again: no('settled'),
    discard: no('settled'),
    retried: no('settled'),
    cancelled: no('settled'),
    channel_gone: no('settled'),
    held_back: no('settled'),
  },
  failed: {
    leased: no('settled'),
    accepted: no('settled'),
    not_accepted: no('settled'),
    refused: no('settled'),
    unknown: no('settled'),
    lease_expired: no('settled'),
    echoed: no('settled'),
    found: no('settled'),
    absent_once: no('settled'),
    absence_proven: no('settled'),
    proof_impossible: no('settled'),
    arrived: no('not_in_review'),
    send_again: no('not_in_review'),
    discard: 'cancelled',
    retried: 'queued',
    cancelled: no('not_queued'),
    channel_gone: no('settled'),
    held_back: no('settled'),
  },
  cancelled: {
    leased: no('settled'),
    accepted: no('settled'),
    not_accepted: no('settled'),
    refused: no('settled'),
    unknown: no('settled'),
    lease_expired: no('settled'),
    echoed: no('settled'),
    found: no('settled'),
    absent_once: no('settled'),
    absence_proven: no('settled'),
    proof_impossible: no('settled'),
    arrived: no('settled'),
    send_again: no('settled'),
    discard: no('settled'),
    retried: no('settled'),
    cancelled: no('settled'),
    channel_gone: no('settled'),
    held_back: no('settled'),
  },
};
