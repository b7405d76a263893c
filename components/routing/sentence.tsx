import type { RuleNames } from '@/lib/domain/rules/names';
import type { RuleVersion } from '@/lib/domain/rules/rule';
import { effectWords, whenWords } from '@/lib/domain/rules/sentences';

/** A rule as one reads it: when it holds, and what it does. */
export function Sentence({
  rule,
  names,
}: {
  rule: Pick<RuleVersion, 'conditions' | 'effects'>;
  names: RuleNames;
}) {
  const effects = effectWords(rule.effects, names);
  return (
    <p className="text-ink-2 [overflow-wrap:anywhere]">
      <bdi>{whenWords(rule, names)}</bdi>{' '}
      <span className="text-ink-3">
        <span aria-hidden>→</span>
        <span className="sr-only">then</span>
      </span>{' '}
      <bdi className="text-ink">{effects.length > 0 ? effects.join(', ') : 'nothing yet'}</bdi>
    </p>
  );
}
