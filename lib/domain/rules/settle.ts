import type { Priority } from '../conversation/conversation';
import { MOST_LABELS } from '../conversation/triage';
import { higher } from './effects';
import type { EffectKind, Effects, Visit } from './rule';

/** All that rules can change about a conversation. */
export type Placed = {
  teamId: string | null;
  ownerId: string | null;
  priority: Priority;
  labelIds: readonly string[];
  requiredSkillIds: readonly string[];
  preferredSkillIds: readonly string[];
  /** The SLA policy that a rule chose for this visit; null: the policies' own conditions say. */
  policyId: string | null;
};

/** What a person decided in this visit. */
type Decided = {
  team: boolean;
  owner: boolean;
  priority: boolean;
  /** Labels that a person put on or took off. */
  labelIds: readonly string[];
};

export type Standing = Placed & { visit: Visit; decided: Decided };

/** Why something that a rule says was not done. */
export type Hold = 'decided' | 'owned' | 'not_lowered' | 'full';
export type Held = { effect: EffectKind; because: Hold };

/**
 * Where the effects of rules leave a conversation, and what they do not touch: whatever a person decided in this
 * visit stays, whoever has a conversation keeps it with its team, and while a visit goes on its priority only rises. A new
 * visit that is given to another team leaves its former owner.
 */
export function settle(standing: Standing, effects: Effects): { after: Placed; held: Held[] } {
  const held: Held[] = [];
  const team = teamAfter(standing, effects, held);
  const after = {
    teamId: team,
    ownerId: ownerAfter(standing, effects, { team, held }),
    priority: priorityAfter(standing, effects, held),
    labelIds: labelsAfter(standing, effects, held),
    ...skillsAfter(standing, effects),
    policyId: effects.policyId ?? (standing.visit === 'new' ? null : standing.policyId),
  };
  return { after, held };
}

function teamAfter(
  { teamId, ownerId, visit, decided }: Standing,
  { teamId: to }: Effects,
  held: Held[],
): string | null {
  if (to === undefined || to === teamId) return teamId;
  const because = whyKept(decided.team, visit === 'continuing' && ownerId !== null);
  if (because === null) return to;
  held.push({ effect: 'teamId', because });
  return teamId;
}

function ownerAfter(
  { teamId, ownerId, visit, decided }: Standing,
  { ownerId: to }: Effects,
  { team, held }: { team: string | null; held: Held[] },
): string | null {
  if (to === undefined) return team !== teamId && visit === 'new' ? null : ownerId;
  if (to === ownerId) return ownerId;
  const because = whyKept(decided.owner, visit === 'continuing' && ownerId !== null);
  if (because === null) return to;
  held.push({ effect: 'ownerId', because });
  return ownerId;
}

function whyKept(isDecided: boolean, isOwned: boolean): Hold | null {
  if (isDecided) return 'decided';
  return isOwned ? 'owned' : null;
}

function priorityAfter(
  { priority, visit, decided }: Standing,
  { priority: wanted }: Effects,
  held: Held[],
): Priority {
  if (wanted === undefined || wanted.to === priority) return priority;
  if (decided.priority) {
    held.push({ effect: 'priority', because: 'decided' });
    return priority;
  }
  if (visit === 'new' && !wanted.atLeast) return wanted.to;
  const to = higher(priority, wanted.to);
  if (to !== wanted.to && !wanted.atLeast)
    held.push({ effect: 'priority', because: 'not_lowered' });
  return to;
}

function labelsAfter(
  { labelIds, decided }: Standing,
  { addLabelIds = [], removeLabelIds = [] }: Effects,
  held: Held[],
): readonly string[] {
  const isOpen = (id: string) => !decided.labelIds.includes(id);
  const off = removeLabelIds.filter((id) => labelIds.includes(id));
  const kept = labelIds.filter((id) => !(off.includes(id) && isOpen(id)));
  const missing = addLabelIds.filter((id) => !labelIds.includes(id));
  const wanted = missing.filter(isOpen);
  const put = wanted.slice(0, Math.max(0, MOST_LABELS - kept.length));
  if (off.some((id) => !isOpen(id))) held.push({ effect: 'removeLabelIds', because: 'decided' });
  if (wanted.length < missing.length) held.push({ effect: 'addLabelIds', because: 'decided' });
  if (put.length < wanted.length) held.push({ effect: 'addLabelIds', because: 'full' });
  return off.length + put.length === 0 ? labelIds : [...kept, ...put];
}

/** What an earlier visit asked for, a new one does not. */
function skillsAfter(
  { visit, ...standing }: Standing,
  { requiredSkillIds = [], preferredSkillIds = [] }: Effects,
): Pick<Placed, 'requiredSkillIds' | 'preferredSkillIds'> {
  const goesOn = visit === 'continuing';
  const required = new Set([...(goesOn ? standing.requiredSkillIds : []), ...requiredSkillIds]);
  const preferred = new Set([...(goesOn ? standing.preferredSkillIds : []), ...preferredSkillIds]);
  return {
    requiredSkillIds: [...required],
    preferredSkillIds: [...preferred].filter((id) => !required.has(id)),
  };
}
