import type { Attribute } from '@/lib/domain/contact/attributes';
import { attributeVariable, knownVariables } from '@/lib/domain/replies/variables';

/** What can be filled in, and what it is, for the list of them. */
export type Variable = { name: string; about: string; fallback: string };

/** What is typed of a variable's name before the cursor, with its place; null while none is being typed. */
export function variableBegun(before: string): { typed: string; from: number } | null {
  const found = /\{\{\s*([\w.]*)$/.exec(before);
  return found ? { typed: found[1] ?? '', from: found.index } : null;
}

/** Those whose name or meaning holds what was typed; what begins with it comes first. */
export function variablesLike(variables: readonly Variable[], typed: string): Variable[] {
  const sought = typed.toLowerCase();
  const rank = ({ name }: Variable) =>
    name.startsWith(sought) || name.split('.')[1]?.startsWith(sought) ? 0 : 1;
  return variables
    .filter(
      ({ name, about }) =>
        name.toLowerCase().includes(sought) || about.toLowerCase().includes(sought),
    )
    .toSorted((one, other) => rank(one) - rank(other));
}

/** Everything that can be filled in where these attributes are. */
export function variablesOf(attributes: readonly Attribute[]): Variable[] {
  const inUse = attributes.filter(({ archived }) => !archived);
  const named = new Map(inUse.map(({ key, name }) => [attributeVariable(key), name]));
  return knownVariables(inUse.map(({ key }) => key)).map((name) => ({
    name,
    about: abouts[name] ?? `What is known as ${named.get(name) ?? name}`,
    fallback: fallbacks[name] ?? '',
  }));
}

const abouts: Readonly<Record<string, string>> = {
  'contact.first_name': 'The customer’s first name',
  'contact.handle': 'The customer’s handle',
  'member.first_name': 'Your colleague who answers',
  'channel.handle': 'The account that answers',
  'conversation.reference': 'A reference for asking again',
};

/** What stands there when the network tells nothing: proposed as one writes. */
const fallbacks: Readonly<Record<string, string>> = { 'contact.first_name': 'there' };
