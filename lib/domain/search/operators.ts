import { intents } from '../triage/intent';

/** What may stand before a colon in a search. */
export const operators = [
  'from',
  'owner',
  'status',
  'label',
  'team',
  'channel',
  'priority',
  'before',
  'after',
  'has',
  'is',
  'intent',
  'language',
  'kind',
  'contactlabel',
] as const;
export type Operator = (typeof operators)[number];

/** Other ways to write the words that operators know. */
const spellings = new Map([
  ['on-hold', 'on_hold'],
  ['on hold', 'on_hold'],
  ['hold', 'on_hold'],
  ['closed', 'resolved'],
  ['attachments', 'attachment'],
  ['file', 'attachment'],
  ['press', 'journalist'],
]);

/**
 * The values that can be offered without asking anybody. Names of people, labels and the like come on top.
 * @public
 */
export const knownValues: Record<Operator, readonly string[]> = {
  from: [],
  owner: ['me', 'nobody'],
  status: ['open', 'waiting', 'on_hold', 'snoozed', 'resolved', 'spam'],
  label: [],
  team: [],
  channel: [],
  priority: ['urgent', 'high', 'normal', 'low'],
  before: ['today', 'yesterday', '7d', '30d'],
  after: ['today', 'yesterday', '7d', '30d'],
  has: ['attachment'],
  is: ['unread', 'mentioned', 'public', 'private', 'due', 'breached', 'quarantined', 'vip'],
  intent: intents,
  language: ['en', 'de', 'fr', 'es', 'pt', 'it', 'nl'],
  kind: ['customer', 'journalist', 'partner', 'creator', 'other'],
  contactlabel: [],
};

/** A value in the one form that the product knows, or the sentence that says what is wrong with it. */
export type Read = { value: string } | { problem: string };

export function readValue(operator: Operator, text: string): Read {
  const value = text.trim();
  if (value === '') return { problem: `Say what comes after “${operator}:”.` };
  switch (operator) {
    case 'status':
    case 'priority':
    case 'has':
    case 'is':
    case 'intent':
    case 'kind':
      return readWord(operator, value);
    case 'before':
    case 'after':
      return readDay(value);
    case 'language':
      return /^[a-z]{2}$/i.test(value)
        ? { value: value.toLowerCase() }
        : { problem: `“${value}” is no language. Write it as en or de.` };
    case 'owner':
      return { value: /^(me|nobody)$/i.test(value) ? value.toLowerCase() : value };
    case 'from':
      return /^@?$/.test(value) ? { problem: 'Say whose messages, such as from:@ana.' } : { value };
    case 'channel':
      return { value: value.replace(/^@(?=.)/, '') };
    case 'label':
    case 'contactlabel':
    case 'team':
      return { value };
  }
}

function readWord(operator: Operator, value: string): Read {
  const typed = value.toLowerCase();
  // What is a word of its own for one operator may be another way to write one for the next.
  const word = [typed, spellings.get(typed)].find(
    (one) => one && knownValues[operator].includes(one),
  );
  if (word) return { value: word };
  return {
    problem: `“${value}” cannot follow “${operator}:”. It knows ${knownValues[operator].join(', ')}.`,
  };
}

function readDay(value: string): Read {
  const day = value.toLowerCase();
  if (/^(today|yesterday|\d{1,3}[dw])$/.test(day) || isDate(day)) return { value: day };
  return { problem: `“${value}” is no day. Write it as 2026-11-01, today, yesterday or 7d.` };
}

function isDate(text: string): boolean {
  if (!/^(19|20)\d\d-\d\d-\d\d$/.test(text)) return false;
  const time = new Date(`${text}T00:00:00Z`);
  // JavaScript rolls the 30th of February over.
  return !Number.isNaN(time.getTime()) && time.toISOString().startsWith(text);
}
