import type { FactNames } from './fact-words';

/** As Priya reads it. */
export const names: FactNames = {
  contact: 'Ana Lima',
  member: (id: string | null) => (id === 'priya' ? 'you' : 'Mo'),
  label: (id: string) => `“${id}”`,
  team: () => 'Orders',
  time: () => 'Wed 25 Nov, 09:00',
};
