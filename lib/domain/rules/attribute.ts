import type { AttributeType, AttributeValue } from '../contact/contact';

/** What can be asked of a workspace's own attribute. Dates are compared as calendar days. */
export type AttributeTest =
  | { how: 'known' | 'unknown' }
  | { how: 'is' | 'is_not'; oneOf: readonly AttributeValue[] }
  | { how: 'at_least' | 'at_most'; than: number | string };

/** The ways in which an attribute of a type can be asked about. */
export function waysOf(type: AttributeType): readonly AttributeTest['how'][] {
  const ordered = type === 'number' || type === 'date';
  return ordered
    ? ['is', 'is_not', 'at_least', 'at_most', 'known', 'unknown']
    : ['is', 'is_not', 'known', 'unknown'];
}

/** Whether a value fits; `undefined` is an attribute of which nothing is known, which is nothing and not more than anything. */
export function fitsAttribute(value: AttributeValue | undefined, test: AttributeTest): boolean {
  switch (test.how) {
    case 'known':
      return value !== undefined;
    case 'unknown':
      return value === undefined;
    case 'is':
      return isOneOf(value, test.oneOf);
    case 'is_not':
      return !isOneOf(value, test.oneOf);
    case 'at_least':
      return typeof value === typeof test.than && value !== undefined && value >= test.than;
    case 'at_most':
      return typeof value === typeof test.than && value !== undefined && value <= test.than;
  }
}

function isOneOf(value: AttributeValue | undefined, oneOf: readonly AttributeValue[]): boolean {
  const plain = (one: AttributeValue) => (typeof one === 'string' ? one.trim().toLowerCase() : one);
  return value !== undefined && oneOf.some((one) => plain(one) === plain(value));
}
