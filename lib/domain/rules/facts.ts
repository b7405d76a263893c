import type { AttributeValue, AttributeValues, ContactKind } from '../contact/contact';
import type { Intent, Urgency } from '../triage/intent';
import type { CameBy, Place, Visit } from './rule';

/** All that rules can ask about a message, as it was before any rule did anything. */
export type Facts = {
  channel: string;
  place: Place;
  came: CameBy;
  visit: Visit;
  /** Null where nobody knows. */
  intent: Intent | null;
  urgency: Urgency | null;
  /** ISO 639-1. */
  language: string | null;
  contactKind: ContactKind;
  contactLabel: readonly string[];
  label: readonly string[];
  vip: boolean;
  verified: boolean;
  teamed: boolean;
  followers: number | null;
  attributes: AttributeValues;
  /** What was written. */
  text: string;
  /** When, in epoch milliseconds. */
  at: number;
};

/** What was found where a condition asked: values and ids, to be told in words later. */
export type Found = AttributeValue | null | readonly string[];

/** What stands before the message that a message follows. */
type Before = { kind: string } | null;

/** How a message came. In a visit that a link of ours began, all of it came by the link. */
export function cameOf({ byLink, before }: { byLink: boolean; before: Before }): CameBy {
  if (byLink) return 'link';
  if (before === null) return 'stranger';
  return before.kind === 'outbound' ? 'reply' : 'again';
}
