import type { Completion } from '@/lib/domain/search/completion';
import type { Operator } from '@/lib/domain/search/operators';
import { knownValues, operators } from '@/lib/domain/search/operators';

/** The names that this workspace uses, as far as the browser knows them. */
export type Vocabulary = {
  labels: readonly string[];
  teams: readonly string[];
  channels: readonly string[];
  people: readonly string[];
  /** Asked only when names of contacts are wanted. */
  contacts: () => readonly { handle: string | null; name: string }[];
};

/** `text` goes into the field; `says` tells what it means. */
export type Suggestion = { text: string; says: string };

const mostShown = 8;

const meanings: Record<Operator, string> = {
  from: 'who wrote',
  owner: 'who has it',
  status: 'where it stands',
  label: 'what it is about',
  team: 'which team',
  channel: 'which of our accounts',
  priority: 'how soon',
  before: 'until a day',
  after: 'since a day',
  has: 'an attachment',
  is: 'unread, due, or names you',
  intent: 'complaint, question, …',
  language: 'what they write in',
  kind: 'what they are to us',
  contactlabel: 'the label of whoever wrote',
};

const valueMeanings: Record<string, string> = {
  me: 'yours',
  nobody: 'unassigned',
  open: 'wants us',
  waiting: 'on the customer',
  on_hold: 'on us or others',
  snoozed: 'comes back by itself',
  resolved: 'closed',
  unread: 'by you',
  mentioned: 'in a note, by name',
  due: 'a promise is at risk',
  breached: 'a promise is broken',
  quarantined: 'put aside as spam',
  '7d': 'seven days ago',
  '30d': 'thirty days ago',
};

/** What could stand at the caret: operators that begin so, or the names and words that one knows. */
export function suggestionsFor(completion: Completion, vocabulary: Vocabulary): Suggestion[] {
  if (completion.kind === 'operator') {
    return operators
      .filter((name) => name.startsWith(completion.typed))
      .map((name) => ({ text: name, says: meanings[name] }));
  }
  const wanted = completion.typed.toLowerCase();
  const found = valuesOf(completion.operator, vocabulary)
    .filter(({ text, says }) => matches(wanted, text) || matches(wanted, says))
    .slice(0, mostShown);
  return found.length === 1 && found[0]?.text.toLowerCase() === wanted ? [] : found;
}

function valuesOf(operator: Operator, vocabulary: Vocabulary): Suggestion[] {
  const known = knownValues[operator].map((text) => ({ text, says: valueMeanings[text] ?? '' }));
  return [...known, ...namesOf(operator, vocabulary)];
}

function namesOf(operator: Operator, vocabulary: Vocabulary): Suggestion[] {
  if (operator === 'from') return vocabulary.contacts().map(fromContact);
  const names: Partial<Record<Operator, readonly string[]>> = {
    owner: vocabulary.people,
    label: vocabulary.labels,
    contactlabel: vocabulary.labels,
    team: vocabulary.teams,
    channel: vocabulary.channels,
  };
  return (names[operator] ?? []).map((text) => ({ text, says: '' }));
}

function fromContact({ handle, name }: { handle: string | null; name: string }): Suggestion {
  return handle === null ? { text: name, says: '' } : { text: `@${handle}`, says: name };
}

/** At the start of a word, with or without the @ of a handle. */
function matches(wanted: string, name: string): boolean {
  const lower = name.toLowerCase();
  return [lower, lower.replace(/^@/, ''), ...lower.split(/\s+/)].some((part) =>
    part.startsWith(wanted),
  );
}
