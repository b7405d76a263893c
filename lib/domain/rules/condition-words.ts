import type { AttributeValue } from '../contact/contact';
import type { AttributeTest } from './attribute';
import type { Found } from './facts';
import type { NamedKind, RuleNames } from './names';
import { listed, nameOf } from './names';
import type { Condition, FlagKind, ListKind } from './rule';
import { wordsIn } from './words';

/** What a condition asks, as a clause: "the intent is complaint or question". */
export function conditionWords(condition: Condition, names: RuleNames): string {
  switch (condition.kind) {
    case 'vip':
    case 'verified':
    case 'teamed':
      return flags[condition.kind][condition.is ? 0 : 1];
    case 'words': {
      const said = wordsIn(condition.words).map((word) => `“${word}”`);
      return `it ${condition.not ? 'does not say' : 'says'} ${listed(said, condition.all ? 'and' : 'or') || '…'}`;
    }
    case 'followers':
      return `they have ${followers(condition)}`;
    case 'attribute':
      return attribute(nameOf(names, 'attributes', condition.key), condition.test);
    case 'hours': {
      const hours = nameOf(names, 'calendars', condition.calendarId);
      return `it is written ${condition.inside ? 'within' : 'outside'} the hours “${hours}”`;
    }
    default:
      return list(condition, names);
  }
}

/** What was found where a condition asked. */
export function foundWords(condition: Condition, found: Found, names: RuleNames): string {
  switch (condition.kind) {
    case 'vip':
    case 'verified':
    case 'teamed':
      return flags[condition.kind][found === true ? 0 : 1];
    case 'words':
      return saidWords(condition, found);
    case 'followers':
      return found === null
        ? 'nobody knows how many they have'
        : `they have ${count(Number(found))}`;
    case 'attribute':
      return found === null ? 'nothing is known of it' : `it is ${valueWords(found)}`;
    case 'hours':
      return found === true ? 'they were open' : 'they were closed';
    default:
      return listFound(condition.kind, found, names);
  }
}

function saidWords({ all, not }: { all: boolean; not: boolean }, found: Found): string {
  const some = Array.isArray(found) ? found.map((word) => `“${word}”`) : [];
  if (not || !all || some.length === 0) return not ? 'it does' : 'it does not';
  return `it says only ${listed(some, 'and')}`;
}

const flags: Record<FlagKind, readonly [yes: string, no: string]> = {
  vip: ['the contact is a VIP', 'the contact is no VIP'],
  verified: ['their account is verified', 'their account is not verified'],
  teamed: ['it has a team already', 'it has no team yet'],
};

/** How one of a list is asked about: what stands before it, denied, and whose names it has. */
const lists: Record<ListKind, { is: string; not: string; names?: NamedKind }> = {
  channel: { is: 'it comes to', not: 'it does not come to', names: 'channels' },
  place: { is: 'it is', not: 'it is not' },
  came: { is: 'it comes', not: 'it does not come' },
  visit: { is: 'it', not: 'it neither' },
  intent: { is: 'the intent is', not: 'the intent is not' },
  urgency: { is: 'the urgency is', not: 'the urgency is not' },
  language: { is: 'it is written in', not: 'it is not written in' },
  contactKind: { is: 'the contact is', not: 'the contact is not' },
  contactLabel: {
    is: 'the contact has the label',
    not: 'the contact does not have the label',
    names: 'labels',
  },
  label: { is: 'it has the label', not: 'it does not have the label', names: 'labels' },
};

/** How the values that are no names are called in a clause. */
const called: Partial<Record<ListKind, Readonly<Record<string, string>>>> = {
  place: { private: 'a private message', mention: 'a mention in public' },
  came: {
    link: 'by a link of ours',
    reply: 'as an answer to us',
    stranger: 'from somebody who never wrote before',
    again: 'from somebody we know, unasked',
  },
  visit: { new: 'begins a visit', continuing: 'continues a visit' },
  contactKind: {
    customer: 'a customer',
    journalist: 'a journalist',
    partner: 'a partner',
    creator: 'a creator',
    other: 'somebody else',
  },
};

type Listed = { kind: ListKind; not: boolean; oneOf: readonly string[] };

function list({ kind, not, oneOf }: Listed, names: RuleNames): string {
  if (kind === 'visit' && not) return list({ kind, not: false, oneOf: otherVisit(oneOf) }, names);
  const values = oneOf.map((one) => valueWord(kind, one, names));
  return `${lists[kind][not ? 'not' : 'is']} ${listed(values, 'or') || '…'}`;
}

function otherVisit(oneOf: readonly string[]): string[] {
  return ['new', 'continuing'].filter((visit) => !oneOf.includes(visit));
}

/** One value of a list as people call it. */
export function valueWord(kind: ListKind, value: string, names: RuleNames): string {
  const { names: from } = lists[kind];
  if (from) return nameOf(names, from, value);
  if (kind === 'language') return languageName(value);
  return called[kind]?.[value] ?? value;
}

function listFound(kind: ListKind, found: Found, names: RuleNames): string {
  const has = Array.isArray(found) ? found.map(String) : [found].filter((one) => one !== null);
  if (has.length === 0) return kind.endsWith('abel') ? 'it has none' : 'nobody knows';
  return list({ kind, not: false, oneOf: has.map(String) }, names);
}

/** "German", or the code itself where it is none. */
export function languageName(code: string): string {
  try {
    return new Intl.DisplayNames('en', { type: 'language' }).of(code) ?? code;
  } catch {
    return code;
  }
}

function followers({ atLeast, atMost }: { atLeast?: number; atMost?: number }): string {
  if (atLeast === undefined) return `at most ${count(atMost ?? 0)}`;
  return atMost === undefined
    ? `at least ${count(atLeast)}`
    : `from ${atLeast.toLocaleString('en-GB')} to ${count(atMost)}`;
}

function count(number: number): string {
  return `${number.toLocaleString('en-GB')} ${number === 1 ? 'follower' : 'followers'}`;
}

function attribute(name: string, test: AttributeTest): string {
  switch (test.how) {
    case 'known':
    case 'unknown':
      return `${name} is ${test.how}`;
    case 'is':
    case 'is_not':
      return `${name} is ${test.how === 'is' ? '' : 'not '}${listed(test.oneOf.map(valueWords), 'or')}`;
    case 'at_least':
    case 'at_most':
      return `${name} is at ${test.how === 'at_least' ? 'least' : 'most'} ${valueWords(test.than)}`;
  }
}

function valueWords(value: AttributeValue | readonly string[]): string {
  if (typeof value === 'boolean') return value ? 'yes' : 'no';
  if (typeof value === 'number') return value.toLocaleString('en-GB');
  return typeof value === 'string' ? value : value.join(', ');
}
