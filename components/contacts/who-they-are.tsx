'use client';

import { useQuery } from '@tanstack/react-query';
import { lazy, useState } from 'react';
import type { ContactView } from '@/lib/queries/contacts/contact';
import { labelsQuery } from '../inbox/queries';
import { Late } from '../shell/late';
import { useCan } from '../shell/me';
import { LabelChip } from '../ui/label-chip';
import { attributesQuery } from './queries';
import { kindNames, valueWords } from './words';

const ContactSheet = lazy(() =>
  import('./contact-sheet').then((loaded) => ({ default: loaded.ContactSheet })),
);

/** What a contact is to the brand, and the way to say it. */
export function WhoTheyAre({ contact }: { contact: ContactView }) {
  const { data: labels = [] } = useQuery(labelsQuery);
  const { data: attributes = [] } = useQuery(attributesQuery);
  const [isOpen, setOpen] = useState(false);
  const mayEdit = useCan('contact.edit');
  const carried = labels.filter(({ id }) => contact.labelIds.includes(id));
  const known = attributes.filter(
    ({ key, archived }) => !archived && contact.attributes[key] !== undefined,
  );
  return (
    <section aria-label="Who they are">
      <div className="mb-2 flex items-center justify-between gap-2">
        <h2 className="font-strong text-fact text-ink-3">Who they are</h2>
        {mayEdit ? (
          <button
            type="button"
            aria-label="Change who they are"
            onClick={() => setOpen(true)}
            className="text-fact text-ink-2 underline-offset-2 hover:text-ink hover:underline"
          >
            Change
          </button>
        ) : null}
      </div>
      <dl className="grid grid-cols-[96px_minmax(0,1fr)] gap-x-2.5 gap-y-1.5">
        <dt className="text-ink-3">Kind</dt>
        <dd>
          {kindNames[contact.kind]}
          {contact.vip ? <Vip /> : null}
        </dd>
        {carried.length > 0 ? (
          <>
            <dt className="text-ink-3">Labels</dt>
            <dd className="flex min-w-0 flex-wrap gap-1">
              {carried.map((label) => (
                <LabelChip key={label.id} label={label} />
              ))}
            </dd>
          </>
        ) : null}
        {known.map((attribute) => (
          <div key={attribute.id} className="contents">
            <dt className="text-ink-3 [overflow-wrap:anywhere]">
              <bdi>{attribute.name}</bdi>
            </dt>
            <dd className="min-w-0 [overflow-wrap:anywhere]">
              <bdi>{valueWords(attribute, contact.attributes[attribute.key] ?? '')}</bdi>
            </dd>
          </div>
        ))}
      </dl>
      {isOpen ? (
        <Late>
          <ContactSheet contact={contact} onClose={() => setOpen(false)} />
        </Late>
      ) : null}
    </section>
  );
}

function Vip() {
  return (
    <span className="ml-1.5 rounded-sm bg-amber-wash px-1.5 font-strong text-amber-ink text-fact">
      VIP
    </span>
  );
}
