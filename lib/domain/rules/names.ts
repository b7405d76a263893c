import type { AttributeType } from '../contact/contact';

/** What rules name by id. Attributes are named by their key. */
const namedKinds = [
  'channels',
  'teams',
  'labels',
  'skills',
  'members',
  'policies',
  'calendars',
  'attributes',
] as const;
export type NamedKind = (typeof namedKinds)[number];

/** The names of everything that rules can name, also of what is out of use. */
export type RuleNames = Readonly<Record<NamedKind, Readonly<Record<string, string>>>>;

/** Something that rules can name; what is `gone` is out of use, and offered only where it was chosen. */
export type RuleThing = { id: string; name: string; gone: boolean };
export type RuleAttribute = RuleThing & { type: AttributeType };

/** Everything that rules of a workspace can name, each kind by name. */
export type RuleThings = Readonly<
  Record<Exclude<NamedKind, 'attributes'>, readonly RuleThing[]>
> & {
  attributes: readonly RuleAttribute[];
};

/** What each is called, by its id. */
export function namesOf(things: RuleThings): RuleNames {
  const named = namedKinds.map((kind): [NamedKind, Record<string, string>] => [
    kind,
    Object.fromEntries(things[kind].map(({ id, name }) => [id, name])),
  ]);
  return Object.fromEntries(named) as RuleNames;
}

export function nameOf(names: RuleNames, kind: NamedKind, id: string): string {
  return names[kind][id] ?? (kind === 'attributes' ? id : 'something that is gone');
}

/** "a", "a or b", "a, b or c". */
export function listed(words: readonly string[], joint: 'or' | 'and'): string {
  if (words.length < 2) return words.join('');
  return `${words.slice(0, -1).join(', ')} ${joint} ${words.at(-1)}`;
}
