import { kindsAsked } from '@/lib/domain/contact/journey';
import { contactJourney } from '@/lib/queries/contacts/journey';
import { read } from '@/lib/route';

export const GET = read<{ contactId: string }, unknown>((actor, { contactId }, search) =>
  contactJourney(actor, contactId, {
    kinds: kindsAsked(search.get('show')),
    cursor: search.get('cursor'),
  }),
);
