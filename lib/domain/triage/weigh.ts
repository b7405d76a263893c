import type { Intent } from './intent';
import { intents } from './intent';
import type { Sign, Signal } from './signal';

/** What each signal adds to the log-odds of a complaint, once it is seen in full. */
const forComplaint: Record<Signal, number> = {
  broken: 1.1,
  late: 0.9,
  wrong: 1.1,
  money: 0.7,
  treatment: 1.1,
  anger: 1.3,
  letdown: 1.3,
  leaving: 1.2,
  demand: 0.5,
  negation: 0.6,
  grievance: 0.4,
  shouting: 0.4,
  telling: 0.4,
  thanks: -1.2,
  praise: -1.1,
  solved: -0.9,
  chat: -0.5,
  ask: -0.5,
  request: -0.4,
  link: -0.3,
  press: -1.2,
  business: -1.2,
  spam: -1,
  urgent: 0.2,
  calm: -0.4,
};

/** Nothing said, nothing complained of; yet who writes to a company seldom does it for the weather. */
const BIAS = -0.45;

type Others = Exclude<Intent, 'complaint'>;
export const otherIntents = intents.filter((intent): intent is Others => intent !== 'complaint');

/** Of what is no complaint: what speaks for each intent. */
const forOthers: Record<Others, Partial<Record<Signal, number>>> = {
  question: { ask: 1.6 },
  request: { request: 1.5, demand: 0.8, urgent: 0.3, broken: 0.5, ask: 0.2 },
  praise: { thanks: 1.3, praise: 1.3, solved: 0.2 },
  press: { press: 2.8 },
  business: { business: 2.8 },
  spam: { spam: 2.8, link: 0.5 },
  other: { chat: 0.5, solved: 0.7 },
};

const OTHER_BIAS: Record<Others, number> = {
  question: -0.5,
  request: -0.5,
  praise: -0.4,
  press: -1.8,
  business: -1.6,
  spam: -2.2,
  other: 0.3,
};

/** How strongly each signal was seen: the first sign counts in full, more of the same ever less. */
export type Strengths = ReadonlyMap<Signal, number>;

export function strengthsOf(signs: readonly Sign[]): Strengths {
  const sums = new Map<Signal, number>();
  for (const { signal, weight } of signs) sums.set(signal, (sums.get(signal) ?? 0) + weight);
  return new Map([...sums].map(([signal, sum]) => [signal, dampened(sum)]));
}

function dampened(sum: number): number {
  return (
    Math.min(sum, 1) +
    0.5 * Math.min(Math.max(sum - 1, 0), 1) +
    0.2 * Math.min(Math.max(sum - 2, 0), 3)
  );
}

/** Log-odds of a complaint, and of the rest how the others stand to each other. */
export type Odds = { complaint: number; others: Record<Others, number> };

export function oddsOf(strengths: Strengths): Odds {
  let complaint = BIAS;
  for (const [signal, strength] of strengths) complaint += forComplaint[signal] * strength;
  const others = Object.fromEntries(
    otherIntents.map((intent) => {
      let odds = OTHER_BIAS[intent];
      for (const [signal, strength] of strengths) {
        odds += (forOthers[intent][signal] ?? 0) * strength;
      }
      return [intent, odds];
    }),
  ) as Record<Others, number>;
  return { complaint, others };
}

/** What a signal did to an intent, for telling why. */
export function shareOf(signal: Signal, intent: Intent): number {
  if (intent === 'complaint') return forComplaint[signal];
  return (forOthers[intent][signal] ?? 0) - Math.max(0, forComplaint[signal]);
}

/** The likeliest intent and how likely it is, 0 to 1. */
export function decided({ complaint, others }: Odds): { intent: Intent; confidence: number } {
  const chance = sigmoid(complaint);
  if (chance >= 0.5) return { intent: 'complaint', confidence: chance };
  const parts = otherIntents.map((intent) => [intent, Math.exp(others[intent])] as const);
  const whole = parts.reduce((sum, [, part]) => sum + part, 0);
  const [intent, part] = parts.reduce((best, each) => (each[1] > best[1] ? each : best));
  return { intent, confidence: (1 - chance) * (part / whole) };
}

export function sigmoid(odds: number): number {
  return 1 / (1 + Math.exp(-odds));
}
