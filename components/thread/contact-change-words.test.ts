import { expect, it } from 'vitest';
import type { ThreadFact } from '@/lib/queries/inbox/thread-views';
import { contactChangeWords } from './contact-change-words';
import { names } from './fact-names.fixture';

const told = (data: ThreadFact['data'], actorId: string | null = 'priya') =>
  contactChangeWords(
    { seq: 1, type: 'contact.changed', actorId, memberId: null, data, at: '' },
    names,
  );

it.each<[ThreadFact['data'], string]>([
  [
    { fields: 'kind', 'from:kind': 'customer', 'to:kind': 'journalist' },
    'You changed Ana Lima: kind from customer to journalist',
  ],
  [{ fields: 'vip', 'from:vip': false, 'to:vip': true }, 'You changed Ana Lima: now a VIP'],
  [{ fields: 'vip', 'from:vip': true, 'to:vip': false }, 'You changed Ana Lima: no VIP any more'],
  [
    { fields: 'label:press label:old', 'to:label:press': true, 'to:label:old': false },
    'You changed Ana Lima: with the label “press”, without the label “old”',
  ],
  [
    {
      fields: 'attribute:plan attribute:seats attribute:paid',
      ...{ 'name:attribute:plan': 'Plan', 'name:attribute:seats': 'Seats' },
      ...{ 'from:attribute:plan': 'Gold', 'to:attribute:plan': null },
      ...{ 'from:attribute:seats': null, 'to:attribute:seats': 1200.5 },
      ...{ 'from:attribute:paid': true, 'to:attribute:paid': false },
    },
    'You changed Ana Lima: Plan from Gold to nothing, Seats from nothing to 1,200.5, paid from yes to no',
  ],
  [
    { fields: 'kind vip label:press attribute:plan' },
    'You changed Ana Lima: kind, VIP, label “press”, plan',
  ],
])('%j', (data, words) => {
  expect(told(data)).toBe(words);
});

it('says who did it, and nothing of other facts', () => {
  expect(told({ fields: 'vip', 'to:vip': true }, 'mo')).toBe('Mo changed Ana Lima: now a VIP');
  expect(told({ fields: 'vip', 'to:vip': true }, null)).toMatch(/^Porchlight changed/);
  expect(told({})).toBeUndefined();
});
