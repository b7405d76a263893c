import type { ContactKind } from '../contact/contact';
import type { Priority } from '../conversation/conversation';
import type { Intent, Urgency } from '../triage/intent';
import type { AttributeTest } from './attribute';

/** Whether the first rule that fits says everything, or each one that fits says its part. */
export const modes = ['first', 'all'] as const;
export type Mode = (typeof modes)[number];

/** How a message came: by a link of ours in this visit, as an answer to us, from somebody who never wrote before, or else. */
export const cameBy = ['link', 'reply', 'stranger', 'again'] as const;
export type CameBy = (typeof cameBy)[number];

export const places = ['private', 'mention'] as const;
export type Place = (typeof places)[number];

export const visits = ['new', 'continuing'] as const;
export type Visit = (typeof visits)[number];

/** What is said of a message by one of a list. */
type Lists = {
  channel: string;
  place: Place;
  came: CameBy;
  visit: Visit;
  intent: Intent;
  urgency: Urgency;
  language: string;
  contactKind: ContactKind;
  /** Labels of the contact, and of the conversation; one of them is enough. */
  contactLabel: string;
  label: string;
};
export type ListKind = keyof Lists;
type OneOf = { [K in ListKind]: { kind: K; not: boolean; oneOf: readonly Lists[K][] } }[ListKind];

/** What is so or not. What the network never told is not so. */
export const flagKinds = ['vip', 'verified', 'teamed'] as const;
export type FlagKind = (typeof flagKinds)[number];

/** What a rule asks. */
export type Condition =
  | OneOf
  | { kind: FlagKind; is: boolean }
  /** Words and “quoted phrases” as they were typed; any of them is enough, or all are needed. */
  | { kind: 'words'; not: boolean; all: boolean; words: string }
  /** At least so many, at most so many; one of the two is there. */
  | { kind: 'followers'; atLeast?: number; atMost?: number }
  | { kind: 'attribute'; key: string; test: AttributeTest }
  /** Whether a calendar is open as the message was written. */
  | { kind: 'hours'; calendarId: string; inside: boolean };
export type ConditionKind = Condition['kind'];

/** What a rule does; what is not there stays as it is. */
export type Effects = {
  teamId?: string;
  priority?: { to: Priority; atLeast: boolean };
  addLabelIds?: readonly string[];
  removeLabelIds?: readonly string[];
  requiredSkillIds?: readonly string[];
  preferredSkillIds?: readonly string[];
  policyId?: string;
  ownerId?: string;
};
export type EffectKind = keyof Effects;

/** One version of a rule; never changed. All of its conditions must hold. */
export type RuleVersion = {
  id: string;
  name: string;
  enabled: boolean;
  conditions: readonly Condition[];
  effects: Effects;
};

export const mostRules = 100;
export const mostRuleConditions = 12;
/** In one list of a condition, or of an effect. */
export const mostListed = 30;
export const mostWordCharacters = 500;
