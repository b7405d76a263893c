import type { AttributeValue } from '@/lib/domain/contact/contact';
import type { Priority } from '@/lib/domain/conversation/conversation';
import type { AttributeTest } from '@/lib/domain/rules/attribute';
import type { RuleAttribute, RuleThings } from '@/lib/domain/rules/names';
import type { Condition, ConditionKind, Effects, FlagKind } from '@/lib/domain/rules/rule';
import { flagKinds } from '@/lib/domain/rules/rule';
import type { RuleView } from '@/lib/queries/rulebook/settings';

type Said = Exclude<Condition, { kind: 'followers' | 'attribute' }>;

/** A condition as it is typed: numbers and values may be anything yet. `key` is its name on the screen. */
export type ConditionDraft = { key: string } & (
  | Said
  | { kind: 'followers'; atLeast: string; atMost: string }
  | { kind: 'attribute'; of: string; how: AttributeTest['how']; value: string }
);

/** What a rule does, as it is chosen: an empty text is nothing. */
export type EffectsDraft = {
  teamId: string;
  ownerId: string;
  policyId: string;
  priority: Priority | '';
  atLeast: boolean;
  addLabelIds: readonly string[];
  removeLabelIds: readonly string[];
  requiredSkillIds: readonly string[];
  preferredSkillIds: readonly string[];
};

export type RuleDraft = {
  name: string;
  enabled: boolean;
  conditions: readonly ConditionDraft[];
  effects: EffectsDraft;
};

/** What a form begins with: what is kept, or a rule that says nothing yet. */
export function ruleDraft(view: Pick<RuleView, keyof RuleDraft> | null): RuleDraft {
  const { priority, ...effects }: Effects = view?.effects ?? {};
  return {
    name: view?.name ?? '',
    enabled: view?.enabled ?? true,
    conditions: (view?.conditions ?? []).map((condition, no) => conditionDraft(condition, `${no}`)),
    effects: {
      ...{ teamId: '', ownerId: '', policyId: '' },
      ...{ addLabelIds: [], removeLabelIds: [], requiredSkillIds: [], preferredSkillIds: [] },
      ...effects,
      priority: priority?.to ?? '',
      atLeast: priority?.atLeast ?? true,
    },
  };
}

function conditionDraft(condition: Condition, key: string): ConditionDraft {
  if (condition.kind === 'followers') {
    const { kind, atLeast, atMost } = condition;
    return { key, kind, atLeast: String(atLeast ?? ''), atMost: String(atMost ?? '') };
  }
  if (condition.kind !== 'attribute') return { key, ...condition };
  const { kind, key: of, test } = condition;
  return { key, kind, of, how: test.how, value: valueText(test) };
}

function valueText(test: AttributeTest): string {
  if ('than' in test) return String(test.than);
  return 'oneOf' in test ? test.oneOf.map(String).join(', ') : '';
}

/** A new condition of a kind, which asks nothing yet. */
export function newCondition(kind: ConditionKind, things: RuleThings): ConditionDraft {
  const key = crypto.randomUUID();
  if (isFlag(kind)) return { key, kind, is: kind !== 'teamed' };
  switch (kind) {
    case 'words':
      return { key, kind, not: false, all: false, words: '' };
    case 'followers':
      return { key, kind, atLeast: '10000', atMost: '' };
    case 'attribute':
      return { key, kind, of: things.attributes[0]?.id ?? '', how: 'known', value: '' };
    case 'hours': {
      const calendarId = things.calendars.find(({ gone }) => !gone)?.id ?? '';
      return { key, kind, calendarId, inside: false };
    }
    default:
      return { key, kind, not: false, oneOf: [] };
  }
}

function isFlag(kind: ConditionKind): kind is FlagKind {
  return flagKinds.some((flag) => flag === kind);
}

/** What the server is asked to keep. */
export function ruleIn({ name, enabled, conditions, effects }: RuleDraft, things: RuleThings) {
  return {
    ...{ name, enabled },
    conditions: conditions.map((condition) => conditionIn(condition, things)),
    effects: effectsIn(effects),
  };
}

function conditionIn({ key: _, ...draft }: ConditionDraft, things: RuleThings): Condition {
  if (draft.kind === 'followers') {
    const { kind, atLeast, atMost } = draft;
    return {
      kind,
      ...(atLeast.trim() !== '' && { atLeast: numberIn(atLeast) }),
      ...(atMost.trim() !== '' && { atMost: numberIn(atMost) }),
    };
  }
  if (draft.kind !== 'attribute') return draft;
  const attribute = things.attributes.find(({ id }) => id === draft.of);
  return { kind: draft.kind, key: draft.of, test: testIn(draft, attribute?.type ?? 'text') };
}

function testIn(
  { how, value }: { how: AttributeTest['how']; value: string },
  type: RuleAttribute['type'],
): AttributeTest {
  if (how === 'known' || how === 'unknown') return { how };
  if (how === 'at_least' || how === 'at_most') {
    return { how, than: type === 'number' ? numberIn(value) : value.trim() };
  }
  const parts = value.split(',').map((part) => part.trim());
  return { how, oneOf: parts.filter((part) => part !== '').map((part) => valueIn(part, type)) };
}

function valueIn(text: string, type: RuleAttribute['type']): AttributeValue {
  if (type === 'boolean') return text === 'true';
  return type === 'number' ? numberIn(text) : text;
}

/** "10,000" and "10 000" are written by people. Not a number for what is none: the server says so. */
function numberIn(text: string): number {
  const plain = text.replaceAll(/[\s,]/g, '');
  return plain === '' ? Number.NaN : Number(plain);
}

function effectsIn({ priority, atLeast, ...draft }: EffectsDraft): Effects {
  const { teamId, ownerId, policyId, ...lists } = draft;
  const given = Object.entries({ teamId, ownerId, policyId, ...lists });
  return {
    ...Object.fromEntries(given.filter(([, value]) => value.length > 0)),
    ...(priority !== '' && { priority: { to: priority, atLeast } }),
  };
}

/** What is wrong, by the place that the server would say it of. */
export function ruleProblems(draft: RuleDraft): Record<string, string> {
  const found: Record<string, string> = {};
  for (const [no, condition] of draft.conditions.entries()) {
    const why = whyNot(condition);
    if (why) found[`conditions.${no}`] = why;
  }
  if (Object.keys(effectsIn(draft.effects)).length === 0) found['effects'] = 'Say what it does.';
  return found;
}

function whyNot(draft: ConditionDraft): string | null {
  if ('oneOf' in draft) {
    return draft.oneOf.length > 0 ? null : 'Choose at least one, or take the condition away.';
  }
  if (draft.kind === 'words') return draft.words.trim() === '' ? 'Enter at least one word.' : null;
  if (draft.kind === 'followers') return whyNotFollowers(draft);
  if (draft.kind !== 'attribute' || draft.how.endsWith('known')) return null;
  return draft.value.trim() === '' ? 'Enter what it is compared with.' : null;
}

function whyNotFollowers({ atLeast, atMost }: { atLeast: string; atMost: string }): string | null {
  const given = [atLeast, atMost].filter((text) => text.trim() !== '');
  if (given.length === 0) return 'Enter at least one number.';
  const isNumber = (text: string) => Number.isInteger(numberIn(text)) && numberIn(text) >= 0;
  return given.every(isNumber) ? null : 'Write it like 10,000.';
}
