import type { LabelColour } from '@/lib/domain/conversation/labels';
import type { Topic } from '@/sandbox/dialogue/script';
import type { TeamKey } from './team';

export const labelNames = [
  'refund',
  'delivery',
  'melted',
  'allergens',
  'wholesale',
  'press',
  'creators',
  'events',
  'app',
  'praise',
] as const;
export type LabelName = (typeof labelNames)[number];

/** The labels of the house. */
export const labelColours: Readonly<Record<LabelName, LabelColour>> = {
  refund: 'red',
  delivery: 'blue',
  melted: 'orange',
  allergens: 'amber',
  wholesale: 'green',
  press: 'violet',
  creators: 'pink',
  events: 'teal',
  app: 'grey',
  praise: 'green',
};

const labelOf: Partial<Record<Topic, LabelName>> = {
  refund: 'refund',
  delivery: 'delivery',
  melted: 'melted',
  allergens: 'allergens',
  wholesale: 'wholesale',
  press: 'press',
  creator: 'creators',
  events: 'events',
  app: 'app',
  praise: 'praise',
};

const teamOf: Partial<Record<Topic, TeamKey>> = {
  press: 'press',
  creator: 'press',
  wholesale: 'press',
  events: 'press',
  delivery: 'orders',
  refund: 'orders',
  melted: 'orders',
  app: 'orders',
  club: 'orders',
  account: 'orders',
  gift: 'orders',
  shop: 'shops',
  flavour: 'shops',
  allergens: 'shops',
};

export function labelsFor(topics: readonly Topic[]): LabelName[] {
  return topics.flatMap((topic) => labelOf[topic] ?? []);
}

export function teamFor(topics: readonly Topic[]): TeamKey | null {
  return topics.map((topic) => teamOf[topic]).find((team) => team !== undefined) ?? null;
}
