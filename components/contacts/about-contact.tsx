'use client';

import { useQuery } from '@tanstack/react-query';
import type { ContactView } from '@/lib/queries/contacts/contact';
import type { Conversation } from '../thread/conversation';
import { EarlierVisits } from '../thread/earlier-visits';
import { Ago } from '../ui/clock';
import { SoftLink } from '../ui/soft-link';
import { OutsideEvent } from './outside-event';
import { contactQuery } from './queries';
import { WhoTheyAre } from './who-they-are';
import { outsideNames } from './words';

/** Beside a conversation: who the contact is to us, what they did last elsewhere, and when they came before. */
export function AboutContact({ conversation }: { conversation: Conversation }) {
  const { data: contact } = useQuery(contactQuery(conversation.contact.id));
  return (
    <>
      {contact ? (
        <>
          <WhoTheyAre contact={contact} />
          <Elsewhere contact={contact} />
        </>
      ) : null}
      <EarlierVisits conversation={conversation} />
    </>
  );
}

function Elsewhere({ contact: { id, elsewhere } }: { contact: ContactView }) {
  return (
    <section aria-label="Latest elsewhere">
      <div className="mb-2 flex items-center justify-between gap-2">
        <h2 className="font-strong text-fact text-ink-3">Latest elsewhere</h2>
        <SoftLink
          href={`/contacts/${id}`}
          className="text-fact text-ink-2 underline-offset-2 hover:text-ink hover:underline"
        >
          Whole journey
        </SoftLink>
      </div>
      {elsewhere.length === 0 ? (
        <p className="text-ink-3">Nothing told yet.</p>
      ) : (
        <ol className="grid gap-2.5">
          {elsewhere.map((event) => (
            <li key={event.id} className="border-line border-l-2 pl-2">
              <p className="text-fact text-ink-3">
                {outsideNames[event.kind]} · <bdi>{event.source}</bdi> · <Ago at={event.at} />
              </p>
              <OutsideEvent event={event} />
            </li>
          ))}
        </ol>
      )}
    </section>
  );
}
