'use client';

import { useQuery } from '@tanstack/react-query';
import { networkName } from '@/lib/domain/channel/network-name';
import type { ContactView } from '@/lib/queries/contacts/contact';
import { MemberNames } from '../inbox/members';
import { Face } from '../ui/face';
import { Journey } from './journey';
import { contactQuery } from './queries';
import { WhoTheyAre } from './who-they-are';

/** A contact on a page of their own: who they are to us, and all that there is with them. */
export function ContactPage({ contactId }: { contactId: string }) {
  const { data: contact } = useQuery(contactQuery(contactId));
  if (!contact) return null;
  return (
    <MemberNames>
      <div className="mx-auto grid w-full max-w-280 grid-cols-[minmax(0,1fr)] gap-6 px-5 py-7 pane:grid-cols-[260px_minmax(0,1fr)] pane:gap-8">
        <div className="grid content-start gap-6">
          <Heading contact={contact} />
          <div className="text-list">
            <WhoTheyAre contact={contact} />
          </div>
        </div>
        <Journey contactId={contactId} name={contact.name} />
      </div>
    </MemberNames>
  );
}

function Heading({ contact: { id, name, identities } }: { contact: ContactView }) {
  return (
    <div className="flex items-center gap-3">
      <Face id={id} name={name} size="large" />
      <div className="min-w-0">
        <h1 className="font-title text-heading [overflow-wrap:anywhere]">
          <bdi>{name}</bdi>
        </h1>
        <ul className="text-ink-2">
          {identities.map(({ network, handle, followerCount }) => (
            <li key={`${network} ${handle}`} className="[overflow-wrap:anywhere]">
              {handle ? <bdi>@{handle}</bdi> : 'Somebody'} on {networkName(network)}
              {followerCount === null ? null : (
                <span className="block text-fact text-ink-3">
                  {followerCount.toLocaleString('en-GB')}{' '}
                  {followerCount === 1 ? 'follower' : 'followers'}
                </span>
              )}
            </li>
          ))}
        </ul>
      </div>
    </div>
  );
}
