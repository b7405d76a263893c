import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import type { Happening, HappeningKind, Next } from './machine';
import { happeningKinds, next } from './machine';
import type { DeliveryState } from './states';
import { deliveryStates } from './states';

const withId: readonly HappeningKind[] = ['accepted', 'echoed', 'found'];

/** Every move that is allowed, written out a second time by hand; whatever is absent must be refused. */
const allowed: Record<DeliveryState, Partial<Record<HappeningKind, DeliveryState>>> = {
  queued: {
    leased: 'sending',
    echoed: 'sent',
    found: 'sent',
    cancelled: 'cancelled',
    channel_gone: 'failed',
    held_back: 'failed',
  },
  sending: {
    accepted: 'sent',
    not_accepted: 'queued',
    refused: 'failed',
    unknown: 'unknown',
    lease_expired: 'unknown',
    echoed: 'sent',
    found: 'sent',
  },
  unknown: {
    echoed: 'sent',
    found: 'sent',
    absent_once: 'unknown',
    absence_proven: 'queued',
    proof_impossible: 'needs_review',
    channel_gone: 'needs_review',
  },
  needs_review: {
    echoed: 'sent',
    found: 'sent',
    arrived: 'sent',
    send_again: 'queued',
    discard: 'cancelled',
  },
  sent: { echoed: 'sent', found: 'sent' },
  failed: { retried: 'queued', discard: 'cancelled' },
  cancelled: {},
};

describe.each([...deliveryStates])('a delivery that is %s', (state) => {
  it.each([...happeningKinds])('answers to %s', (kind) => {
    const answer = next(state, happening(kind));
    const target = allowed[state][kind];
    if (target === undefined) expect(answer).toMatchObject({ ok: false });
    else expect(answer).toMatchObject({ ok: true, state: target });
  });
});

test('only a network id or the word of a person makes a message sent', () => {
  for (const [state, kind] of everyCell()) {
    const answer = next(state, happening(kind));
    if (!answer.ok || answer.state !== 'sent') continue;
    expect(answer.proof).toEqual(
      withId.includes(kind) ? { externalId: '42' } : { witness: 'person' },
    );
    if (!withId.includes(kind)) expect([state, kind]).toEqual(['needs_review', 'arrived']);
  }
});

test('an attempt under way goes back to the queue only when it provably was not accepted', () => {
  const ways = everyCell().filter(([state, kind]) => {
    const answer = next(state, happening(kind));
    return state === 'sending' && answer.ok && answer.state === 'queued';
  });
  expect(ways).toEqual([['sending', 'not_accepted']]);
});

test('a lost lease is never a reason to send again', () => {
  for (const state of deliveryStates) {
    const answer = next(state, { kind: 'lease_expired' });
    expect(answer.ok ? answer.state : 'unknown').toBe('unknown');
  }
});

test('whatever happens in whatever order, no second attempt begins before the first has an end', () => {
  fc.assert(
    fc.property(fc.array(fc.constantFrom(...happeningKinds), { maxLength: 60 }), (kinds) => {
      const { open, most, begunWhileUnproven } = replay(kinds);
      expect(open).toBeLessThanOrEqual(1);
      expect(most).toBeLessThanOrEqual(1);
      expect(begunWhileUnproven).toBe(false);
    }),
  );
});

test('a message that is sent or withdrawn stays so', () => {
  fc.assert(
    fc.property(
      fc.constantFrom('sent' as const, 'cancelled' as const),
      fc.array(fc.constantFrom(...happeningKinds)),
      (start, kinds) => {
        expect(kinds.reduce<DeliveryState>(follow, start)).toBe(start);
      },
    ),
  );
});

/** Follows a history as the database would, counting attempts whose fate nobody has established. */
function replay(kinds: readonly HappeningKind[]) {
  let state: DeliveryState = 'queued';
  let open = 0;
  let most = 0;
  let begunWhileUnproven = false;
  for (const kind of kinds) {
    const answer = next(state, happening(kind));
    if (!answer.ok) continue;
    if (kind === 'leased') {
      begunWhileUnproven ||= open > 0;
      open++;
    } else if (endsAttempt(kind, answer)) open = 0;
    most = Math.max(most, open);
    state = answer.state;
  }
  return { open, most, begunWhileUnproven };
}

/** A person who says "send again" takes the doubt on; everything else has to prove the end. */
function endsAttempt(kind: HappeningKind, answer: Extract<Next, { ok: true }>): boolean {
  return (
    answer.state === 'sent' ||
    ['not_accepted', 'refused', 'absence_proven', 'send_again', 'discard'].includes(kind)
  );
}

function follow(state: DeliveryState, kind: HappeningKind): DeliveryState {
  const answer = next(state, happening(kind));
  return answer.ok ? answer.state : state;
}

function happening(kind: HappeningKind): Happening {
  if (kind === 'accepted' || kind === 'echoed' || kind === 'found') {
    return { kind, externalId: '42' };
  }
  return { kind };
}

function everyCell(): [DeliveryState, HappeningKind][] {
  return deliveryStates.flatMap((state) =>
    happeningKinds.map((kind): [DeliveryState, HappeningKind] => [state, kind]),
  );
}
