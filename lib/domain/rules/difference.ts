import { conditionWords } from './condition-words';
import type { RuleNames } from './names';
import { listed } from './names';
import type { RuleVersion } from './rule';
import type { Change } from './sentences';
import { effectWords } from './sentences';

type Said = Omit<RuleVersion, 'id'>;

/** What a version says otherwise than another: its name, its switch, what it asks and what it does. */
export function differencesIn(before: Said, after: Said, names: RuleNames): Change[] {
  const asks = (rule: Said) =>
    listed(
      rule.conditions.map((condition) => conditionWords(condition, names)),
      'and',
    ) || 'every message';
  const told = (what: string, word: (rule: Said) => string): Change[] => {
    const change = { what, before: word(before), after: word(after) };
    return change.before === change.after ? [] : [change];
  };
  return [
    ...told('Name', ({ name }) => name),
    ...told('Switch', ({ enabled }) => (enabled ? 'on' : 'off')),
    ...told('When', asks),
    ...told('Then', ({ effects }) => effectWords(effects, names).join(', ')),
  ];
}
