import type { Allowance } from './reply';
import type { VariableValues } from './variables';

/** A piece of a reply's body, and whether an agent has to leave it as it is. */
export type Part =
  | { kind: 'words'; text: string; locked: boolean }
  | { kind: 'variable'; name: string; fallback: string | null; locked: boolean };

/** What is wrong with a body, in a sentence, and where: a range of its characters. */
export type TemplateProblem = { message: string; from: number; to: number };

export type Template = { parts: Part[]; problems: TemplateProblem[] };

/** Some words as they are put into a message. */
export type Segment = { text: string; locked: boolean };

export type Rendered = {
  text: string;
  segments: Segment[];
  /** The variables without a value and without a fallback: their place stands in the text, and it cannot be sent. */
  missing: string[];
};

const token = /\{\{|\}\}|\[\[|\]\]/g;

/** Reads a body: `{{name|fallback}}` is filled in, `[[words]]` are locked. Never throws. */
export function parseTemplate(body: string, known: readonly string[]): Template {
  const reading: Reading = {
    body,
    known: new Set(known),
    parts: [],
    problems: [],
    at: 0,
    lockedFrom: null,
  };
  token.lastIndex = 0;
  for (let found = token.exec(body); found !== null; found = token.exec(body)) {
    words(reading, found.index);
    reading.at = found.index + 2;
    signs[found[0]]?.(reading, found.index);
    token.lastIndex = reading.at;
  }
  words(reading, body.length);
  if (reading.lockedFrom !== null) {
    problem(reading, 'This locked part does not end. Write ]] behind it.', reading.lockedFrom);
  }
  return { parts: reading.parts, problems: reading.problems };
}

/** What keeps a body from being submitted: what is wrong with its signs, and what does not fit its allowance. */
export function bodyProblems(
  body: string,
  { known, allowance, limit }: { known: readonly string[]; allowance: Allowance; limit: number },
): TemplateProblem[] {
  const { parts, problems } = parseTemplate(body, known);
  const whole = { from: 0, to: body.length };
  if (body.trim() === '') return [{ message: 'Write the words of the reply.', ...whole }];
  const hasLocked = parts.some(({ locked }) => locked);
  if (allowance === 'locked' && !hasLocked) {
    problems.push({
      message: 'Nothing is locked. Write [[words]] around what agents leave as it is.',
      ...whole,
    });
  }
  if (allowance === 'free' && hasLocked) {
    problems.push({
      message:
        'Agents may change all of this reply, so nothing in it can be locked. Take the [[ ]] out, or let only locked parts stay.',
      ...whole,
    });
  }
  // A brace at the end of a locked part and one behind it are none in the body, and two in the message.
  if (problems.length === 0 && hasRawBraces(joined(parts))) {
    problems.push({
      message:
        'Two braces would stand next to each other in the message. Put a space between them.',
      ...whole,
    });
  }
  const { length } = [...render({ parts }, allowance, {}).text];
  if (length > limit) {
    problems.push({
      message: `This has ${length} characters; ${limit} fit into a message.`,
      ...whole,
    });
  }
  return problems;
}

/** Its words with something in the place of each variable. */
function joined(parts: readonly Part[]): string {
  return parts.map((part) => (part.kind === 'words' ? part.text : '-')).join('');
}

/** The words for one conversation. What has no value and no fallback stays as its name in braces, free to be replaced. */
export function render(
  { parts }: Pick<Template, 'parts'>,
  allowance: Allowance,
  values: VariableValues,
): Rendered {
  const segments: Segment[] = [];
  const missing = new Set<string>();
  for (const part of parts) {
    const locked = allowance === 'exact' || (allowance === 'locked' && part.locked);
    if (part.kind === 'words') {
      push(segments, { text: part.text, locked });
      continue;
    }
    const text = values[part.name] ?? part.fallback;
    if (text === null) missing.add(part.name);
    push(segments, text === null ? { text: `{{${part.name}}}`, locked: false } : { text, locked });
  }
  return { text: segments.map(({ text }) => text).join(''), segments, missing: [...missing] };
}

/** Whether a text holds braces that would be read as a placeholder: such a text never leaves. */
export function hasRawBraces(text: string): boolean {
  return /\{\{|\}\}/.test(text);
}

/** The names of what is not filled in, for a sentence. */
export function rawNames(text: string): string[] {
  return [
    ...new Set(
      [...text.matchAll(/\{\{\s*([^{}|\n]*?)\s*(?:\|[^{}\n]*)?\}\}/g)].map(
        (found) => found[1] ?? '',
      ),
    ),
  ];
}

type Reading = Template & {
  body: string;
  known: ReadonlySet<string>;
  /** Up to here it is read. */
  at: number;
  /** Where the locked part began that has not ended yet. */
  lockedFrom: number | null;
};

const signs: Readonly<Record<string, (reading: Reading, index: number) => void>> = {
  '{{': variable,
  '}}': (reading, index) => {
    problem(reading, 'These braces close nothing. Write {{name}} around what is filled in.', index);
  },
  '[[': (reading, index) => {
    if (reading.lockedFrom === null) reading.lockedFrom = index;
    else problem(reading, 'A locked part cannot begin inside another.', index);
  },
  ']]': (reading, index) => {
    if (reading.lockedFrom === null) {
      const message = 'These brackets close nothing. Write [[words]] around what is locked.';
      problem(reading, message, index);
    }
    reading.lockedFrom = null;
  },
};

function words({ body, parts, at, lockedFrom }: Reading, to: number) {
  if (to > at) parts.push({ kind: 'words', text: body.slice(at, to), locked: lockedFrom !== null });
}

/** Reads what begins with `{{` at a place, and goes on behind it. */
function variable(reading: Reading, from: number) {
  const { body, known, parts } = reading;
  const found = /^\{\{([^{}\n]*)\}\}/.exec(body.slice(from));
  if (!found) {
    problem(reading, 'This does not end. Write }} behind the name.', from);
    return;
  }
  reading.at = from + found[0].length;
  const [name = '', ...rest] = (found[1] ?? '').split('|');
  const asked = name.trim();
  if (!known.has(asked)) {
    const message =
      asked === ''
        ? 'Name what is filled in here.'
        : `Nothing is called ${asked}. There are ${[...known].join(', ')}.`;
    problem(reading, message, from, reading.at);
  }
  const fallback = rest.join('|').trim() || null;
  parts.push({ kind: 'variable', name: asked, fallback, locked: reading.lockedFrom !== null });
}

function problem({ problems }: Reading, message: string, from: number, to = from + 2) {
  problems.push({ message, from, to });
}

/** Neighbours of the same kind are one. */
function push(segments: Segment[], { text, locked }: Segment) {
  const last = segments.at(-1);
  if (text === '') return;
  if (last?.locked === locked) last.text += text;
  else segments.push({ text, locked });
}
