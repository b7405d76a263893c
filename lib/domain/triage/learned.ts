import type { Features } from './features';
import { BUCKETS } from './features';
import type { Intent } from './intent';
import type { Odds } from './weigh';
import { otherIntents, sigmoid } from './weigh';

/** One message of which a person said what it is. `no_complaint` says no more than that. */
export type Lesson = { features: Features; odds: Odds; intent: Intent | 'no_complaint' };

/** A lesson of a workspace as it is kept: numbers alone, in the order of `intents` without the complaint. */
export type KeptLesson = {
  buckets: readonly number[];
  amounts: readonly number[];
  odds: readonly number[];
};

export function keptLesson({ features, odds }: Omit<Lesson, 'intent'>): KeptLesson {
  const short = (value: number) => Math.round(value * 1_000) / 1_000;
  return {
    buckets: features.buckets,
    amounts: features.amounts.map(short),
    odds: [odds.complaint, ...otherIntents.map((intent) => odds.others[intent])].map(short),
  };
}

export function lessonOf({ buckets, amounts, odds }: KeptLesson, intent: Intent): Lesson {
  const others = Object.fromEntries(
    otherIntents.map((each, at) => [each, odds[at + 1] ?? 0]),
  ) as Odds['others'];
  return { features: { buckets, amounts }, odds: { complaint: odds[0] ?? 0, others }, intent };
}

/** The same table from its bytes; null where they are none of ours. */
export function learnedIn(bytes: Uint8Array): Learned | null {
  if (bytes.byteLength !== 4 * TABLES * BUCKETS) return null;
  return new Float32Array(Uint8Array.from(bytes).buffer);
}

/** What the lessons of a workspace add to the odds: a table for complaints, and one for each other intent. */
export type Learned = Float32Array;

const TABLES = 1 + otherIntents.length;
/** How far one lesson moves, how much everything sinks back, and how often all of them are gone through. */
const RATE = 0.1;
const SINK = 0.01;
/** Of complaint or not people correct what is wrong and pass over what is right: it moves half as far, lest all of it follow a few mistakes. */
const COMPLAINT_RATE = 0.05;
const PASSES = 10;
/** The oldest beyond it are forgotten. */
export const MOST_LESSONS = 400;

/**
 * Learns from lessons, oldest first, on top of what is known: logistic regression that begins where the
 * lexicon ends, so that a lesson which agrees with it changes little. The same lessons teach the same.
 */
export function learnedFrom(lessons: readonly Lesson[]): Learned {
  const weights = new Float32Array(TABLES * BUCKETS);
  const moved = new Float32Array(TABLES * BUCKETS).fill(0.1);
  const learner = { weights, moved };
  for (let pass = 0; pass < PASSES; pass += 1) {
    for (const lesson of lessons.slice(-MOST_LESSONS)) learn(learner, lesson);
  }
  return weights;
}

/** The odds with what was learned. */
export function withLearned(learned: Learned, features: Features, odds: Odds): Odds {
  const others = { ...odds.others };
  otherIntents.forEach((intent, at) => {
    others[intent] += sumOf(learned, at + 1, features);
  });
  return { complaint: odds.complaint + sumOf(learned, 0, features), others };
}

type Learner = { weights: Float32Array; moved: Float32Array };

function learn(learner: Learner, { features, odds, intent }: Lesson): void {
  const now = withLearned(learner.weights, features, odds);
  const is = intent === 'complaint' ? 1 : 0;
  move(learner, 0, { features, error: is - sigmoid(now.complaint) });
  if (intent === 'complaint' || intent === 'no_complaint') return;
  const parts = otherIntents.map((each) => Math.exp(now.others[each]));
  const whole = parts.reduce((sum, part) => sum + part, 0);
  otherIntents.forEach((each, at) => {
    const chance = (parts[at] ?? 0) / whole;
    move(learner, at + 1, { features, error: (each === intent ? 1 : 0) - chance });
  });
}

/** What is as good as right teaches nothing. */
const RIGHT = 0.02;

function move(
  { weights, moved }: Learner,
  table: number,
  { features, error }: { features: Features; error: number },
): void {
  if (Math.abs(error) < RIGHT) return;
  const rate = table === 0 ? COMPLAINT_RATE : RATE;
  for (let at = 0; at < features.buckets.length; at += 1) {
    const place = table * BUCKETS + (features.buckets[at] ?? 0);
    const weight = weights[place] ?? 0;
    const step = error * (features.amounts[at] ?? 0) - SINK * weight;
    moved[place] = (moved[place] ?? 0) + step * step;
    weights[place] = weight + (rate * step) / Math.sqrt(moved[place] ?? 1);
  }
}

function sumOf(learned: Learned, table: number, { buckets, amounts }: Features): number {
  let sum = 0;
  for (let at = 0; at < buckets.length; at += 1) {
    sum += (learned[table * BUCKETS + (buckets[at] ?? 0)] ?? 0) * (amounts[at] ?? 0);
  }
  return sum;
}
