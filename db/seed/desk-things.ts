import type { Sort } from '@/lib/domain/conversation/view';
import type { FirstName } from './team';

type KeptView = { by: FirstName; shared?: true; name: string; query: string; sort: Sort };

/** Searches that the members keep, their own and the team's. */
export const keptViews: readonly KeptView[] = [
  {
    by: 'Jack',
    shared: true,
    name: 'Urgent',
    query: 'priority:urgent -status:resolved',
    sort: 'waiting',
  },
  {
    by: 'Jack',
    shared: true,
    name: 'Allergy questions',
    query: 'label:allergens status:open',
    sort: 'waiting',
  },
  {
    by: 'Jack',
    shared: true,
    name: 'Melted, not settled',
    query: 'label:melted -status:resolved',
    sort: 'oldest',
  },
  { by: 'Jack', name: 'Mine and urgent', query: 'owner:me priority:urgent', sort: 'waiting' },
  { by: 'Priya', name: 'My refunds', query: 'owner:me label:refund', sort: 'oldest' },
  {
    by: 'Mo',
    name: 'My parcels',
    query: 'owner:me label:delivery -status:resolved',
    sort: 'newest',
  },
  { by: 'Lena', name: 'Wholesale', query: 'label:wholesale', sort: 'newest' },
  { by: 'Sunniva', name: 'Praise to quote', query: 'label:praise', sort: 'newest' },
  { by: 'Sunniva', name: 'Press', query: 'label:press', sort: 'newest' },
  { by: 'Ada', name: 'App trouble', query: 'label:app -status:resolved', sort: 'newest' },
];

type KeptDraft = { by: FirstName; to: string; mode: 'reply' | 'note'; body: string };

/** What somebody has begun to write, by the username of the customer. */
export const keptDrafts: readonly KeptDraft[] = [
  {
    by: 'Mo',
    to: 'jodiefairw',
    mode: 'reply',
    body: 'It is, and you have found the right person. All 24, that is quite a percussion. Shall I send new cones, or',
  },
  {
    by: 'Lena',
    to: 'annikavogel',
    mode: 'reply',
    body: 'Guten Morgen Annika, die Küche sagt: zwanzig Liter gehen, ab',
  },
  {
    by: 'Priya',
    to: 'walterpruett',
    mode: 'reply',
    body: 'Good evening Walter. Before I count tubs: who is coming, and is there anything that you would like to tell us',
  },
  {
    by: 'Sunniva',
    to: 'suitcase_lists',
    mode: 'note',
    body: 'One sentence without the word passion: “We make it slowly because',
  },
];
