import type { Role } from '@/lib/domain/access/can';

export const workspace = { name: 'Salted Caramel Creamery', slug: 'salted-caramel' };

/** The password of every demo member. */
export const demoPassword = 'porchlight-demo';

export type Colleague = { name: string; email: string; roles: Role[] };

/** A colleague who has been given ids. */
export type Seated = Colleague & { memberId: string; userId: string };

/** Six people over all roles. */
export const team: readonly Colleague[] = [
  colleague('Priya Raman', ['agent']),
  colleague('Mo Okafor', ['agent']),
  colleague('Lena Fischer', ['agent', 'marketer']),
  colleague('Jack Moreau', ['lead', 'agent']),
  colleague('Sunniva Berg', ['marketer']),
  colleague('Ada Quill', ['admin']),
];

/** What colleagues wrote for each other; one conversation in nine has one. */
export const notes: readonly string[] = [
  'Checked with the warehouse: the box left on time, the courier lost it. Offer a new one.',
  'Regular customer, third order this month. Be generous.',
  'Asked the dairy about the nut traces. They answer by Thursday.',
  'She wrote to @saltedcaramel about the same thing. Keep it here.',
  'Refund is with finance; tell them two working days, not one.',
];

function colleague(name: string, roles: Role[]): Colleague {
  const first = name.split(' ')[0] ?? name;
  return { name, email: `${first.toLowerCase()}@saltedcaramel.example`, roles };
}
