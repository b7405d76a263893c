/** What rules name by id. Attributes are named by their key. */
export const namedKinds = [
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

export function nameOf(names: RuleNames, kind: NamedKind, id: string): string {
  return names[kind][id] ?? (kind === 'attributes' ? id : 'something that is gone');
}

/** "a", "a or b", "a, b or c". */
export function listed(words: readonly string[], joint: 'or' | 'and'): string {
  if (words.length < 2) return words.join('');
  return `${words.slice(0, -1).join(', ')} ${joint} ${words.at(-1)}`;
}
