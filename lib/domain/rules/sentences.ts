import type { Priority } from '../conversation/conversation';
import type { Entry } from './apply';
import { conditionWords, foundWords } from './condition-words';
import type { NamedKind, RuleNames } from './names';
import { listed, nameOf } from './names';
import type { EffectKind, Effects, RuleVersion } from './rule';
import type { Held, Hold, Placed } from './settle';

/** "When the intent is complaint and the contact is a journalist". */
export function whenWords(
  { conditions }: Pick<RuleVersion, 'conditions'>,
  names: RuleNames,
): string {
  if (conditions.length === 0) return 'Every message';
  return `When ${listed(
    conditions.map((condition) => conditionWords(condition, names)),
    'and',
  )}`;
}

/** "team Press & partners", "priority at least high": one phrase for each thing that is done. */
export function effectWords(effects: Effects, names: RuleNames): string[] {
  const { teamId, priority, policyId, ownerId } = effects;
  const named = (word: string, kind: NamedKind, ids: readonly string[] = []) =>
    ids.length === 0
      ? []
      : [
          `${word} ${listed(
            ids.map((id) => nameOf(names, kind, id)),
            'and',
          )}`,
        ];
  return [
    ...named('team', 'teams', one(teamId)),
    ...named('owner', 'members', one(ownerId)),
    ...(priority ? [`priority ${priority.atLeast ? 'at least ' : ''}${priority.to}`] : []),
    ...named('label', 'labels', effects.addLabelIds),
    ...named('no label', 'labels', effects.removeLabelIds),
    ...named('needs', 'skills', effects.requiredSkillIds),
    ...named('better with', 'skills', effects.preferredSkillIds),
    ...named('SLA policy', 'policies', one(policyId)),
  ];
}

function one(id: string | undefined): string[] {
  return id === undefined ? [] : [id];
}

/** Why a rule did not hold, as a sentence. */
export function whyWords(
  { why }: Extract<Entry, { matched: false }>,
  { conditions }: Pick<RuleVersion, 'conditions'>,
  names: RuleNames,
): string {
  if (why === 'off') return 'It was switched off.';
  if (why === 'earlier') return 'A rule before it held, and the first that holds decides.';
  const condition = conditions[why.condition];
  if (!condition) return 'One of its conditions did not hold.';
  const asked = conditionWords(condition, names);
  return `It asks that ${asked}; here ${foundWords(condition, why.found, names)}.`;
}

/** What a rule left undone because that is out of use. */
export function leftWords(left: readonly EffectKind[]): string {
  const what = listed([...new Set(left.map((kind) => effectNames[kind]))], 'and');
  return `Its ${what} could not be given: out of use.`;
}

/** Why something that a rule says was not done. */
export function heldWords({ effect, because }: Held): string {
  return `The ${effectNames[effect]} stayed: ${holdWords[because]}.`;
}

const effectNames: Record<EffectKind, string> = {
  teamId: 'team',
  ownerId: 'owner',
  priority: 'priority',
  addLabelIds: 'label',
  removeLabelIds: 'label',
  requiredSkillIds: 'skill',
  preferredSkillIds: 'skill',
  policyId: 'SLA policy',
};

const holdWords: Record<Hold, string> = {
  decided: 'a person decided about it in this visit',
  owned: 'somebody has the conversation',
  not_lowered: 'rules lower nothing while a visit goes on',
  full: 'it carries as many labels as it can',
};

/** One thing that is otherwise after rules than before. */
export type Change = { what: string; before: string; after: string };

/** What differs between two places, each with both of its values in words. */
export function changesIn(before: Placed, after: Placed, names: RuleNames): Change[] {
  const single = (what: string, kind: NamedKind, key: 'teamId' | 'ownerId' | 'policyId') => {
    const word = (id: string | null) => (id === null ? 'none' : nameOf(names, kind, id));
    return before[key] === after[key]
      ? []
      : [{ what, before: word(before[key]), after: word(after[key]) }];
  };
  const several = (
    what: string,
    kind: NamedKind,
    key: 'labelIds' | 'requiredSkillIds' | 'preferredSkillIds',
  ) => {
    const word = (ids: readonly string[]) =>
      ids.length === 0
        ? 'none'
        : listed(
            ids.map((id) => nameOf(names, kind, id)),
            'and',
          );
    return isSame(before[key], after[key])
      ? []
      : [{ what, before: word(before[key]), after: word(after[key]) }];
  };
  return [
    ...single('Team', 'teams', 'teamId'),
    ...single('Owner', 'members', 'ownerId'),
    ...priorityChange(before.priority, after.priority),
    ...several('Labels', 'labels', 'labelIds'),
    ...several('Needs', 'skills', 'requiredSkillIds'),
    ...several('Better with', 'skills', 'preferredSkillIds'),
    ...single('SLA policy', 'policies', 'policyId'),
  ];
}

function priorityChange(before: Priority, after: Priority): Change[] {
  return before === after ? [] : [{ what: 'Priority', before, after }];
}

/** Order is no difference. */
export function isSame(ids: readonly string[], others: readonly string[]): boolean {
  return ids.length === others.length && ids.every((id) => others.includes(id));
}
