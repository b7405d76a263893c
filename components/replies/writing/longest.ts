import type { Attribute } from '@/lib/domain/contact/attributes';
import { attributeLimits } from '@/lib/domain/contact/attributes';
import type { Allowance } from '@/lib/domain/replies/reply';
import type { Part } from '@/lib/domain/replies/template';
import { render } from '@/lib/domain/replies/template';
import type { VariableValues } from '@/lib/domain/replies/variables';
import { attributeVariable } from '@/lib/domain/replies/variables';

/** X takes names of 50 characters, and handles of 15. */
const longestName = 50;
const longestHandle = 15;
const referenceLength = 8;

type Known = {
  memberNames: readonly string[];
  handles: readonly string[];
  attributes: readonly Attribute[];
};

/** The longest value that each variable can have: what a body is at most, whoever it goes to. */
export function longestValues({ memberNames, handles, attributes }: Known): VariableValues {
  const values: Record<string, string> = {
    'contact.first_name': 'm'.repeat(longestName),
    'contact.handle': `@${'m'.repeat(longestHandle)}`,
    'member.first_name': longestOf(memberNames.map((name) => name.split(/\s+/)[0] ?? '')),
    'channel.handle': `@${longestOf(handles)}`,
    'conversation.reference': 'M'.repeat(referenceLength),
  };
  for (const { key, type, choices } of attributes) {
    values[attributeVariable(key)] = longestAttribute[type](choices);
  }
  return values;
}

const longestAttribute: Record<Attribute['type'], (choices: readonly string[]) => string> = {
  text: () => 'm'.repeat(attributeLimits.letters),
  number: () => `-${attributeLimits.number}`,
  boolean: () => 'yes',
  date: () => '2026-01-01',
  choice: longestOf,
};

/** A body as its longest, and whether that depends on who it goes to. A fallback may be the longer one. */
export function atItsLongest(parts: readonly Part[], allowance: Allowance, values: VariableValues) {
  const longest = parts.map((part): Part => {
    if (part.kind === 'words') return part;
    const text = longestOf([values[part.name] ?? '', part.fallback ?? '']);
    return { kind: 'words', text, locked: part.locked };
  });
  return {
    text: render({ parts: longest }, allowance, {}).text,
    varies: parts.some(({ kind }) => kind === 'variable'),
  };
}

function longestOf(texts: readonly string[]): string {
  return texts.reduce((longest, text) => (text.length > longest.length ? text : longest), '');
}
