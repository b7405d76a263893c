import type { Entry } from './apply';
import type { RuleNames } from './names';
import type { Done } from './run';
import { isMoved } from './run';
import type { Change } from './sentences';
import { changesIn, heldWords } from './sentences';

/** Over how many conversations rules can be tried out. */
export const trialLengths = [100, 500, 2000] as const;
export type TrialLength = (typeof trialLengths)[number];

/** A message that rules were tried on. */
export type Tried = Done & {
  conversationId: string;
  contact: string;
  /** The beginning of what was written. */
  said: string;
  entries: readonly Entry[];
};

/** A conversation that rules would hold for, and what they would do. */
export type TrialLine = Pick<Tried, 'conversationId' | 'contact' | 'said'> & {
  /** The versions that held, in their order. */
  held: string[];
  changes: Change[];
  /** What would stay as it is, and why. */
  stays: string[];
};

export type Trial = {
  asked: number;
  /** For how many the rule that is looked at held, or any of them. */
  matched: number;
  /** How many of these would be otherwise than they are. */
  changed: number;
  /** For how many each version held. */
  counts: Readonly<Record<string, number>>;
  /** The newest of them. */
  lines: TrialLine[];
};

const MOST_LINES = 200;

/** What rules would do to messages, as people read it. `only` is the version that is looked at; null is all of them. */
export function trialOf(tried: readonly Tried[], names: RuleNames, only: string | null): Trial {
  const held = tried.map(({ entries }) => heldIn(entries));
  const counts = countsOf(tried[0]?.entries ?? [], held.flat());
  const matched = tried
    .map((one, index) => ({ ...one, versions: held[index] ?? [] }))
    .filter(({ versions }) => (only === null ? versions.length > 0 : versions.includes(only)));
  return {
    asked: tried.length,
    matched: matched.length,
    changed: matched.filter(isMoved).length,
    counts,
    lines: matched.slice(0, MOST_LINES).map((one) => ({
      conversationId: one.conversationId,
      contact: one.contact,
      said: one.said,
      held: one.versions,
      changes: changesIn(one.before, one.after, names),
      stays: one.held.map(heldWords),
    })),
  };
}

/** Every rule was asked about every message, so one that is not among those of the first was not asked at all. */
function countsOf(asked: readonly Entry[], held: readonly string[]): Record<string, number> {
  const counts = Object.fromEntries(asked.map(({ ruleVersionId }) => [ruleVersionId, 0]));
  for (const id of held) counts[id] = (counts[id] ?? 0) + 1;
  return counts;
}

function heldIn(entries: readonly Entry[]): string[] {
  return entries.filter(({ matched }) => matched).map(({ ruleVersionId }) => ruleVersionId);
}
