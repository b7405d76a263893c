import type { Known, Source } from './known';
import type { AllowReason, RefuseReason } from './reasons';
import type { Remedy } from './remedies';

/** Something that a decision rested on. `value` and `at` (epoch milliseconds) are null when nobody knows. */
export type Fact = {
  name: FactName;
  value: string | number | boolean | null;
  source: Source | null;
  at: number | null;
};

export type FactName =
  | 'channel_state'
  | 'gone'
  | 'blocked_by_us'
  | 'blocked_by_them'
  | 'opted_out'
  | 'refused'
  | 'last_inbound'
  | 'last_outbound'
  | 'encrypted'
  | 'rule_set'
  | 'network_answer'
  | 'follows_us'
  | 'we_follow'
  | 'their_door'
  | 'we_are_verified'
  | 'our_door'
  | 'conversation_exists'
  | 'offer_consent'
  | 'offers_sent'
  | 'zone'
  | 'outreach_allowed'
  | 'outreach_today'
  | 'length'
  | 'budget'
  | 'summons';

/** What is in the way, in one layer. Every one says what can be done. */
export type Hindrance = {
  verdict: 'refuse' | 'check_first' | 'defer';
  reason: RefuseReason;
  /** Until when, in epoch milliseconds, if it ends by itself. */
  until?: number;
  remedies: readonly [Remedy, ...Remedy[]];
};

/** Where an allowed message lands. `human_agent` and `template` belong to networks with reply windows. */
export type Mode = 'inbox' | 'reply' | 'request' | 'human_agent' | 'template' | 'public';

/** How the network lets it through, and until when. */
export type Passage = { mode: Mode; reason: AllowReason; until?: number };

export function refuse(reason: RefuseReason, ...remedies: readonly [Remedy, ...Remedy[]]) {
  return { verdict: 'refuse', reason, remedies } as const satisfies Hindrance;
}

/** A fact from something known, by its name. */
export function fact<T extends string | number | boolean>(name: FactName, known: Known<T>): Fact {
  return {
    name,
    value: known?.value ?? null,
    source: known?.source ?? null,
    at: known?.at ?? null,
  };
}

/** A fact from our own books. */
export function booked(name: FactName, value: Fact['value'], at: number | null = null): Fact {
  return { name, value, source: value === null ? null : 'book', at };
}
