/** What a word, phrase or shape of a message speaks for. */
export const signals = [
  'broken',
  'late',
  'wrong',
  'money',
  'treatment',
  'anger',
  'letdown',
  'leaving',
  'demand',
  'negation',
  'grievance',
  'shouting',
  'telling',
  'thanks',
  'praise',
  'solved',
  'chat',
  'ask',
  'request',
  'link',
  'press',
  'business',
  'spam',
  'urgent',
  'calm',
] as const;
export type Signal = (typeof signals)[number];

/** Something seen in a message: where, what it speaks for, and how much. Places are UTF-16 units of the text. */
export type Sign = { signal: Signal; weight: number; from: number; to: number };

/** Phrases of one language by what they speak for, comma-separated, as they read without accents and apostrophes. */
export type Phrases = readonly (readonly [signal: Signal, weight: number, phrases: string])[];

export type Lexicon = {
  phrases: Phrases;
  /** Words that turn what follows them around. */
  negators: string;
  /** What is good as it stands, and a complaint where it is denied. */
  deniable: string;
  /** Words that strengthen what follows. */
  strengtheners: string;
  /** Words with which a question begins. */
  askers: string;
  /** Words that next to no other language has so often. */
  common: string;
  /** Units of time, for “three weeks”. */
  spans: string;
};
