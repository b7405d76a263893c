import type { AttributeType, AttributeValue } from './contact';

/** What a workspace wants to know of its contacts. */
export type Attribute = {
  id: string;
  key: string;
  name: string;
  type: AttributeType;
  /** Of a choice: what can be chosen. */
  choices: readonly string[];
  archived: boolean;
};

export const attributeLimits = { inUse: 50, choices: 50, letters: 500, number: 1e15 } as const;

/** How a key is written: it stands in rules and in other systems. */
export const ATTRIBUTE_KEY = /^[a-z][a-z0-9_]{0,39}$/;

/** A key made of a name, as a proposal: "Customer no." is `customer_no`. Empty where nothing is left of it. */
export function keyFrom(name: string): string {
  const letters = name.normalize('NFKD').replaceAll(/\p{M}/gu, '').toLowerCase();
  const words = letters.replaceAll(/[^a-z0-9]+/g, '_').replaceAll(/^[_0-9]+|_+$/g, '');
  return words.slice(0, 40).replace(/_+$/, '');
}

type Meant = Pick<Attribute, 'name' | 'type' | 'choices'>;

/** What is wrong with a value for an attribute, in a sentence; null when it fits. */
export function valueProblem(attribute: Meant, value: unknown): string | null {
  return problems[attribute.type](attribute, value);
}

const problems: Record<AttributeType, (attribute: Meant, value: unknown) => string | null> = {
  text: ({ name }, value) => {
    if (typeof value !== 'string' || value.trim() === '') return `Write a text for ${name}.`;
    if (value.length > attributeLimits.letters) {
      return `${name} may have at most ${attributeLimits.letters} letters.`;
    }
    return /[\p{Cc}\p{Cs}]/u.test(value) ? `${name} is one line of text.` : null;
  },
  number: ({ name }, value) => {
    const isNumber = typeof value === 'number' && Math.abs(value) <= attributeLimits.number;
    return isNumber ? null : `${name} is a number, such as 12 or 4.5.`;
  },
  boolean: ({ name }, value) => (typeof value === 'boolean' ? null : `${name} is yes or no.`),
  date: ({ name }, value) =>
    typeof value === 'string' && isDay(value) ? null : `${name} is a day, such as 1990-05-31.`,
  choice: ({ name, choices }, value) =>
    typeof value === 'string' && choices.includes(value)
      ? null
      : `${name} is one of ${choices.join(', ')}.`,
};

/** What was typed into the attribute's field as a value; null for nothing. What fits no type is left for `valueProblem`. */
export function valueFrom({ type }: Pick<Attribute, 'type'>, typed: string): AttributeValue | null {
  const text = typed.trim();
  if (text === '') return null;
  if (type === 'number') return /^[+-]?(\d+([.,]\d*)?|[.,]\d+)$/.test(text) ? numberIn(text) : text;
  if (type === 'boolean') return text === 'true' || (text === 'false' ? false : text);
  return text;
}

function numberIn(text: string): number {
  return Number(text.replace(',', '.'));
}

function isDay(text: string): boolean {
  if (!/^[12]\d\d\d-\d\d-\d\d$/.test(text)) return false;
  const time = new Date(`${text}T00:00:00Z`);
  // JavaScript rolls the 30th of February over.
  return !Number.isNaN(time.getTime()) && time.toISOString().startsWith(text);
}
