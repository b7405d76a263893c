import { dehydrate, HydrationBoundary, QueryClient } from '@tanstack/react-query';
import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { ContactPage } from '@/components/contacts/contact-page';
import { attributesQuery, contactQuery, journeyQuery } from '@/components/contacts/queries';
import { labelsQuery, membersQuery } from '@/components/inbox/queries';
import type { Actor } from '@/lib/domain/access/can';
import { kindsAsked } from '@/lib/domain/contact/journey';
import { Refusal } from '@/lib/domain/refusal';
import { attributeList } from '@/lib/queries/attributes/attribute-list';
import type { ContactView } from '@/lib/queries/contacts/contact';
import { contactView } from '@/lib/queries/contacts/contact';
import { contactJourney } from '@/lib/queries/contacts/journey';
import { memberList } from '@/lib/queries/inbox/members';
import { labelList } from '@/lib/queries/labels/label-list';
import { viewer } from '../../viewer';

export const metadata: Metadata = { title: 'Contact' };

type Props = {
  params: Promise<{ contactId: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};

/** A contact's journey with its first page in it, so that the first paint is whole. */
export default async function OneContactPage({ params, searchParams }: Props) {
  const { contactId } = await params;
  const { show } = await searchParams;
  const { actor } = await viewer();
  const kinds = kindsAsked(typeof show === 'string' ? show : null);
  const client = new QueryClient();
  const contact = await found(actor, contactId);
  client.setQueryData(contactQuery(contactId).queryKey, contact);
  await Promise.all([
    client.prefetchInfiniteQuery({
      ...journeyQuery(contactId, kinds),
      queryFn: () => contactJourney(actor, contactId, { kinds, cursor: null }),
    }),
    client.prefetchQuery({ ...attributesQuery, queryFn: () => attributeList(actor) }),
    client.prefetchQuery({ ...membersQuery, queryFn: () => memberList(actor) }),
    client.prefetchQuery({ ...labelsQuery, queryFn: () => labelList(actor) }),
  ]);
  return (
    <HydrationBoundary state={dehydrate(client)}>
      <ContactPage contactId={contactId} />
    </HydrationBoundary>
  );
}

async function found(actor: Actor, contactId: string): Promise<ContactView> {
  try {
    return await contactView(actor, contactId);
  } catch (error) {
    if (error instanceof Refusal && error.code === 'not_found') notFound();
    throw error;
  }
}
