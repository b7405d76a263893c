import 'server-only';
import { refusedField } from '@/lib/domain/refusal';
import type { NamedKind, RuleThings } from '@/lib/domain/rules/names';
import type { Condition, Effects } from '@/lib/domain/rules/rule';
import { ruleThings } from '@/lib/rule-things';
import type { CommandContext } from '../command';
import type { RuleInput } from './rule-input';

type Named = { field: string; kind: Exclude<NamedKind, 'attributes'>; ids: readonly string[] };

/** Everything that a rule names is of this workspace, and what it gives is in use, unless it gave that before. */
export async function requireNamedThings(
  { tx, workspaceId }: CommandContext,
  { conditions, effects }: RuleInput,
  before: Effects,
): Promise<void> {
  const things = await ruleThings(tx, workspaceId);
  const asked = conditions.flatMap((condition, no) => namedBy(condition, `conditions.${no}`));
  requireAll(things, asked, () => true);
  const kept = new Set(givenBy(before).flatMap(({ ids }) => ids));
  requireAll(things, givenBy(effects), ({ id, gone }) => !gone || kept.has(id));
}

function requireAll(
  things: RuleThings,
  named: readonly Named[],
  isFine: (thing: RuleThings[Named['kind']][number]) => boolean,
): void {
  for (const { field, kind, ids } of named) {
    const fine = new Set(things[kind].filter(isFine).map(({ id }) => id));
    if (!ids.every((id) => fine.has(id))) {
      throw refusedField(field, 'What was chosen here is not in use any more. Choose again.');
    }
  }
}

function namedBy(condition: Condition, field: string): Named[] {
  switch (condition.kind) {
    case 'channel':
      return [{ field, kind: 'channels', ids: condition.oneOf }];
    case 'label':
    case 'contactLabel':
      return [{ field, kind: 'labels', ids: condition.oneOf }];
    case 'hours':
      return [{ field, kind: 'calendars', ids: [condition.calendarId] }];
    default:
      return [];
  }
}

const kinds = {
  teamId: 'teams',
  ownerId: 'members',
  policyId: 'policies',
  addLabelIds: 'labels',
  removeLabelIds: 'labels',
  requiredSkillIds: 'skills',
  preferredSkillIds: 'skills',
} as const;

function givenBy(effects: Effects): Named[] {
  const fields = Object.keys(kinds) as (keyof typeof kinds)[];
  return fields.flatMap((field) => {
    const given = effects[field] ?? [];
    const ids = typeof given === 'string' ? [given] : given;
    return ids.length > 0 ? [{ field: `effects.${field}`, kind: kinds[field], ids }] : [];
  });
}
