import { contactView } from '@/lib/queries/contacts/contact';
import { read } from '@/lib/route';

export const GET = read<{ contactId: string }, unknown>((actor, { contactId }) =>
  contactView(actor, contactId),
);
