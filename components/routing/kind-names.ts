import type { ContactKind } from '@/lib/domain/contact/contact';

export const kindNames: Record<ContactKind, string> = {
  customer: 'Customers',
  journalist: 'Journalists',
  partner: 'Partners',
  creator: 'Creators',
  other: 'Others',
};
