import type { Priority } from '../conversation/conversation';
import { priorities } from '../conversation/conversation';
import type { EffectKind, Effects } from './rule';

/** What two rules do, one after the other: the later one wins, and labels and skills come together. */
export function merged(first: Effects, then: Effects): Effects {
  const priority = after(first.priority, then.priority);
  return {
    ...single(first),
    ...single(then),
    ...(priority && { priority }),
    ...labels(first, then),
    ...skills(first, then),
  };
}

/** Of which there is one each. */
function single({ teamId, policyId, ownerId }: Effects): Effects {
  return { ...(teamId && { teamId }), ...(policyId && { policyId }), ...(ownerId && { ownerId }) };
}

type Prioritised = NonNullable<Effects['priority']>;

function after(first?: Prioritised, then?: Prioritised): Prioritised | undefined {
  if (!(first && then?.atLeast)) return then ?? first;
  return { to: higher(first.to, then.to), atLeast: first.atLeast };
}

export function higher(one: Priority, other: Priority): Priority {
  return priorities.indexOf(one) < priorities.indexOf(other) ? other : one;
}

function labels(first: Effects, then: Effects): Pick<Effects, 'addLabelIds' | 'removeLabelIds'> {
  const { addLabelIds: added = [], removeLabelIds: removed = [] } = then;
  return some({
    addLabelIds: union(minus(first.addLabelIds, removed), added),
    removeLabelIds: minus(union(minus(first.removeLabelIds, added), removed), added),
  });
}

function skills(first: Effects, then: Effects) {
  const requiredSkillIds = union(first.requiredSkillIds, then.requiredSkillIds);
  const preferredSkillIds = union(first.preferredSkillIds, then.preferredSkillIds);
  return some({ requiredSkillIds, preferredSkillIds: minus(preferredSkillIds, requiredSkillIds) });
}

/** Those lists that hold something. */
function some<K extends string>(lists: Record<K, readonly string[]>): Partial<typeof lists> {
  const kept = Object.entries<readonly string[]>(lists).filter(([, list]) => list.length > 0);
  return Object.fromEntries(kept) as Partial<typeof lists>;
}

function union(one: readonly string[] = [], other: readonly string[] = []): string[] {
  return [...new Set([...one, ...other])];
}

function minus(one: readonly string[] = [], other: readonly string[] = []): string[] {
  return one.filter((id) => !other.includes(id));
}

/** What is left of effects without what is out of use, and which of them lost something. */
export function without(
  effects: Effects,
  gone: ReadonlySet<string>,
): { kept: Effects; left: EffectKind[] } {
  const { priority, ...named } = effects;
  const kinds = Object.keys(named) as Exclude<EffectKind, 'priority'>[];
  const kept = Object.fromEntries(
    kinds.flatMap((kind) => {
      const here = idsOf(named[kind]).filter((id) => !gone.has(id));
      if (here.length === 0) return [];
      return [[kind, typeof named[kind] === 'string' ? here[0] : here]];
    }),
  );
  return {
    kept: { ...kept, ...(priority && { priority }) },
    left: kinds.filter((kind) => idsOf(named[kind]).some((id) => gone.has(id))),
  };
}

function idsOf(given: string | readonly string[] = []): readonly string[] {
  return typeof given === 'string' ? [given] : given;
}

/** Every id that effects name. */
export function namedIn({ priority: _, ...named }: Effects): string[] {
  return Object.values(named).flat();
}
