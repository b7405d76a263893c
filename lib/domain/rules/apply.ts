import type { Calendars } from './condition';
import { judge } from './condition';
import { merged, without } from './effects';
import type { Facts, Found } from './facts';
import type { EffectKind, Effects, Mode, RuleVersion } from './rule';

/** The rules of a workspace in their order, and what they are judged by. */
export type RuleBook = {
  mode: Mode;
  rules: readonly RuleVersion[];
  calendars: Calendars;
  /** Ids of what rules give that is out of use now: archived teams, people who left. */
  gone: ReadonlySet<string>;
};

/** Why a rule did not hold: its switch, one before it, or its first condition that failed, with what was found. */
type WhyNot = 'off' | 'earlier' | { condition: number; found: Found };

/** What became of one rule. */
export type Entry =
  | { ruleVersionId: string; matched: false; why: WhyNot }
  /** `left`: what it would have done with something that is out of use. */
  | { ruleVersionId: string; matched: true; left?: readonly EffectKind[] };

export type Ruled = { effects: Effects; entries: readonly Entry[] };

/**
 * Asks every rule in its order, once, on facts that no rule has touched: what a rule does is never asked about
 * again, so none can set off another or itself. With `first` the rules after the one that holds are not asked; with
 * `all` they follow each other, and the later one wins where two say different things.
 */
export function applyRules({ mode, rules, calendars, gone }: RuleBook, facts: Facts): Ruled {
  const entries: Entry[] = [];
  let effects: Effects = {};
  let isTaken = false;
  for (const { id, enabled, conditions, effects: wanted } of rules) {
    const why = isTaken ? 'earlier' : whyNot(enabled, conditions, { facts, calendars });
    if (why !== null) {
      entries.push({ ruleVersionId: id, matched: false, why: enabled ? why : 'off' });
      continue;
    }
    isTaken = mode === 'first';
    const { kept, left } = without(wanted, gone);
    effects = merged(effects, kept);
    entries.push({ ruleVersionId: id, matched: true, ...(left.length > 0 && { left }) });
  }
  return { effects, entries };
}

function whyNot(
  enabled: boolean,
  conditions: RuleVersion['conditions'],
  { facts, calendars }: { facts: Facts; calendars: Calendars },
): WhyNot | null {
  if (!enabled) return 'off';
  for (const [place, condition] of conditions.entries()) {
    const { holds, found } = judge(condition, facts, calendars);
    if (!holds) return { condition: place, found };
  }
  return null;
}
