import 'server-only';
import type { Tx } from '@/db/client';
import type { RuleBook, Ruled } from './domain/rules/apply';
import { applyRules } from './domain/rules/apply';
import { namedIn } from './domain/rules/effects';
import type { Done } from './domain/rules/run';
import { settle } from './domain/rules/settle';
import type { RuleCase } from './rule-facts';
import { goneAmong } from './rules-in-use';

/** What rules make of a message: what each of them said, and where that leaves its conversation. */
export type RuledCase = RuleCase & Pick<Ruled, 'entries'> & Done;

/** Asks the rules about messages. What is out of use is asked of the database only where something of it would be given. */
export async function askRules(
  tx: Tx,
  { workspaceId, book, cases }: { workspaceId: string; book: RuleBook; cases: readonly RuleCase[] },
): Promise<RuledCase[]> {
  const asked = cases.map(({ facts }) => applyRules(book, facts));
  const given = [...new Set(asked.flatMap(({ effects }) => namedIn(effects)))];
  const gone = await goneAmong(tx, workspaceId, given);
  return cases.map((one, index) => {
    const first = asked[index];
    const ruled = first && gone.size === 0 ? first : applyRules({ ...book, gone }, one.facts);
    const { visit: _, decided: __, ...before } = one.standing;
    return { ...one, entries: ruled.entries, before, ...settle(one.standing, ruled.effects) };
  });
}
