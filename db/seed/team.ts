import type { Role } from '@/lib/domain/access/can';

export const workspace = { name: 'Salted Caramel Creamery', slug: 'salted-caramel' };

/** The password of every demo member. */
export const demoPassword = 'porchlight-demo';

export type FirstName = 'Priya' | 'Mo' | 'Lena' | 'Jack' | 'Sunniva' | 'Ada';
export type Colleague = { first: FirstName; name: string; email: string; roles: Role[] };

/** A colleague who has been given ids. */
export type Seated = Colleague & { memberId: string; userId: string };

/** Six people over all roles. */
export const team: readonly Colleague[] = [
  colleague('Priya', 'Raman', ['agent']),
  colleague('Mo', 'Okafor', ['agent']),
  colleague('Lena', 'Fischer', ['agent', 'marketer']),
  colleague('Jack', 'Moreau', ['lead', 'agent']),
  colleague('Sunniva', 'Berg', ['marketer']),
  colleague('Ada', 'Quill', ['admin']),
];

export const teamKeys = ['orders', 'shops', 'press'] as const;
export type TeamKey = (typeof teamKeys)[number];

/** Who works together; the first ones answer most. */
export const teams: Readonly<Record<TeamKey, { name: string; members: readonly FirstName[] }>> = {
  orders: { name: 'Orders & delivery', members: ['Priya', 'Mo', 'Jack'] },
  shops: { name: 'Shops', members: ['Lena', 'Mo', 'Priya'] },
  press: { name: 'Press & partners', members: ['Lena', 'Jack', 'Sunniva'] },
};

function colleague(first: FirstName, last: string, roles: Role[]): Colleague {
  const email = `${first.toLowerCase()}@saltedcaramel.example`;
  return { first, name: `${first} ${last}`, email, roles };
}
