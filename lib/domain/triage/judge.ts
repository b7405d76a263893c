import type { Features } from './features';
import { featuresOf } from './features';
import type { Intent, Urgency } from './intent';
import { bookFor, languageOf } from './language';
import type { Learned } from './learned';
import { withLearned } from './learned';
import { signsIn } from './phrase-book';
import { shapeOf } from './shape';
import type { Sign, Signal } from './signal';
import { tokensOf } from './tokens';
import { turned } from './turns';
import type { Odds, Strengths } from './weigh';
import { decided, oddsOf, shareOf, strengthsOf } from './weigh';

/** Words that led to a judgement, with their place in the message in UTF-16 units and what they speak for. */
type Reason = KeptReason & { text: string };

/** The same without the words, as it is kept beside a message that has them. */
export type KeptReason = { signal: Signal; from: number; to: number };

/** What a message is taken for, how sure that is (0 to 1), and what led to it, the weightiest first. */
export type Judgement = {
  intent: Intent;
  urgency: Urgency;
  /** ISO 639-1, null when unsure. */
  language: string | null;
  confidence: number;
  reasons: readonly Reason[];
  /** What was learned here turned it. */
  isLearned: boolean;
  /** How strongly it reads like spam, 0 to 1. */
  spam: number;
};

const MOST_REASONS = 6;
/** A reason is shown, not retold. */
const LONGEST_REASON = 60;

/** Judges a message by its words and shape, and by what was learned from corrections. The same always comes out. */
export function judge(text: string, learned: Learned | null = null): Judgement {
  const { signs, strengths, features, odds, language } = readingOf(text);
  const plain = decided(odds);
  const { intent, confidence } = learned ? decided(withLearned(learned, features, odds)) : plain;
  return {
    intent,
    urgency: urgencyOf(strengths, intent, confidence),
    language,
    confidence: Math.round(confidence * 1_000) / 1_000,
    reasons: reasonsOf(text, signs, intent),
    isLearned: intent !== plain.intent,
    spam: spamOf(strengths, intent),
  };
}

/** What a message says before anybody taught anything. */
export type Reading = {
  signs: readonly Sign[];
  strengths: Strengths;
  features: Features;
  odds: Odds;
  language: string | null;
};

export function readingOf(text: string): Reading {
  const tokens = tokensOf(text);
  const language = languageOf(text, tokens);
  const book = bookFor(language);
  const signs = turned([...signsIn(tokens, book), ...shapeOf(tokens, book)], tokens, book);
  const strengths = strengthsOf(signs);
  return {
    signs,
    strengths,
    features: featuresOf(tokens, strengths),
    odds: oddsOf(strengths),
    language,
  };
}

function urgencyOf(strengths: Strengths, intent: Intent, confidence: number): Urgency {
  const strength = (signal: Signal) => strengths.get(signal) ?? 0;
  if (intent === 'spam') return 'low';
  const hurry = strength('urgent') - strength('calm');
  const heat = strength('anger') + strength('leaving') + strength('shouting');
  const troubled = intent === 'complaint' && confidence > 0.6;
  if (hurry >= 1.4 || (troubled && hurry + 0.5 * heat >= 1)) return 'high';
  if (intent === 'praise' || (intent === 'other' && hurry <= 0) || hurry < 0) return 'low';
  return 'normal';
}

/** One phrase is likely spam, three leave no doubt. */
function spamOf(strengths: Strengths, intent: Intent): number {
  return intent === 'spam' ? 1 - 0.35 ** (strengths.get('spam') ?? 0) : 0;
}

function reasonsOf(text: string, signs: readonly Sign[], intent: Intent): Reason[] {
  const told = new Set<string>();
  return signs
    .map((sign) => ({ ...sign, share: shareOf(sign.signal, intent) * sign.weight }))
    .filter(({ share, signal }) => share > 0.1 && signal !== 'telling')
    .sort((one, other) => other.share - one.share || one.from - other.from)
    .flatMap(({ signal, from, to }) => {
      const words = text.slice(from, to);
      const key = words.toLowerCase();
      if (told.has(key)) return [];
      told.add(key);
      return [{ signal, text: words.slice(0, LONGEST_REASON), from, to }];
    })
    .slice(0, MOST_REASONS);
}
