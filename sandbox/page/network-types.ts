import type { Media, Message, Person, Post, Webhook } from '../core/entities';
import type { Faults } from '../core/faults';
import type { NetworkSettings } from '../core/network-settings';
import type { Relation, Verdict } from '../rules/network-rule';

/** What the controls answer, as far as this page reads it. */
export type PersonRow = Person & { last: Message | null };
export type People = { people: PersonRow[]; total: number };
type Side = Relation & { verdict: Verdict; sentence: string | null };
export type Between = {
  person: Person;
  account: Person;
  ruleSet: NetworkSettings['ruleSet'];
  toAccount: Side;
  toPerson: Side;
  personBlocks: boolean;
  accountBlocks: boolean;
};
export type Thread = { messages: Message[]; media: Media[]; total: number };
export type Posts = { posts: Post[] };
export type Webhooks = { webhooks: (Webhook & { subscriptions: number; accounts: number })[] };
export type Attempt = {
  at: string;
  attempt: number;
  status: number | null;
  ms: number;
  why?: string;
};
export type DeliveryRow = {
  id: string;
  outcome: 'pending' | 'delivered' | 'lost' | 'dropped';
  signals: { type: string; at: string; subject: string }[];
  attempts: Attempt[];
};
export type Deliveries = { deliveries: DeliveryRow[]; total: number; pending: number };
export type { Faults, Media, Message, NetworkSettings, Person, Post };
