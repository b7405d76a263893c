import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Decision } from './decide';
import { decide, explain } from './decide';
import type { PermissionInput } from './input';
import { anyInput, now } from './inputs.fixture';
import type { Known } from './known';
import { fresh, freshForMs } from './known';
import { inboundRule } from './x-rules';

const runs = { numRuns: 3_000 };

const allows = (input: PermissionInput) => decide(input).verdict === 'allow';

function withContact(
  input: PermissionInput,
  contact: Partial<PermissionInput['contact']>,
): PermissionInput {
  return { ...input, contact: { ...input.contact, ...contact } };
}

describe('always', () => {
  it('the situations are wide enough: every verdict and every layer comes up often', () => {
    const seen = new Map<string, number>();
    for (const input of fc.sample(anyInput, { numRuns: 3_000, seed: 7 })) {
      const { verdict, layer } = decide(input);
      for (const key of [verdict, layer]) seen.set(key, (seen.get(key) ?? 0) + 1);
    }
    const all = ['allow', 'refuse', 'check_first', 'defer', 'channel', 'contact', 'network'];
    for (const key of [...all, 'brand', 'message', 'budget']) {
      expect(seen.get(key) ?? 0, key).toBeGreaterThan(10);
    }
  });

  it('one more message of theirs never turns a yes into a no', () => {
    const wroteNow = fc.property(anyInput, (input) => {
      fc.pre(allows(input));
      expect(decide(withContact(input, { lastInboundAt: now })).verdict).toBe('allow');
    });
    fc.assert(wroteNow, runs);
  });

  it('a block or an opt-out never turns a no into a yes', () => {
    const blocked = { value: true, source: 'event', at: now } as const;
    const ends = [
      { blockedByUs: blocked },
      { blockedByThem: blocked },
      { optedOut: { scope: 'all', at: now } as const },
      { optedOut: { scope: 'offers', at: now } as const },
    ];
    const ended = fc.property(
      // Nothing weaker than an earlier opt-out: a new one replaces it.
      anyInput.map((input) => withContact(input, { optedOut: null })),
      fc.constantFrom(...ends),
      (input, end) => {
        fc.pre(!allows(input));
        expect(decide(withContact(input, end)).verdict).not.toBe('allow');
      },
    );
    fc.assert(ended, runs);
  });

  it('an answer is only to somebody who wrote', () => {
    const answer = fc.property(anyInput, (input) => {
      fc.pre(decide(input).mode === 'reply');
      expect(input.contact.lastInboundAt).not.toBeNull();
    });
    fc.assert(answer, runs);
  });

  it('under mutual follow it makes no difference that they wrote', () => {
    const inThoseDays = fc.property(anyInput, (input) => {
      const { network } = input;
      fc.pre(network.rule === 'x');
      if (network.rule !== 'x') return;
      const then = { ...input, network: { ...network, ruleSet: 'x.mutual_follow', answer: null } };
      const [wrote, silent] = [now - 1, null].map((lastInboundAt) =>
        networkLayerOf(withContact(then as PermissionInput, { lastInboundAt })),
      );
      expect(wrote?.passage).toEqual(silent?.passage);
      expect(wrote?.hindrance?.reason).toEqual(silent?.hindrance?.reason);
    });
    fc.assert(inThoseDays, runs);
  });

  it('what may go as an offer may go as an answer', () => {
    const offered = fc.property(anyInput, (input) => {
      fc.pre(allows({ ...input, purpose: 'offer' }));
      expect(decide({ ...input, purpose: 'reply' }).verdict).toBe('allow');
    });
    fc.assert(offered, runs);
  });

  it('unknown is never yes: whatever turns out, the rule still lets it through', () => {
    const turnsOut = fc.property(anyInput, anyInput, (input, other) => {
      const { network } = input;
      if (network.rule !== 'x' || other.network.rule !== 'x') return;
      fc.pre(allows(input) && fresh(network.answer, freshForMs.answer, now)?.value !== true);
      const found = other.network;
      const complete: PermissionInput = {
        ...withContact(input, {
          blockedByThem: input.contact.blockedByThem ?? now_(other.contact.blockedByThem),
        }),
        network: {
          ...network,
          recipientFollowsSender: or(network.recipientFollowsSender, found.recipientFollowsSender),
          senderFollowsRecipient: or(network.senderFollowsRecipient, found.senderFollowsRecipient),
          senderIsVerified: or(network.senderIsVerified, found.senderIsVerified),
          recipientDoor: or(network.recipientDoor, found.recipientDoor),
        },
      };
      expect(decide(complete).verdict).toBe('allow');
    });
    fc.assert(turnsOut, { numRuns: 10_000 });
  });

  it('nobody is invited to a door that turns them away', () => {
    const invited = fc.property(anyInput, (input) => {
      fc.pre(decide(input).remedies.some(({ kind }) => kind === 'invite'));
      expect(reachesUs(input)).toBe(true);
    });
    fc.assert(invited, runs);
  });

  it('every no says what can be done, and what it rests on', () => {
    const refused = fc.property(anyInput, (input) => {
      const { verdict, remedies, facts } = decide(input);
      expect(facts.length).toBeGreaterThan(0);
      if (verdict !== 'allow') expect(remedies.length).toBeGreaterThan(0);
    });
    fc.assert(refused, runs);
  });

  it('the same question has the same answer, and asking changes nothing', () => {
    const twice = fc.property(anyInput, (input) => {
      const before = structuredClone(input);
      const answers = [decide(input), decide(before)];
      expect(answers[0]).toEqual(answers[1]);
      expect(input).toEqual(before);
    });
    fc.assert(twice, runs);
  });

  it('layer by layer says the same as the decision', () => {
    const explained = fc.property(anyInput, (input) => {
      const decision: Decision = decide(input);
      const first = (verdict: string) =>
        explain(input).find(({ hindrance }) => hindrance?.verdict === verdict);
      const decisive = first('refuse') ?? first('check_first') ?? first('defer');
      expect(decision.layer).toBe(decisive?.layer ?? 'network');
      expect(decision.reason).toBe(decisive?.hindrance?.reason ?? decision.reason);
      expect(decision.verdict).toBe(decisive?.hindrance?.verdict ?? 'allow');
    });
    fc.assert(explained, runs);
  });
});

/** By the rule with the roles swapped; who has written has found open a door of which nobody knows more. */
function reachesUs({ network, contact }: PermissionInput): boolean {
  if (network.rule !== 'x') return true;
  const door = fresh(network.ourDoor, freshForMs.door, now);
  if (door === null && contact.lastInboundAt !== null) return true;
  return inboundRule(network.ruleSet, {
    recipientFollowsSender: network.senderFollowsRecipient?.value ?? false,
    senderFollowsRecipient: network.recipientFollowsSender?.value ?? false,
    recipientHasWritten: contact.lastOutboundAt !== null,
    senderIsVerified: network.recipientIsVerified?.value ?? false,
    blockedEitherWay: (contact.blockedByUs?.value || contact.blockedByThem?.value) ?? false,
    recipientDoor: door?.value ?? 'nobody',
  }).allow;
}

function networkLayerOf(input: PermissionInput) {
  return explain(input).find(({ layer }) => layer === 'network');
}

/** What is known, if it is still believed; else what turns out now. */
function or<T>(known: Known<T>, found: Known<T>): Known<T> {
  return fresh(known, freshForMs.relation, now) ?? now_(found);
}

function now_<T>(found: Known<T>): Known<T> {
  return found && { ...found, at: now };
}
