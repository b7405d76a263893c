import fc from 'fast-check';
import { expect, test } from 'vitest';
import { backOffMs, deliveryPolicy, walkAt } from './policy';

test('however time is shrunk, a call ends long before its lease and tries are counted, not scaled', () => {
  for (const scale of [1, 0.1, 1 / 60, 0.005]) {
    const policy = deliveryPolicy(scale);
    expect(policy.leaseMs).toBeGreaterThanOrEqual(4 * policy.callDeadlineMs);
    expect(policy).toMatchObject({ mostTries: 12, lookBackMs: 120_000 });
    expect(policy.proofLimitMs).toBeGreaterThanOrEqual(policy.leaseMs + 2 * policy.walkEveryMs);
    expect(policy.headOfLineMs).toBeGreaterThanOrEqual(policy.proofLimitMs);
    expect(policy.settleMs).toBeCloseTo(90_000 * scale);
  }
  expect(deliveryPolicy(1)).toMatchObject({
    leaseMs: 60_000,
    callDeadlineMs: 10_000,
    proofLimitMs: 900_000,
    headOfLineMs: 900_000,
  });
});

test('a back-off never leaves its bounds', () => {
  const policy = deliveryPolicy(1);
  fc.assert(
    fc.property(fc.nat(), fc.double({ min: 0, max: 1, noNaN: true }), (attemptNo, chance) => {
      const wait = backOffMs(attemptNo, chance, policy);
      expect(wait).toBeGreaterThanOrEqual(policy.firstBackOffMs / 2);
      expect(wait).toBeLessThanOrEqual(policy.longestBackOffMs);
    }),
  );
});

test('a walk is never planned into the past', () => {
  const policy = deliveryPolicy(1);
  expect(walkAt(75_000, policy)).toBe(75_000);
  expect(walkAt(75_001, policy)).toBe(150_000);
});
